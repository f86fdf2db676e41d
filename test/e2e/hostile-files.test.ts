// Documents that refer to what is none of their business: each ends with 2, says what and
// where, reads nothing more, and quotes next to nothing of what it read.

import { execFileSync } from "node:child_process";
import { symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTexts } from "./folder-snapshot.js";
import { expectRefusal, folderWithOutput, run } from "./refusal.js";
import { command, runCodegen, startCodegen } from "./run-codegen.js";
import { smallDocument } from "./small-document.js";
import { temporaryFolder } from "./temporary-folder.js";

const withRef = ($ref: string) => smallDocument({ A: { $ref } });
const where = "api/doc.json #/components/schemas/A/$ref";
const secret = `sk_${"0123456789".repeat(6)}`;

/** Things of the disk that no text can be, below `api`. */
function addSpecial(folder: string): void {
  execFileSync("mkfifo", [join(folder, "api/pipe")]);
  symlinkSync("/etc/hostname", join(folder, "api/out.yaml"));
  symlinkSync("/etc", join(folder, "api/etc"));
  symlinkSync("circle", join(folder, "api/circle"));
  writeFileSync(join(folder, "api/vast.json"), "");
  truncateSync(join(folder, "api/vast.json"), 2 ** 40);
}

const references: readonly (readonly [string, string, string])[] = [
  ["/dev/zero", "ref/outside", 'outside of the root folder "."'],
  ["../../../../../etc/passwd", "ref/outside", "outside of the root folder"],
  ["/etc/passwd", "ref/outside", "outside of the root folder"],
  ["file:///etc/passwd#/a", "ref/outside", "outside of the root folder"],
  ["/proc/self/environ", "ref/outside", "outside of the root folder"],
  ["out.yaml", "ref/outside", "a link that leads out"],
  ["etc/hostname", "ref/outside", "a link that leads out"],
  ["circle", "spec/unreadable", "(ELOOP)"],
  ["pipe", "spec/unreadable", "is a pipe, not a regular file"],
  [
    "vast.json",
    "spec/limit",
    'a file may have 268435456 bytes (limit "bytes")',
  ],
  [".", "spec/unreadable", "is a directory"],
  ["n".repeat(300), "spec/unreadable", "(ENAMETOOLONG)"],
  ["a\0b", "ref/not-found", "refers to a file that is not there"],
  ["a%00b", "ref/not-found", "refers to a file that is not there"],
  ["%E0%A4%A", "ref/not-found", "refers to a file that is not there"],
  ["file://otherhost/x.json", "ref/external", "does not point into"],
  ["file:///a%2Fb.json", "ref/external", "does not point into"],
  ["http://[::1", "ref/external", "does not point into"],
  ["http://a/%E0%A4%A", "ref/remote", "is in the network"],
];

describe("a reference to", () => {
  test.each(references)("%j", async (ref, code, what) => {
    const folder = await folderWithOutput({ "api/doc.json": withRef(ref) });
    const args = run("api/doc.json");
    addSpecial(folder);
    const result = await runCodegen(folder, args);
    const [first = "", at] = result.stderr.split("\n");
    expect(first).toContain(what);
    expect(first).toContain(`[${code}]`);
    expect(at).toBe(`  at ${where}`);
    expect(result.status).toBe(2);
    expect(result.stdout).toBe("");
  });

  test("a link that stays below the root is followed", async () => {
    const folder = temporaryFolder({
      "api/doc.json": withRef("part.json"),
      "common/part.json": '{"type": "string"}',
    });
    symlinkSync("../common/part.json", join(folder, "api/part.json"));
    expect(await runCodegen(folder, run("api/doc.json"))).toMatchObject({
      status: 0,
      stderr: "",
    });
  });
});

describe("the root", () => {
  const files = {
    "project/api/doc.json": withRef("../common/x.json"),
    "project/common/x.json": '{"type": "string"}',
  };
  const project = (more: Readonly<Record<string, string>> = {}) =>
    join(temporaryFolder({ ...files, ...more }), "project");
  const refused = { status: 2, stderr: expect.stringMatching(/ref\/outside/) };
  const config = (more: string) => ({
    "project/api/codegen.config.yaml": `outputs: [{spec: doc.json, out: out${more}}]\n`,
  });

  test("is the working folder, where the document is in it", async () => {
    const result = await runCodegen(project(), run("api/doc.json"));
    expect(result).toMatchObject({ status: 0, stderr: "" });
  });

  test("is the document's own folder elsewhere", async () => {
    const folder = project();
    const elsewhere = temporaryFolder();
    const spec = join(folder, "api/doc.json");
    expect(await runCodegen(elsewhere, run(spec))).toMatchObject(refused);
    expect(
      await runCodegen(elsewhere, run(spec, "--root", folder)),
    ).toMatchObject({
      status: 0,
      stderr: "",
    });
  });

  test("is the working folder, by whatever links it is named", async () => {
    const folder = project();
    const names = temporaryFolder();
    symlinkSync(folder, join(names, "one"));
    symlinkSync(folder, join(names, "other"));
    const fine = { status: 0, stderr: "" };
    for (const args of [
      run(join(names, "one/api/doc.json")),
      run(join(folder, "api/doc.json")),
      run("api/doc.json", "--root", join(names, "other")),
      run(join(names, "one/api/doc.json"), "--root", join(names, "other")),
    ]) {
      expect(await runCodegen(join(names, "other"), args)).toMatchObject(fine);
    }
    const config = {
      outputs: [{ spec: join(names, "one/api/doc.json"), out: "out" }],
    };
    writeFileSync(join(folder, "c.yaml"), JSON.stringify(config));
    const args = ["run", "--config", join(names, "other/c.yaml")];
    expect(await runCodegen(names, args)).toMatchObject(fine);
  });

  test("is never the whole disk, unless it is chosen", async () => {
    const folder = project();
    const spec = join(folder, "api/doc.json");
    const args = [...run(spec), "--out", join(folder, "out")];
    expect(await runCodegen("/", args)).toMatchObject(refused);
    expect(await runCodegen("/", [...args, "--root", "/"])).toMatchObject({
      status: 0,
    });
  });

  test("is the folder of the config", async () => {
    const folder = project(config(""));
    const args = ["run", "--config", "api/codegen.config.yaml"];
    expect(await runCodegen(folder, args)).toMatchObject(refused);
    expect(await runCodegen(folder, [...args, "--root", "."])).toMatchObject({
      status: 0,
    });
  });

  test("is what the config says, from its folder", async () => {
    const folder = project(config(", root: .."));
    expect(await runCodegen(join(folder, "api"), ["run"])).toMatchObject({
      status: 0,
    });
  });

  test("is the package, for a document of one", async () => {
    const files = {
      "node_modules/zoo/doc.json": withRef("../other/x.json"),
      "node_modules/other/x.json": "{}",
    };
    const args = run("npm:zoo/doc.json");
    expect(await runCodegen(temporaryFolder(files), args)).toMatchObject(
      refused,
    );
  });

  test("has to be a folder", async () => {
    const args = run("api/doc.json", "--root", "nowhere");
    const { stderr, status } = await runCodegen(project(), args);
    expect(stderr).toContain("is not a folder [option/wrong-value]");
    expect(status).toBe(2);
  });

  test("does not let an overlay out", async () => {
    const overlay =
      'overlay: 1.0.0\ninfo: {}\nactions: [{target: $.components.schemas.B, update: {$ref: "../../../etc/passwd"}}]\n';
    const folder = temporaryFolder({
      "doc.json": smallDocument({ A: {}, B: {} }),
      "fixes/o.yaml": overlay,
    });
    const args = run("doc.json", "--overlay", "fixes/o.yaml");
    expect(await runCodegen(folder, args)).toMatchObject(refused);
  });
});

describe("a referenced file is hardly quoted", () => {
  test.each([
    ["a line", secret],
    ["a tag", `!${secret} x`],
    ["an alias", `*${secret}`],
    ["a key", `${secret}: 1`],
    ["a type", `type: ${secret}`],
    ["a key of YAML that is a list", `type: object\n? [${secret}]\n: 1`],
    ["a reference", `$ref: "#/${secret}"`],
    ["an unknown keyword", `type: object\nproperties: {a: {${secret}: {}}}`],
    ["wrong JSON", `{"${secret}": ${secret}}`],
    ["an unclosed text", `a: "${secret}`],
  ])("%s", async (_name, text) => {
    const folder = temporaryFolder({
      "doc.json": withRef("secret.env"),
      "secret.env": text,
    });
    for (const args of [
      run("doc.json"),
      run("doc.json", "--strict", "--json"),
    ]) {
      const { stdout, stderr } = await runCodegen(folder, args);
      const said = stdout + stderr;
      expect(said).not.toContain(secret.slice(0, 41));
    }
  });
});

describe("what the user names", () => {
  test.each(["/dev/zero", "/dev/full", "/dev/null"])("%s", async (path) => {
    await expectRefusal(await folderWithOutput({}), {
      args: run(path),
      code: "spec/unreadable",
      what: `"${path}" is a device, not a regular file`,
      where: path,
      help: "regular file",
    });
  });

  test("a pipe is read, as shells write it", () => {
    const folder = temporaryFolder({ "good.json": smallDocument({ A: {} }) });
    const line = `"$0" "$1" ${run("<(cat good.json)").join(" ")}`;
    execFileSync("bash", ["-c", line, process.execPath, command], {
      cwd: folder,
      stdio: "pipe",
    });
  });

  test("a pipe that never ends is read up to the limit", async () => {
    const folder = temporaryFolder();
    execFileSync("mkfifo", [join(folder, "pipe")]);
    const args = run("pipe", "--limit", "seconds=1");
    const { status, stderr } = await startCodegen(folder, args);
    expect(stderr).toContain(
      'waiting may take 1 seconds (limit "seconds"), and the input did not end [spec/limit]\n  at pipe\n',
    );
    expect(status).toBe(2);
  });

  test("standard input that never ends is read up to the limit", () => {
    const line = `"$0" "$1" ${run("-").join(" ")} --limit bytes=100000 < /dev/zero`;
    const args = ["-c", `${line}; echo $?`, process.execPath, command];
    const said = execFileSync("bash", args, {
      cwd: temporaryFolder(),
      stdio: "pipe",
    });
    expect(String(said)).toBe("2\n");
  });

  const output = (key: string, value: string) => ({
    "c.yaml": `outputs: [{spec: good.json, out: out, ${key}: ${value}}]\n`,
  });

  test.each([
    ["presence", "presence/invalid"],
    ["fixtures", "fixtures/invalid"],
    ["template", "pack/not-found"],
  ])("a device as %s", async (key, code) => {
    const folder = await folderWithOutput(output(key, "/dev/zero"));
    const { status, stderr } = await runCodegen(folder, [
      "run",
      "--config",
      "c.yaml",
    ]);
    expect(stderr).toContain(`[${code}]\n  at /dev/zero\n`);
    expect(status).toBe(2);
  });

  test("a device as the config", async () => {
    const { status, stderr } = await runCodegen(temporaryFolder(), [
      ...["run", "--config", "/dev/zero"],
    ]);
    expect(stderr).toContain(
      "is a device, not a regular file [config/invalid]",
    );
    expect(status).toBe(2);
  });

  test("a pipe as a template", async () => {
    const pack = { "mine/pack.yaml": "extends: typescript\nview: 2\n" };
    const folder = await folderWithOutput(pack);
    execFileSync("mkfifo", [join(folder, "mine/model.hbs")]);
    const args = run("good.json", "--template", "mine");
    const { status, stderr } = await runCodegen(folder, args);
    expect(stderr).toContain("is a pipe, not a regular file [pack/unreadable]");
    expect(status).toBe(2);
  });

  /** A pipe that nobody writes to, and a link to a device that never ends. */
  const special = {
    "a pipe": (path: string) => void execFileSync("mkfifo", [path]),
    "a device": (path: string) => symlinkSync("/dev/zero", path),
  };

  test.each(
    Object.entries(special).flatMap(([kind, make]) => [
      ...(["presence", "fixtures"] as const).map(
        (key) => [key, `${key}/invalid`, key, kind, make] as const,
      ),
      ["template", "pack/invalid", "mine/pack.yaml", kind, make] as const,
      ["template", "pack/unreadable", "mine/model.hbs", kind, make] as const,
    ]),
  )("%s (%s): %s is %s", async (key, code, file, kind, make) => {
    const folder = await folderWithOutput({
      ...output(key, file.split("/")[0] ?? ""),
      ...(file === "mine/model.hbs" && {
        "mine/pack.yaml": "extends: typescript\nview: 2\n",
      }),
      "mine/README.md": "A pack.",
    });
    make(join(folder, file));
    const before = readTexts(join(folder, "out"));
    const { status, stderr } = await runCodegen(folder, [
      ...["run", "--config", "c.yaml"],
    ]);
    expect(stderr).toContain(`is ${kind}, not a regular file`);
    expect(stderr).toContain(`[${code}]\n  at ${file}\n`);
    expect(status).toBe(2);
    expect(readTexts(join(folder, "out"))).toEqual(before);
  });

  test.each(["spec", "out", "template", "presence", "fixtures", "root"])(
    "a NUL byte in `%s`",
    async (key) => {
      const given: Record<string, string> = { spec: "good.json", out: "out" };
      const text = JSON.stringify({ outputs: [{ ...given, [key]: "a\0b" }] });
      const folder = await folderWithOutput({ "c.yaml": text });
      const args = ["run", "--config", "c.yaml"];
      const { status, stderr } = await runCodegen(folder, args);
      expect(stderr).toContain(`  at c.yaml #/outputs/0/${key}\n`);
      expect(status).toBe(2);
    },
  );

  test.each([
    ["a config", "c.yaml", ["run", "--config", "c.yaml"]],
    ["a pack", "mine/pack.yaml", run("good.json", "--template", "mine")],
    ["a pin", "pin.yaml", run("pin.yaml")],
  ])("%s that contains itself", async (_name, file, args) => {
    const text = "&a\nextends: *a\nsource: *a\noutputs: [*a]\nview: *a\n";
    const folder = await folderWithOutput({ [file]: text });
    const { status, stderr } = await runCodegen(folder, args);
    expect(stderr).toMatch(/^error: .*(contains itself|stands in)/);
    expect(status).toBe(2);
  });
});

test("references where none can be, which lead around", async () => {
  const part = { "api/part.json": '{"type": "string"}' };
  for (const type of [
    { $ref: "#/components/schemas" },
    { $ref: "#/" },
    { $ref: "#" },
    [{ $ref: "#/components" }],
  ]) {
    const text = smallDocument({ A: { type }, B: { $ref: "part.json" } });
    const folder = temporaryFolder({ "api/doc.json": text, ...part });
    const emit = "emit=models,values,params,events,validators,factories";
    for (const args of [
      run("api/doc.json", "--set", emit),
      ["run", "--spec", "api/doc.json", "--template", "rust", "--out", "out"],
    ]) {
      const { status, stderr } = await runCodegen(folder, args);
      expect(stderr).not.toContain("bug in codegen");
      expect([0, 2]).toContain(status);
    }
  }
});

test("few file handles are a refusal of the system, and no bug", () => {
  const folder = temporaryFolder({ "good.json": smallDocument({ A: {} }) });
  const line = `"$0" "$1" ${run("good.json").join(" ")} 2>/dev/null >&2; echo $?`;
  for (const handles of [24, 32, 48, 64]) {
    const limited = `ulimit -n ${handles}; ${line}`;
    const args = ["-c", limited, process.execPath, command];
    const status = execFileSync("bash", args, { cwd: folder, stdio: "pipe" });
    expect(["0\n", "2\n"]).toContain(String(status));
  }
});
