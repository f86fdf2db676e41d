// A folder or a link that is swapped between the check of a path and the reading of the
// file, at every call of the file system: nothing outside of the root is read.

import * as fs from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { readFile } from "../../../../src/source/files/read-file.js";
import { temporaryFolder } from "../../../e2e/temporary-folder.js";

const injected = vi.hoisted(() => ({
  /** Called before each call of the file system. */
  before: () => {},
}));

vi.mock("node:fs", async (importOriginal) => {
  const real = await importOriginal<typeof import("node:fs")>();
  const names = [
    "realpathSync",
    "statSync",
    "openSync",
    "fstatSync",
    "readSync",
  ];
  const hooked = names.map((name) => {
    const call = Reflect.get(real, name) as (...args: unknown[]) => unknown; // a function of `node:fs`
    return [
      name,
      (...args: unknown[]) => {
        injected.before();
        return call(...args);
      },
    ];
  });
  return { ...real, ...Object.fromEntries(hooked) };
});

afterEach(() => {
  injected.before = () => {};
});

const limit = 1000;

function setUp() {
  const folder = temporaryFolder({
    "root/api/part.txt": "inside",
    "outside/part.txt": "secret",
  });
  const api = join(folder, "root/api");
  const outside = join(folder, "outside");
  return {
    root: join(folder, "root"),
    path: join(api, "part.txt"),
    swaps: {
      "the folder": () => {
        fs.renameSync(api, `${api}-before`);
        fs.symlinkSync(outside, api);
      },
      "the file": () => {
        fs.rmSync(join(api, "part.txt"));
        fs.symlinkSync(join(outside, "part.txt"), join(api, "part.txt"));
      },
    },
  };
}

test.each(["the folder", "the file"] as const)(
  "%s is swapped at any call",
  (what) => {
    const { root, path } = setUp();
    let calls = 0;
    injected.before = () => void calls++;
    expect(String(readFile(path, { limit, root }))).toBe("inside");
    expect(calls).toBeGreaterThan(4);
    const outcomes = new Set<string>();
    for (let call = 1; call <= calls; call++) {
      const { root, path, swaps } = setUp();
      let left = call;
      injected.before = () => {
        left--;
        if (left === 0) swaps[what]();
      };
      try {
        outcomes.add(String(readFile(path, { limit, root })));
      } catch (error) {
        expect(error).toMatchObject({ name: "ReadFailure", kind: "outside" });
        outcomes.add("refused");
      }
      injected.before = () => {};
    }
    // After the last check, the file that was checked is the one that is read.
    expect([...outcomes].sort()).toEqual(["inside", "refused"]);
  },
);

test("is swapped, and swapped back after it was opened", () => {
  const { root, path, swaps } = setUp();
  const api = join(root, "api");
  const opened = "openSync";
  let calls = 0;
  injected.before = () => {
    calls++;
    // The calls before opening: two real paths and a status.
    if (calls === 4) swaps["the folder"]();
    if (calls === 5) {
      fs.rmSync(api);
      fs.renameSync(`${api}-before`, api);
    }
  };
  expect(() => readFile(path, { limit, root }), opened).toThrow(
    "was replaced while it was read",
  );
});
