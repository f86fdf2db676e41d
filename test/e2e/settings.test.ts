// Options of the target: diagnostics point at the source of the option, `--set KEY=VALUE`
// or the config, even if both set it.

import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { expectRefusal, good } from "./refusal.js";
import { runCodegen } from "./run-codegen.js";
import { objectOf, smallDocument } from "./small-document.js";
import { temporaryFolder } from "./temporary-folder.js";

const stamped = smallDocument({
  pet: objectOf({ born: { type: "string", format: "date-time" } }),
});

/** Option → a valid value and an invalid one. */
const values: Readonly<
  Record<string, Readonly<Record<string, readonly [string, string]>>>
> = {
  typescript: {
    dedupe: ["true", "yes"],
    emit: ["models", "models,modles"],
    enums: ["open", "opened"],
    formats: ["date-time:Date", "date-time:Dat"],
    order: ["name", "nam"],
    presence: ["document", "documents"],
  },
  rust: { typing: ["loose", "losse"] },
};

const cases = Object.entries(values).flatMap(([template, options]) =>
  Object.entries(options).map(
    ([key, [right, wrong]]) => [template, key, right, wrong] as const,
  ),
);

function folderWith(template: string, options: Record<string, unknown>) {
  return temporaryFolder({
    "good.json": good,
    "stamped.json": stamped,
    "codegen.config.yaml": stringify({
      outputs: [{ spec: "stamped.json", out: "out", template, options }],
    }),
  });
}

describe("the location of an invalid option", () => {
  test.each(cases)("%s, --set %s", async (template, key, right, wrong) => {
    for (const options of [{}, { [key]: right }]) {
      await expectRefusal(folderWith(template, options), {
        args: ["run", "--set", `${key}=${wrong}`],
        code: "option/wrong-value",
        what: key,
        where: `--set ${key}=${wrong}`,
        help: "",
      });
    }
  });

  test.each(cases)(
    "%s, %s in the config",
    async (template, key, right, wrong) => {
      const folder = folderWith(template, { [key]: wrong });
      const place = {
        code: "option/wrong-value",
        what: key,
        where: `codegen.config.yaml #/outputs/0/options/${key}`,
        help: "",
      };
      await expectRefusal(folder, { args: ["run"], ...place });
      const other = key === "order" || key === "typing" ? [] : ["order=name"];
      const set = other.flatMap((one) => ["--set", one]);
      await expectRefusal(folder, { args: ["run", ...set], ...place });
      const corrected = await runCodegen(folder, [
        "run",
        "--set",
        `${key}=${right}`,
      ]);
      expect(corrected.status).toBe(0);
    },
  );

  test.each([
    ["emit", "models,values,models", "models"],
    ["formats", "date-time:Date,uuid:Uuid,date-time:URL", "date-time"],
    ["formats", "date-time:Date,date-time:Date", "date-time"],
  ])("an entry repeated in --set %s=%s", async (key, value, entry) => {
    await expectRefusal(folderWith("typescript", {}), {
      args: ["run", "--set", `${key}=${value}`],
      code: "option/wrong-value",
      what: `${key} lists "${entry}" more than once`,
      where: `--set ${key}=${value}`,
      help: "remove the entries",
    });
  });

  test("an entry repeated in a list in the config", async () => {
    await expectRefusal(
      folderWith("typescript", { emit: ["values", "values"] }),
      {
        args: ["run"],
        code: "option/wrong-value",
        what: 'emit lists "values" more than once',
        where: "codegen.config.yaml #/outputs/0/options/emit",
        help: "remove the entries",
      },
    );
  });

  test.each(["typescript", "rust"])(
    "%s, an unknown option",
    async (template) => {
      await expectRefusal(folderWith(template, {}), {
        args: ["run", "--set", "colour=a=b"],
        code: "option/unknown",
        what: '"colour"',
        where: "--set colour=a=b",
        help: "",
      });
      await expectRefusal(folderWith(template, { "a/b": 1 }), {
        args: ["run"],
        code: "option/unknown",
        what: '"a/b"',
        where: "codegen.config.yaml #/outputs/0/options/a~1b",
        help: "",
      });
    },
  );

  test.each([
    ["part of enums", { enums: { requests: "open" } }, "enums/requests"],
    ["value of enums", { enums: { request: "opn" } }, "enums/request"],
    ["override", { enums: { overrides: 1 } }, "enums/overrides"],
    ["format", { formats: { "a/b": "Dat" } }, "formats/a~1b"],
  ])("a wrong %s in the config", async (_name, options, pointer) => {
    const { status, stderr } = await runCodegen(
      folderWith("typescript", options),
      ["run"],
    );
    expect(stderr.split("\n")[1]).toBe(
      `  at codegen.config.yaml #/outputs/0/options/${pointer}`,
    );
    expect(status).toBe(2);
  });

  test.each([
    ["emit=models,events", "option/stale"],
    ["formats=uuid:Uuid", "format/unused"],
    ["formats=date-time:Date", "format/not-checked"],
  ])("the location of %s when it causes %s", async (setting, code) => {
    const [key = "", value = ""] = setting.split("=");
    const more =
      code === "format/not-checked" ? ["--set", "emit=models,validators"] : [];
    const fromFlag = await runCodegen(folderWith("typescript", {}), [
      ...["run", "--set", setting, ...more],
    ]);
    const [format = "", type = ""] = value.split(":");
    const written = key === "formats" ? { [format]: type } : value.split(",");
    const fromConfig = await runCodegen(
      folderWith("typescript", { [key]: written }),
      [...["run", ...more]],
    );
    expect(fromFlag.stderr).toContain(`[${code}]\n  at --set ${setting}\n`);
    expect(fromConfig.stderr).toContain(
      `[${code}]\n  at codegen.config.yaml #/outputs/0/options/${key}`,
    );
  });
});

test("every flag with a value rejects an empty one", async () => {
  const folder = temporaryFolder({});
  const { stdout } = await runCodegen(folder, ["run", "--help"]);
  const flags = [...stdout.matchAll(/^ +(--[a-z-]+) </gm)].flatMap(
    ([, flag]) => flag ?? [],
  );
  expect(flags).toContain("--only");
  expect(flags.length).toBeGreaterThan(8);
  for (const flag of flags) {
    const { status, stderr } = await runCodegen(folder, ["run", `${flag}=`]);
    expect(stderr).toContain(`error: the value of ${flag} is empty`);
    expect(status).toBe(2);
  }
});
