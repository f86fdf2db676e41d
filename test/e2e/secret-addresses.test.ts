// Every form of an address, in every place where one may stand: no secret of it is
// printed or written. The forms are those of the URL standard, and those that people
// get by a slip; each has its secrets where a user, a password or a query would be.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { readTexts } from "./folder-snapshot.js";
import { run } from "./refusal.js";
import { type CodegenResult, runCodegen, startCodegen } from "./run-codegen.js";
import { smallDocument } from "./small-document.js";
import { temporaryFolder } from "./temporary-folder.js";

const S = "hunter2";
const host = "127.0.0.1:1"; // nothing listens here
const user = `${S}:${S}`;

const forms: readonly string[] = [
  `http://${user}@${host}/x?token=${S}`,
  `HTTPS://${S}@${host}/x`,
  `http:/${user}@${host}/x`,
  `http:${user}@${host}`,
  `http:\\\\${user}@${host}\\x?${S}`,
  `http:///${user}@${host}/x`,
  `http ://${user}@${host}/x`,
  `http: //${user}@${host}/x`,
  ` http://${user}@${host}/x?k=${S}`,
  `\u0001http://${user}@${host}/x?k=${S}`,
  `ht\ntp://${user}@${host}/x?k=${S}`,
  `//${user}@${host}/x?k=${S}`,
  `\\\\${user}@${host}\\x`,
  `ftp://${user}@${host}/x?k=${S}`,
  `http://me:se#${S}@${host}/x`,
  `http://me:se?${S}@${host}/x`,
  `http://me:se/${S}@${host}/x`,
  `http://me:1/${S}@${host}/x`,
  `http://me:1#${S}@${host}/x`,
  `http://me:1?${S}@${host}/x`,
  `http://me:se ${S}@${host}/x`,
  `http://me:se"${S}@${host}/x`,
  `http://me:${S}%40${host}/x`,
  `http://me:${S}`,
  `http://me:p#${S}`,
  `${user}@${host}/x.yaml`,
  `http://${host}/x?${S}`,
  `http://${host}/x#access_token=${S}`,
  `part.yaml?token=${S}`,
  `x.yaml?token=${S}`,
  `x.yaml?${S}#/a`,
  `x.yaml%3Ftoken=${S}`,
  `/schema?q=${S}#/nope`,
  `../plain?k=${S}`,
  `?k=${S}`,
  `x.yaml#token=${S}`,
  `file:///nowhere.yaml?token=${S}`,
  `file://${user}@${host}/x`,
  `npm:zoo/doc.json?token=${S}`,
  `npm:${user}@${host}/x`,
  `javascript:${S}`,
  `mailto:${S}@${host}?subject=${S}`,
  `data:text/plain,${S}`,
];

/** Addresses without secrets, which are shown unchanged. */
const shownForms: readonly string[] = [
  "x.yaml",
  "../common/a b.yaml",
  "node_modules/@scope/zoo/doc.json",
  "node_modules/.pnpm/zoo@1.0.0/doc.json",
  "npm:@scope/zoo/doc.json",
  "npm:zoo@1.0.0/doc.json",
  "C:\\api\\doc.json",
  "x.yaml#/components/schemas/A",
  "x.yaml#/content/application~1json;charset=utf-8",
  "#/paths/~1a?b=c/get",
  "http://nowhere.example/@scope/zoo@1.0.0/doc.json",
  "file:///nowhere/doc.json",
  "urn:example:zoo",
];

const good = smallDocument({ A: {} });

/** The file that a reference means where a query is taken as part of its name. */
const present = { [`part.yaml?token=${S}`]: "type: [unknown\n" };

interface Tried {
  readonly files?: Readonly<Record<string, string>>;
  readonly args: readonly string[];
}

type Start = (cwd: string, args: readonly string[]) => Promise<CodegenResult>;

/** Runs the command in a folder, and returns all that it prints and writes with a secret in it. */
async function findSecrets(tried: Tried, start: Start): Promise<string[]> {
  const files = { "good.json": good, ...present, ...tried.files };
  const folder = temporaryFolder(files);
  const { stdout, stderr, status } = await start(folder, tried.args);
  expect(stdout + stderr).not.toBe("");
  expect([0, 1, 2]).toContain(status);
  const written = Object.entries(readTexts(folder))
    .filter(([path]) => !Object.hasOwn(files, path))
    .flatMap(([path, text]) => [path.replace(/^.*out\//s, ""), text]);
  return [stdout, stderr, ...written]
    .flatMap((text) => text.split("\n"))
    .filter((line) => line.includes(S));
}

const config = (output: Readonly<Record<string, unknown>>) => ({
  "c.yaml": JSON.stringify({
    outputs: [{ spec: "good.json", out: "out", ...output }],
  }),
});
const fromConfig = ["run", "--config", "c.yaml"];
const withRefs = ($ref: string, more: object = {}) =>
  JSON.stringify({
    ...JSON.parse(good),
    paths: {
      "/a": {
        get: {
          operationId: "getA",
          parameters: [{ $ref }],
          responses: { "200": { $ref } },
        },
      },
    },
    components: {
      schemas: {
        A: { $ref },
        B: { type: "object", properties: { b: { items: { $ref } } } },
        C: {
          type: "object",
          properties: { kind: { type: "string" } },
          discriminator: {
            propertyName: "kind",
            mapping: { c: $ref },
            defaultMapping: $ref,
          },
          example: { $ref },
        },
      },
    },
    ...more,
  });
const emit = ["--set", "emit=models,params,events,validators"];
const overlay = ($ref: string) =>
  JSON.stringify({
    overlay: "1.0.0",
    info: {},
    extends: $ref,
    actions: [{ target: "$.components.schemas.A", update: { $ref } }],
  });

const places: Readonly<Record<string, (form: string) => Tried>> = {
  "--spec": (form) => ({ args: run(form) }),
  "--overlay": (form) => ({ args: run("good.json", "--overlay", form) }),
  "--root": (form) => ({ args: run("good.json", "--root", form) }),
  "--template": (form) => ({ args: run("good.json", "--template", form) }),
  "--out": (form) => ({ args: [...run("good.json"), "--out", `${form}out/`] }),
  "--config": (form) => ({ args: ["run", "--config", form] }),
  "a wrong argument": (form) => ({ args: [form] }),
  "a wrong option": (form) => ({ args: ["run", `--sepc=${form}`] }),
  "a setting": (form) => ({ args: run("good.json", "--limit", form) }),
  "`spec` of a config": (form) => ({
    files: config({ spec: form }),
    args: fromConfig,
  }),
  "other keys of a config": (form) => ({
    files: config({ presence: form, fixtures: form, root: form, [form]: 1 }),
    args: fromConfig,
  }),
  "`fixtures` of a config": (form) => ({
    files: config({ fixtures: form }),
    args: fromConfig,
  }),
  "a pin": (form) => ({
    files: { "pin/p.json": JSON.stringify({ source: form, sha256: "0" }) },
    args: run("pin/p.json"),
  }),
  "a reference": (form) => ({
    files: { "doc.json": withRefs(form) },
    args: run("doc.json", ...emit),
  }),
  "a reference, with --remote": (form) => ({
    files: { "doc.json": withRefs(form) },
    args: run("doc.json", "--remote", "--strict"),
  }),
  "a reference in another file": (form) => ({
    files: {
      "doc.json": smallDocument({ A: { $ref: "other.json" } }),
      "other.json": JSON.stringify({ properties: { a: { $ref: form } } }),
    },
    args: run("doc.json", "--json"),
  }),
  "a reference of an overlay": (form) => ({
    files: { "o.json": overlay(form) },
    args: run("good.json", "--overlay", "o.json"),
  }),
  "a file with a line that is not YAML": (form) => ({
    files: { "doc.yaml": `a: [\n$ref: "${form.replaceAll("\n", "")}"\n` },
    args: run("doc.yaml"),
  }),
};

describe("no secret of an address is printed or written:", () => {
  test.each(Object.entries(places))("%s", async (_name, place) => {
    const found: Record<string, string[]> = {};
    for (const form of forms) {
      const lines = await findSecrets(place(form), runCodegen);
      if (lines.length > 0) found[form] = lines;
    }
    expect(found).toEqual({});
  });

  test.each(["pin", "ref", "to", "none"])(
    "what a server sends: %s",
    async (kind) => {
      const served = await serveForms();
      const found: Record<string, string[]> = {};
      for (const [number, form] of forms.entries()) {
        const spec = `http://${user}@${served}/${number}/${kind}?sig=${S}`;
        const args = run(spec, "--remote");
        const lines = await findSecrets({ args }, runCodegen);
        if (lines.length > 0) found[form] = lines;
      }
      expect(found).toEqual({});
    },
  );

  test.each(shownForms)(
    "other addresses are shown as they are: %j",
    async (form) => {
      const files = { "doc.json": smallDocument({ A: { $ref: form } }) };
      const folder = temporaryFolder(files);
      const { stderr } = await runCodegen(folder, run("doc.json"));
      expect(stderr).toContain(JSON.stringify(form));
    },
  );

  test.each([...forms.entries()])(
    "as a process of its own: %i, %j",
    async (number, form) => {
      const all = Object.values(places);
      const place = all[number % all.length];
      if (place === undefined) throw new Error("there are places");
      expect(await findSecrets(place(form), startCodegen)).toEqual([]);
    },
  );
});

/** `/N/pin`, `/N/ref` and `/N/to` lead to the form of that number; returns host and port. */
async function serveForms(): Promise<string> {
  const server = createServer(({ url = "" }, response) => {
    const [, number, kind] = url.split(/[/?]/);
    const form = forms[Number(number)] ?? "";
    if (kind === "pin") {
      response.end(JSON.stringify({ source: form, sha256: "0" }));
    } else if (kind === "ref") response.end(withRefs(form));
    else if (kind === "to" && /^[\x20-\x7e]*$/.test(form)) {
      response.writeHead(302, { location: form }).end();
    } else response.writeHead(404, `no ${url}`).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  // It listens on a port, and not on a pipe.
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
