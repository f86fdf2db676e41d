// A signal while a run waits for a server or a pipe: it ends at once, and the disk is as
// it was.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { constants } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { snapshotFolder } from "./folder-snapshot.js";
import { folderWithOutput, run } from "./refusal.js";
import { command } from "./run-codegen.js";
import { smallDocument } from "./small-document.js";

/** A server that begins an answer, or none, and never ends it. */
async function serveForever(begins: boolean) {
  const server = createServer((_request, response) => {
    if (begins) response.write("{");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // It listens on a port, and not on a pipe.
  const { port } = server.address() as AddressInfo;
  return { asked: once(server, "request"), base: `http://127.0.0.1:${port}` };
}

/** The exit status that a shell reports. */
async function stop(
  folder: string,
  args: readonly string[],
  signal: "SIGINT" | "SIGTERM",
  isWaiting: Promise<unknown>,
): Promise<number | null> {
  const child = spawn(process.execPath, [command, ...args], { cwd: folder });
  const closed = once(child, "close");
  await isWaiting;
  child.kill(signal);
  const [code, by]: [number | null, NodeJS.Signals | null] =
    (await closed) as never; // the arguments of the event
  return by === null ? code : 128 + constants.signals[by];
}

describe.skipIf(process.platform === "win32")("a run is stopped", () => {
  test.each([
    ["SIGINT", 130, false],
    ["SIGINT", 130, true],
    ["SIGTERM", 143, true],
  ] as const)(
    "by %s, with exit status %i, while it waits for a server (begun: %s)",
    async (signal, expected, begins) => {
      const { asked, base } = await serveForever(begins);
      const folder = await folderWithOutput({});
      const before = snapshotFolder(folder);
      const args = run(`${base}/doc.json`);
      expect(await stop(folder, args, signal, asked)).toBe(expected);
      expect(snapshotFolder(folder)).toEqual(before);
    },
  );

  test("while it waits for a file that the document refers to", async () => {
    const { asked, base } = await serveForever(true);
    const $ref = `${base}/part.json`;
    const folder = await folderWithOutput({
      "doc.json": smallDocument({ A: { $ref } }),
    });
    const before = snapshotFolder(folder);
    const args = run("doc.json", "--remote", "--remote-private");
    expect(await stop(folder, args, "SIGINT", asked)).toBe(130);
    expect(snapshotFolder(folder)).toEqual(before);
  });

  test("while it waits for a pipe", async () => {
    const folder = await folderWithOutput({});
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const paths = Object.keys(snapshotFolder(join(folder, "out")));
    // A writer can open the pipe only once somebody reads it.
    const writer = spawn("sh", ["-c", 'exec 3>"$0"; echo; read -r _', pipe]);
    onTestFinished(() => void writer.kill());
    const opened = once(writer.stdout, "data");
    expect(await stop(folder, run("pipe"), "SIGINT", opened)).toBe(130);
    expect(Object.keys(snapshotFolder(join(folder, "out")))).toEqual(paths);
  });
});
