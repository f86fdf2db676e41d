// Whatever a text says, in a document or in the files beside it: what the commands print
// is lines of ours that a terminal and a CI runner show, and what they write is clean.

import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTexts } from "../e2e/folder-snapshot.js";
import { runInProcess } from "../e2e/run-in-process.js";
import { readGenerated } from "./check-output.js";
import { checkPrinted } from "./check-printed.js";
import { checkRawText } from "./check-raw-text.js";
import { excerpt } from "./fault.js";
import { publisherDocument } from "./hostile-document.js";
import { type Place, placesOfFiles } from "./hostile-files.js";
import {
  everything,
  everythingPrintable,
  type HostileText,
  hostileTexts,
} from "./hostile-texts.js";
import { findTextPlaces, putTexts } from "./text-places.js";

const isFull = process.env.HOSTILE_FULL === "1";

/** A few of each kind where not all are tried. */
const texts = isFull
  ? [everything, everythingPrintable, ...hostileTexts]
  : [
      everything,
      everythingPrintable,
      ...hostileTexts.filter((_text, index) => index % 100 === 1),
    ];

describe("a text of a file or of the command line", () => {
  test.each(placesOfFiles)("$name", async (place) => {
    const faults: string[] = [];
    for (const text of texts) faults.push(...(await tryPlace(place, text)));
    expect(faults.slice(0, 20)).toEqual([]);
  });
});

async function tryPlace(
  place: Place,
  { name, text }: HostileText,
): Promise<string[]> {
  const args = place.args(text);
  // No process takes such an argument.
  if (args.some((arg) => arg.includes("\0"))) return [];
  return inFolder(async (folder) => {
    if (!writeFiles(folder, place.files(text))) return [];
    const printed = await runInProcess(folder, args);
    const isRun = args[0] === "run" && printed.status === 0;
    const again = isRun ? await checkAgain(folder, args) : [];
    return [
      ...checkPrinted(printed, false),
      ...again,
      ...checkFiles(folder),
    ].map((fault) => `${name}: ${fault}`);
  });
}

async function checkAgain(
  folder: string,
  args: readonly string[],
): Promise<string[]> {
  const flags = args.slice(1);
  const faults: string[] = [];
  for (const [command, ...more] of [
    ["check"],
    ["list"],
    ["list", "--json"],
    ["run", "--json", "--dry-run"],
  ]) {
    if (command === undefined) continue;
    const printed = await runInProcess(folder, [command, ...flags, ...more]);
    faults.push(...checkPrinted(printed, more.includes("--json")));
    if (printed.status !== 0)
      faults.push(`${command} ends with ${printed.status}: ${printed.stderr}`);
  }
  return faults;
}

function checkFiles(folder: string): string[] {
  return Object.entries(readTexts(folder)).flatMap(([path, text]) => {
    if (path.endsWith("manifest.json")) JSON.parse(text);
    if (!path.endsWith(".ts") && !path.endsWith("manifest.json")) return [];
    const { faults } = path.endsWith(".ts")
      ? readGenerated(path, text)
      : { faults: checkRawText(text) };
    return faults.map(
      ({ kind, index }) => `${kind} in ${path}:${excerpt(text, index)}`,
    );
  });
}

/** False where no file can have such a name. */
function writeFiles(
  folder: string,
  files: ReturnType<Place["files"]>,
): boolean {
  for (const [path, contents] of Object.entries(files)) {
    const isName =
      !/[\0/]|\p{Surrogate}/u.test(path) && Buffer.byteLength(path) < 255;
    if (!isName) return false;
    const text =
      typeof contents === "string" ? contents : JSON.stringify(contents);
    writeFileSync(join(folder, path), text);
  }
  return true;
}

async function inFolder<Result>(
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "codegen-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("a document whose every word is hostile", () => {
  const places = findTextPlaces(publisherDocument).filter(
    ({ pointer, kind }) =>
      kind === "value" &&
      /\/(?:description|summary|title|default|const)$/.test(pointer),
  );
  const names = findTextPlaces(publisherDocument).filter(
    ({ pointer, kind }) =>
      kind === "key" &&
      /^#\/(?:components\/schemas\/Words\/properties|webhooks)\/\w+$/.test(
        pointer,
      ),
  );
  const flags = [
    "--spec",
    "api.json",
    "--template",
    "typescript",
    "--out",
    "out",
  ];
  const emit = [
    "--set",
    "emit=models,values,params,events,validators,factories",
  ];

  test.each([0, 1, 2])(
    "is reported safely by each command, turn %i",
    async (turn) => {
      const textAt = (index: number) =>
        hostileTexts[(index * 11 + turn) % hostileTexts.length]?.text ?? "";
      const printable = (index: number) =>
        textAt(index).replace(/[\p{Cc}/\\]|\.\./gu, "");
      const spec = putTexts(
        publisherDocument,
        new Map([
          ...places.map((place, index) => [place, textAt(index)] as const),
          ...names.map(
            (place, index) => [place, `${index} ${printable(index)}`] as const,
          ),
        ]),
      );
      await inFolder(async (folder) => {
        writeFileSync(join(folder, "api.json"), JSON.stringify(spec));
        const ran = await runInProcess(folder, ["run", ...flags, ...emit]);
        expect(ran).toMatchObject({
          status: 0,
          stderr: expect.not.stringContaining("error: "),
        });
        const faults = [
          ...checkPrinted(ran, false),
          ...checkFiles(join(folder, "out")),
        ];
        damage(folder, "out/model/Words.ts", textAt);
        damage(folder, "out/model/charge.ts", textAt);
        for (const command of [
          ["check"],
          ["check", "--json"],
          ["list"],
          ["list", "--json"],
          ["inspect", "Words"],
          ["run", "--dry-run"],
          ["run", "--json"],
        ]) {
          const [name = "", ...more] = command;
          const printed = await runInProcess(folder, [
            name,
            ...more,
            ...flags,
            ...emit,
          ]);
          const isJson = command.includes("--json") || name === "inspect";
          faults.push(
            ...checkPrinted(printed, isJson).map(
              (fault) => `${command.join(" ")}: ${fault}`,
            ),
          );
          expect(printed.stdout).not.toBe("");
        }
        expect(faults.slice(0, 20)).toEqual([]);
      });
    },
  );
});

/** Edited by hand, by someone who has hostile texts at hand: `check` shows what differs. */
function damage(
  folder: string,
  path: string,
  textAt: (index: number) => string,
): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  const lines = readFileSync(file, "utf8").split("\n");
  const damaged = lines.map((line, index) =>
    index % 9 === 0 ? `${textAt(index)}${line}` : line,
  );
  writeFileSync(file, damaged.join("\n"));
}
