// The Python pack by Python: the module compiles, and pydantic reads with it.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../e2e/temporary-folder.js";

const python = (code: string, cwd: string) =>
  spawnSync("python3", ["-W", "error", "-c", code], { cwd, encoding: "utf8" });

const hasPython = python("", ".").status === 0;
const hasPydantic =
  hasPython && python("import pydantic; pydantic.RootModel", ".").status === 0;

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

describe.skipIf(!hasPython)("the module of a document", () => {
  test("compiles without a warning", () => {
    const models = pathOf("cases/python/expected/models.py");
    const { stderr } = python(
      `compile(open(r"${models}").read(), "m", "exec")`,
      ".",
    );
    expect(stderr).not.toContain("SyntaxError");
    expect(stderr).not.toContain("SyntaxWarning");
  });

  test.skipIf(!hasPydantic)("reads and refuses values", () => {
    const text = readFileSync(
      pathOf("cases/python/expected/models.py"),
      "utf8",
    );
    const folder = temporaryFolder({ "models.py": text });
    const { stdout, stderr } = python(
      `
import models, pydantic
bike = models.Bike.model_validate({"id": "b_1", "kind": "race", "size": {"wheels": 66.5}, "frameNumber": None})
print(bike.frame_number, bike.size.wheels, bike.parts)
for wrong in [{"kind": "tandem"}, {"size": {}}, {"gears": "x"}]:
    try:
        models.Bike.model_validate({"id": "b_1", "kind": "race", "size": {"wheels": 1}, **wrong})
        print("taken", wrong)
    except pydantic.ValidationError as error:
        print(error.errors()[0]["loc"])
part = models.Part.model_validate({"parts": [{"2ndHand": True}]})
print(part.parts[0].n2nd_hand)
`,
      folder,
    );
    expect(stderr).toBe("");
    expect(stdout.trim().split("\n")).toEqual([
      "None 66.5 None",
      "('kind',)",
      "('size', 'wheels')",
      "('gears',)",
      "True",
    ]);
  });
});
