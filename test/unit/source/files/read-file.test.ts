// Reads only regular files from disk, up to a limit and below a root: never a file that
// blocks or does not end.

import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  isInside,
  ReadFailure,
  readFile,
  readHandle,
} from "../../../../src/source/files/read-file.js";
import {
  openPipe,
  readStream,
} from "../../../../src/source/files/read-stream.js";
import { temporaryFolder } from "../../../e2e/temporary-folder.js";

const limit = 1000;

function failure(read: () => unknown): { kind: string; message: string } {
  try {
    read();
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    return { kind: error.kind, message: error.message };
  }
  throw new Error("it was read");
}

describe("a file", () => {
  test("of up to the limit is read whole", () => {
    const folder = temporaryFolder({ a: "x".repeat(limit), empty: "" });
    const read = (name: string) => readFile(join(folder, name), { limit });
    expect(read("a").toString()).toBe("x".repeat(limit));
    expect(read("empty").toString()).toBe("");
  });

  test("beyond it is refused", () => {
    const folder = temporaryFolder({ a: "x".repeat(limit + 1) });
    expect(failure(() => readFile(join(folder, "a"), { limit }))).toEqual({
      kind: "too-large",
      message: "has 1001 bytes or more",
    });
  });

  test("of any size takes no memory: this one is a terabyte of nothing", () => {
    const path = join(temporaryFolder({ a: "" }), "a");
    truncateSync(path, 2 ** 40);
    expect(failure(() => readFile(path, { limit })).kind).toBe("too-large");
  });

  test.skipIf(!existsSync("/proc/self/status"))(
    "that states no size is read to its end",
    () => {
      // Files of `/proc` have the size 0 and contents all the same.
      const text = readFile("/proc/self/status", { limit: 1e6 }).toString();
      expect(text).toMatch(/^Name:/);
      expect(
        failure(() => readFile("/proc/self/status", { limit: 3 })).kind,
      ).toBe("too-large");
    },
  );

  test("that grows while it is read ends at the limit", () => {
    const path = join(temporaryFolder({ a: "x" }), "a");
    const handle = openSync(path, "r");
    try {
      appendFileSync(path, "y".repeat(2 * limit)); // after it was opened
      expect(failure(() => readHandle(handle, limit)).kind).toBe("too-large");
    } finally {
      closeSync(handle);
    }
  });
});

describe("what is not a regular file", () => {
  test.each(["/dev/zero", "/dev/full", "/dev/null", "/dev/random"])(
    "%s is a device",
    (path) => {
      expect(failure(() => readFile(path, { limit }))).toEqual({
        kind: "not-regular",
        message: "is a device, not a regular file",
      });
    },
  );

  test("a pipe that nobody writes to is refused at once", () => {
    const path = join(temporaryFolder(), "pipe");
    execFileSync("mkfifo", [path]);
    expect(failure(() => readFile(path, { limit }))).toEqual({
      kind: "not-regular",
      message: "is a pipe, not a regular file",
    });
  });

  test("a folder", () => {
    const path = temporaryFolder();
    expect(failure(() => readFile(path, { limit })).kind).toBe("directory");
  });
});

describe("what the system refuses", () => {
  const folder = () => {
    const path = temporaryFolder({ file: "x" });
    symlinkSync("circle", join(path, "circle"));
    return path;
  };
  const reason = (name: string) =>
    failure(() => readFile(join(folder(), name), { limit }));

  test.each([
    ["missing", "missing", "does not exist"],
    ["file/below", "missing", "does not exist"],
    ["a\0b", "missing", "has a NUL character in its name"],
    ["circle", "refused", "(ELOOP)"],
    ["n".repeat(300), "refused", "(ENAMETOOLONG)"],
  ])("%j", (name, kind, message) => {
    expect(reason(name).kind).toBe(kind);
    expect(reason(name).message).toContain(message);
  });
});

describe("below a root", () => {
  const tree = () => {
    const folder = temporaryFolder({
      "root/in": "in",
      "root/deep/in": "deep",
      "root-not/out": "out",
      out: "out",
    });
    symlinkSync("../../out", join(folder, "root/deep/link-out"));
    symlinkSync("../..", join(folder, "root/deep/folder-out"));
    symlinkSync("../in", join(folder, "root/deep/link-in"));
    symlinkSync("root", join(folder, "alias"));
    return folder;
  };

  test.each(["in", "deep/in", "deep/link-in", "deep/../in"])("%s", (path) => {
    const folder = tree();
    const root = join(folder, "root");
    expect(readFile(`${root}/${path}`, { limit, root })).not.toHaveLength(0);
    expect(
      readFile(join(folder, "alias", path), { limit, root }),
    ).not.toHaveLength(0);
  });

  test.each([
    "deep/link-out",
    "deep/folder-out/out",
    "../out",
    "../root-not/out",
  ])("not %s", (path) => {
    const root = join(tree(), "root");
    const read = () => readFile(`${root}/${path}`, { limit, root });
    expect(failure(read).kind).toBe("outside");
  });

  test("names that only begin alike are not inside", () => {
    expect(isInside("/a/b", "/a/b/c")).toBe(true);
    expect(isInside("/a/b", "/a/b")).toBe(true);
    expect(isInside("/a/b", "/a/bc")).toBe(false);
    expect(isInside("/a/b", "/a")).toBe(false);
    expect(isInside("/a/b", "/a/b/..c")).toBe(true);
    expect(isInside("/", "/a")).toBe(true);
  });
});

describe("a pipe that the user names", () => {
  const pipe = () => {
    const path = join(temporaryFolder(), "pipe");
    execFileSync("mkfifo", [path]);
    return path;
  };
  const read = (path: string, milliseconds: number) => {
    const stream = openPipe(path);
    if (stream === null) throw new Error("it is a pipe");
    const signal = AbortSignal.timeout(milliseconds);
    return readStream(stream, { limit, signal });
  };

  test("is read to its end", async () => {
    const path = pipe();
    const reading = read(path, 60_000);
    writeFileSync(path, "hello");
    expect(String(await reading)).toBe("hello");
  });

  test("beyond the limit is not", async () => {
    const path = pipe();
    const reading = read(path, 60_000);
    writeFileSync(path, "x".repeat(limit + 1));
    expect(await reading).toBe("too-large");
  });

  test("that nobody writes to is waited for only so long", async () => {
    expect(await read(pipe(), 50)).toBe("too-slow");
  });

  test("anything else is none", () => {
    const folder = temporaryFolder({ file: "x" });
    mkdirSync(join(folder, "folder"));
    for (const name of ["file", "folder"]) {
      expect(openPipe(join(folder, name))).toBeNull();
    }
    expect(openPipe("/dev/zero")).toBeNull();
  });
});
