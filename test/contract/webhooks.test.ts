// The server that the README shows, taken out of it and really run: a process of its
// own beside the generated files, that is sent events over HTTP.

import { type ChildProcess, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { check } from "prettier";
import Stripe from "stripe";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCodegen } from "../e2e/run-codegen.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const [, code = ""] =
  /<!-- webhooks:[^>]*-->\s*```ts\n([\s\S]*?)```/.exec(
    readFileSync(`${root}README.md`, "utf8"),
  ) ?? [];

const secret = "whsec_of_this_test";
const session = {
  id: "vs_1",
  object: "identity.verification_session",
  client_secret: null,
  created: 1_712_700_000,
  last_error: null,
  last_verification_report: null,
  livemode: false,
  metadata: {},
  options: null,
  redaction: null,
  status: "verified",
  type: "document",
  url: null,
};

function event(own: object = {}, object: object = {}): string {
  return JSON.stringify({
    id: "evt_1",
    object: "event",
    api_version: "2024-04-10",
    created: 1_712_700_000,
    data: { object: { ...session, ...object } },
    livemode: false,
    pending_webhooks: 1,
    request: null,
    type: "identity.verification_session.verified",
    ...own,
  });
}

let folder: string;
let server: ChildProcess;
let address: string;
let logged = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "codegen-webhooks-"));
  const out = join(folder, "generated/stripe");
  const emit = "emit=models,events,validators";
  const { status, stderr } = await runCodegen(root, [
    "run",
    "--out",
    out,
    "--set",
    emit,
  ]);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  writeFileSync(join(folder, "server.ts"), code);
  symlinkSync(
    join(root, "node_modules"),
    join(folder, "node_modules"),
    "junction",
  );
  transpile(join(folder, "server.ts"), join(folder, "built/server.js"));
  writeFileSync(join(folder, "built/package.json"), '{"type":"module"}');
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  server = spawn(process.execPath, [join(folder, "built/server.js")], {
    env: { PORT: String(port), STRIPE_WEBHOOK_SECRET: secret },
  });
  const log = (text: unknown) => {
    logged += String(text);
  };
  server.stderr?.on("data", log);
  await untilItListens();
});

afterAll(() => {
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

describe("the server answers", () => {
  test("a known event by its handler", async () => {
    expect(await post(event())).toEqual([200, "verified vs_1"]);
  });

  test("one that it has no handler for", async () => {
    const type = "identity.verification_session.canceled";
    expect(await post(event({ type }, { status: "canceled" }))).toEqual([
      200,
      `nothing to do: ${type}`,
    ]);
  });

  test("one that the document does not list", async () => {
    const type = "identity.verification_session.dreamt";
    const data = { object: { any: "thing" } };
    expect(await post(event({ type, data }))).toEqual([
      200,
      "nothing to do: unrecognized",
    ]);
  });

  test("a wrong one, with all that is wrong", async () => {
    const wrong = event({ livemode: "no" }, { id: 5, url: false });
    expect(await post(wrong)).toEqual([
      400,
      [
        "livemode: expected boolean, received string",
        "data.object.id: expected string, received 5",
        "data.object.url: expected string or null, received false",
      ].join("\n"),
    ]);
  });

  test("one of another version of the API", async () => {
    expect(await post(event({ api_version: "2023-10-16" }))).toEqual([
      400,
      'api_version: expected "2024-04-10" (the option apiVersion takes others, or "any"), received "2023-10-16"',
    ]);
  });

  test("a later one, and logs what is new", async () => {
    expect(await post(event({}, { status: "paused", mood: "good" }))).toEqual([
      200,
      "verified vs_1",
    ]);
    expect(logged).toContain('data.object.status: unknown value "paused"\n');
    expect(logged).toContain("data.object.mood: unknown property\n");
  });

  test("what was not signed, or by someone else", async () => {
    const [status, text] = await post(event(), "whsec_of_another");
    expect(status).toBe(400);
    expect(text).toContain("No signatures found matching");
    const answer = await fetch(address, { method: "POST", body: event() });
    expect(answer.status).toBe(400);
  });

  test("signed text that is not an event", async () => {
    const [status, text] = await post("[]");
    expect([status, text]).toEqual([
      400,
      "value: expected object, received array",
    ]);
    expect((await post("charge=1"))[0]).toBe(400);
  });
});

// Behind the others: it takes so long that the connection to the server would be gone.
describe("the code", () => {
  test("is laid out as all else", async () => {
    expect(code).toContain("safeParseStripeEvent");
    expect(await check(code, { parser: "typescript" })).toBe(true);
  });

  test("compiles at its strictest", () => {
    const program = ts.createProgram([join(folder, "server.ts")], {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      verbatimModuleSyntax: true,
      isolatedModules: true,
      skipLibCheck: true,
      noEmit: true,
      types: ["node"],
      typeRoots: [join(root, "node_modules/@types")],
    });
    const found = ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) =>
        ts.flattenDiagnosticMessageText(messageText, "\n"),
      );
    expect(found).toEqual([]);
  });
});

async function post(body: string, key = secret): Promise<[number, string]> {
  const signature = Stripe.webhooks.generateTestHeaderString({
    payload: body,
    secret: key,
  });
  const answer = await fetch(address, {
    method: "POST",
    headers: { "stripe-signature": signature },
    body,
  });
  return [answer.status, await answer.text()];
}

/** A file and all that it imports by a relative path, as modules that Node runs. */
function transpile(from: string, to: string): void {
  if (existsSync(to)) return;
  const { outputText } = ts.transpileModule(readFileSync(from, "utf8"), {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ES2022,
      verbatimModuleSyntax: true,
    },
  });
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, outputText);
  for (const [, path = ""] of outputText.matchAll(/ from "(\.[^"]+)\.js"/g)) {
    transpile(
      join(dirname(from), `${path}.ts`),
      join(dirname(to), `${path}.js`),
    );
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const found = probe.address();
      const port = typeof found === "object" && found !== null ? found.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function untilItListens(): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error(`it ended: ${logged}`);
    try {
      await fetch(address);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`it does not listen: ${logged}`);
}
