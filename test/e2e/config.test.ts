// Invalid configs: breaking any constraint of the JSON Schema, at any location that has it,
// causes one message with the location, the value and a fix.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { configContext } from "../../src/cli/registry.js";
import { loadConfig } from "../../src/config/load-config.js";
import { InputError } from "../../src/diagnostics/input-error.js";
import { expectRefusal, folderWithOutput } from "./refusal.js";
import { runCodegen } from "./run-codegen.js";
import { objectOf, smallDocument } from "./small-document.js";
import { temporaryFolder } from "./temporary-folder.js";

interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly pattern?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly items?: Schema;
}

const schema: Schema = JSON.parse(
  readFileSync(
    new URL("../../codegen.config.schema.json", import.meta.url),
    "utf8",
  ),
);

type Path = readonly (string | number)[];

/** Every schema of the config with the place of a value that it is for. */
function placesOf(one: Schema, path: Path = []): [Path, Schema][] {
  const { properties = {}, additionalProperties, items } = one;
  return [
    [path, one],
    ...Object.entries(properties).flatMap(([key, value]) =>
      placesOf(value, [...path, key]),
    ),
    ...(items === undefined ? [] : placesOf(items, [...path, 0])),
    ...(additionalProperties === undefined || additionalProperties === false
      ? []
      : placesOf(additionalProperties, [...path, "a/b"])),
  ];
}

const oddOne: Readonly<Record<string, unknown>> = {
  array: "x",
  boolean: "yes",
  integer: "many",
  object: "x",
  string: 1,
};

/** Invalid values for a schema, each with a pattern for its message. */
function wrongValues(one: Schema): [value: unknown, message: RegExp][] {
  return [
    ...(one.type === undefined
      ? []
      : ([[oddOne[one.type], /^("x"|"yes"|"many"|1) is not an? \w+$/]] as [
          unknown,
          RegExp,
        ][])),
    ...(one.enum === undefined
      ? []
      : ([["plane", /^"plane" is not a \w+$/]] as [unknown, RegExp][])),
    ...(one.minLength === undefined
      ? []
      : ([["", /^"" is an empty string$/]] as [unknown, RegExp][])),
    ...(one.minItems === undefined
      ? []
      : ([[[], /^the list "\w+" is empty$/]] as [unknown, RegExp][])),
    ...(one.minimum === undefined
      ? []
      : ([[0, /^0 is not a positive integer$/]] as [unknown, RegExp][])),
    ...(one.pattern === undefined
      ? []
      : ([["a\0 b", /^"a\\u0000 b" contains a NUL character$/]] as [
          unknown,
          RegExp,
        ][])),
    ...(one.additionalProperties === false
      ? ([[{ "s/x": 1 }, /^unknown key "s\/x"; expected one of \w+/]] as [
          unknown,
          RegExp,
        ][])
      : []),
    ...(one.required ?? []).map((key): [unknown, RegExp] => [
      {},
      new RegExp(`^"${key}" is missing$`),
    ]),
  ];
}

/** A config that is valid except for the value at `path`. */
function configWith(path: Path, value: unknown): unknown {
  const base = { outputs: [{ spec: "good.json", out: "out" }] };
  const put = (holder: unknown, [key, ...rest]: Path): unknown => {
    if (key === undefined) return value;
    if (Array.isArray(holder)) return [put(holder[0] ?? {}, rest)];
    if (typeof key === "number") return [put({}, rest)];
    const record: Record<string, unknown> = { ...Object(holder) };
    return { ...record, [key]: put(record[key], rest) };
  };
  return put(base, path);
}

const cases = placesOf(schema).flatMap(([path, one]) =>
  wrongValues(one).map(([value, message]) => ({ path, value, message })),
);

describe("a config", () => {
  test("has messages for every constraint of its schema", async () => {
    expect(cases.length).toBeGreaterThan(50);
    for (const { path, value, message } of cases) {
      const text = JSON.stringify(configWith(path, value));
      const folder = temporaryFolder({ "codegen.config.yaml": text });
      const error: unknown = await loadConfig(
        null,
        folder,
        configContext,
      ).catch((one) => one);
      if (!(error instanceof InputError)) throw new Error(`accepted: ${text}`);
      const tokens = path.map((key) => String(key).replaceAll("/", "~1"));
      const pointer = ["#", ...tokens].join("/");
      const found = error.diagnostics.find((one) => message.test(one.message));
      expect([
        text,
        error.diagnostics.map((one) => one.message),
        found !== undefined,
      ]).toEqual([text, error.diagnostics.map((one) => one.message), true]);
      expect(found?.at?.file).toBe("codegen.config.yaml");
      expect(found?.at?.pointer).toBe(
        message.source.includes("s\\/x") ? `${pointer}/s~1x` : pointer,
      );
      expect(found?.help).toMatch(
        /^(add|correct|did you mean|remove|use|write) /,
      );
      expect(found?.code).toBe("config/invalid");
    }
  });

  test("that has keys of an output at the top says where they belong", async () => {
    await expectRefusal(
      await folderWithOutput({
        "codegen.config.yaml":
          "outputs: [{spec: good.json, out: out}]\nspec: a\n",
      }),
      {
        args: ["run"],
        code: "config/invalid",
        what: 'unknown key "spec"; expected one of outputs',
        where: "codegen.config.yaml #/spec",
        help: "move it into an entry of `outputs`",
      },
    );
  });

  test("that has two outputs in one folder names the second", async () => {
    const out = "{spec: good.json, out: other}";
    await expectRefusal(
      await folderWithOutput({
        "codegen.config.yaml": `outputs: [${out}, ${out}]\n`,
      }),
      {
        args: ["run"],
        code: "config/invalid",
        what: 'two outputs write to "other"',
        where: "codegen.config.yaml #/outputs/1/out",
        help: "give each output a folder of its own",
      },
    );
  });
});

describe("precedence", () => {
  const doc = smallDocument({ b: objectOf({ z: {}, a: {} }), c: {} });
  const write = (more: string) =>
    temporaryFolder({
      "doc.json": doc,
      "other.json": smallDocument({ other: { type: "object" } }),
      "codegen.config.yaml": `outputs:\n  - spec: doc.json\n    out: from-config\n${more}`,
    });
  const filesOf = async (more: string, args: readonly string[]) => {
    const { status, stdout, stderr } = await runCodegen(write(more), [
      ...["run", "--dry-run", "--json", ...args],
    ]);
    expect([status, stderr]).toEqual([0, ""]);
    const [output] = JSON.parse(stdout).outputs;
    const created: string[] = output.created;
    return created.map((path) => `${output.out}/${path}`);
  };

  test("a flag comes before the config, and the config before the default", async () => {
    expect(await filesOf("", [])).toContain("from-config/model/b.ts");
    expect(await filesOf("", ["--out", "flag"])).toContain("flag/model/b.ts");
    expect(await filesOf("", ["--spec", "other.json"])).toContain(
      "from-config/model/other.ts",
    );
    const rust = "    template: rust\n";
    expect(await filesOf(rust, [])).toContain("from-config/model/b.rs");
    expect(await filesOf(rust, ["--template", "typescript"])).toContain(
      "from-config/model/b.ts",
    );
    const only = "    only: [b]\n";
    expect(await filesOf(only, [])).not.toContain("from-config/model/c.ts");
    const other = await filesOf(only, ["--only", "c"]);
    expect(other).toContain("from-config/model/c.ts");
    expect(other).not.toContain("from-config/model/b.ts");
  });

  test("--set comes before the config's options, key by key", async () => {
    const order = async (more: string, ...args: string[]) => {
      const { stdout } = await runCodegen(write(more), [
        "inspect",
        "b",
        ...args,
      ]);
      return stdout.indexOf('"z"') < stdout.indexOf('"a"')
        ? "document"
        : "name";
    };
    const options = "    options: {order: document}\n";
    expect(await order("")).toBe("name");
    expect(await order(options)).toBe("document");
    expect(await order(options, "--set", "order=name")).toBe("name");
    expect(await order(options, "--set", "dedupe=true")).toBe("document");
    expect(
      await order("", "--set", "order=name", "--set", "order=document"),
    ).toBe("document");
  });

  test("--limit comes before the config's limits, key by key", async () => {
    const limits = "    limits: {nodes: 3}\n";
    const run = async (...args: string[]) =>
      (await runCodegen(write(limits), ["check", ...args])).stderr;
    expect(await run()).toContain('(limit "nodes")');
    expect(await run("--limit", "depth=50")).toContain('(limit "nodes")');
    expect(await run("--limit", "nodes=1000")).toBe("");
  });

  test.each([[], ["run"], ["check"], ["list"], ["inspect"]])(
    "is in the help of codegen %s",
    async (...command) => {
      const { stdout } = await runCodegen(temporaryFolder(), [
        ...command,
        "--help",
      ]);
      expect(stdout).toContain("flag > --set > config > default");
    },
  );
});
