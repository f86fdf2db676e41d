// Every path of `src`, `test` or `templates` in documents and comments exists.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const list = (folder: string, ending: RegExp) =>
  readdirSync(fileURLToPath(new URL(folder, root)), {
    recursive: true,
    encoding: "utf8",
  })
    .filter((path) => ending.test(path) && !/node_modules|installed/.test(path))
    .map((path) => `${folder}${path.replaceAll("\\", "/")}`);

const documents = [
  ...readdirSync(fileURLToPath(root)).filter((path) => path.endsWith(".md")),
  ...list("docs/", /\.md$/),
  ...list("templates/", /\.md$/),
  ...list("test/", /\.md$/),
  ...list("bench/", /\.md$/),
  ...list("src/", /\.(md|ts)$/),
];

/** Files that documents name and that are made when someone asks for them. */
const made = ["test/corpus/installed"];

test("documents and comments name files that are there", () => {
  const gone = documents.flatMap((path) =>
    [
      ...readFileSync(new URL(path, root), "utf8").matchAll(
        /`((?:src|test|templates)\/[\w./-]+\w)`/g,
      ),
    ]
      .flatMap(([, name]) => name ?? [])
      .filter((name) => !made.includes(name))
      .filter((name) => !/^src\/model(\.rs|\/)/.test(name)) // of the user's own crate
      .filter((name) => !existsSync(new URL(name, root)))
      .map((name) => `${path}: ${name}`),
  );
  expect(gone).toEqual([]);
});

test("the map of the code names files that are there", () => {
  const map = readFileSync(new URL("src/README.md", root), "utf8");
  const rooms = /```layers\n([\s\S]*?)```/.exec(map)?.[1]?.split(/\s+/) ?? [];
  const named = [...map.matchAll(/`([\w-]+(?:\/[\w-]+)*\/[\w.-]+\.ts)`/g)]
    .flatMap(([, name]) => name ?? [])
    .filter((name) => rooms.includes(name.split("/")[0] ?? ""));
  expect(named.length).toBeGreaterThan(30);
  const gone = named.filter(
    (name) => !existsSync(new URL(`src/${name}`, root)),
  );
  expect(gone).toEqual([]);
});
