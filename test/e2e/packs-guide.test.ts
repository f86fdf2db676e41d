// docs/packs.md as a reader would follow it: its files, its command, and what it promises.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runCodegen } from "./run-codegen.js";
import { temporaryFolder } from "./temporary-folder.js";

const guide = readFileSync(
  fileURLToPath(new URL("../../docs/packs.md", import.meta.url)),
  "utf8",
);

const blocks = [
  ...guide.matchAll(/<!-- (file: (\S+)|command) -->\n\n```\w+\n([\s\S]*?)```/g),
].map(([, kind = "", path = "", text = ""]) => ({ kind, path, text }));

test("the guide's pack makes the guide's page", async () => {
  const files = blocks.filter(({ kind }) => kind !== "command");
  const [command] = blocks.filter(({ kind }) => kind === "command");
  const [page, ...more] = files.filter(({ path }) => path.startsWith("pages/"));
  expect(more).toEqual([]);
  const given = files.filter((file) => file !== page);
  expect(given.map(({ path }) => path)).toEqual([
    "zoo.yaml",
    "mine/pack.yaml",
    "mine/page.hbs",
    "mine/partials/type.hbs",
  ]);
  const folder = temporaryFolder(
    Object.fromEntries(given.map(({ path, text }) => [path, text])),
  );
  const args = (command?.text ?? "").trim().split(" ").slice(2);
  expect(args[0]).toBe("run");
  expect(await runCodegen(folder, args)).toMatchObject({
    status: 0,
    stderr: "",
  });
  const made = readFileSync(join(folder, page?.path ?? ""), "utf8");
  expect(made).toBe(page?.text);
});

const pages = ["markdown", "python", "zod"];

test.each(pages)("docs/%s.md shows what the pack makes", (name) => {
  const page = readFileSync(
    fileURLToPath(new URL(`../../docs/${name}.md`, import.meta.url)),
    "utf8",
  );
  const [, path = "", shown = ""] =
    /<!-- excerpt: (\S+) -->\n\n```\w+\n([\s\S]*?)\n```/.exec(page) ?? [];
  const made = readFileSync(
    fileURLToPath(new URL(`../golden/cases/${path}`, import.meta.url)),
    "utf8",
  );
  expect(shown.split("\n").length).toBeGreaterThan(10);
  expect(made).toContain(shown);
});
