// Overlays: a document with an overlay has the same output as the corrected document, and
// diagnostics about an overlay point at the overlay.

import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { InputError } from "../../src/diagnostics/input-error.js";
import { parseOverlay } from "../../src/document/overlay/parse-overlay.js";
import { readTexts } from "./folder-snapshot.js";
import {
  expectRefusal,
  folderWithOutput,
  type Refusal,
  run,
} from "./refusal.js";
import { runCodegen } from "./run-codegen.js";
import { smallDocument } from "./small-document.js";
import { temporaryFolder } from "./temporary-folder.js";

const head = "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\n";

const flawed = `${head}
paths:
  /items:
    get: {operationId: items, parameters: [{in: query, name: limit, schema: {type: string}}, {in: query, name: gone, schema: {type: string}}], responses: {}}
components:
  schemas:
    Item: &item
      type: object
      required: [id]
      properties: {id: {type: integer}, "it's": {type: string}, extra: {type: string}}
    Copy: *item
`;

const corrected = `${head}
paths:
  /items:
    get: {operationId: items, parameters: [{in: query, name: limit, required: true, schema: {type: integer}}], responses: {}}
components:
  schemas:
    Item:
      type: object
      required: [id, "it's"]
      properties: {id: {type: string}, "it's": {type: [string, "null"]}, price: {$ref: "#/components/schemas/Price"}}
    Copy:
      type: object
      required: [id]
      properties: {id: {type: integer}, "it's": {type: string}, extra: {type: string}}
    Price: {type: object, required: [amount], properties: {amount: {type: number}, id: {type: integer}}}
`;

const first = `
overlay: 1.0.0
info: {title: first, version: "1"}
x-by: us
actions:
  - target: $.components.schemas.Item
    description: What is really there.
    update:
      required: ["it's"]
      properties: {id: {type: string}, price: {$ref: price.yaml}}
  - {target: $.components.schemas.Item.properties.extra, remove: true}
  - {target: "$.components.schemas.Item.properties['it\\\\'s']", update: {type: [string, "null"]}}
  - {target: "$.paths.*.get.parameters[?@.name=='gone']", remove: true}
  - {target: "$.paths.*.get.parameters[?@.name=='limit']", update: {required: true, schema: {type: text}}}
`;

const second = `{
  "overlay": "1.1.0", "info": {"title": "second", "version": "1"},
  "actions": [
    {"target": "$..parameters[0].schema.type", "update": "integer"},
    {"target": "$.components.schemas", "update": {"Price": {"properties": {"id": {}}}}},
    {"target": "$.components.schemas.Price.properties.id", "copy": "$.components.schemas.Copy.properties.id"},
    {"target": "$.components.schemas.Price", "update": {"type": "object", "required": [], "properties": {"amount": {"type": "number"}}}},
    {"target": "$.components.schemas.Price.required", "update": "amount"},
    {"target": "$.components.schemas.Item.properties.price", "remove": true},
    {"target": "$.components.schemas.Item.properties", "update": {"price": {"$ref": "#/components/schemas/Price"}}}
  ]
}`;

const everything = ["--set", "emit=models,params"];
const files = {
  "api/shop.yaml": flawed,
  "fixes/first.yaml": first,
  "fixes/second.json": second,
};
const overlay = (file: string) => ["--overlay", file];

async function outputOf(folder: string, args: readonly string[]) {
  const result = await runCodegen(folder, args);
  expect(result).toMatchObject({ status: 0, stderr: "" });
  return readTexts(join(folder, "out"));
}

describe("what is corrected", () => {
  const expected = async () =>
    await outputOf(
      temporaryFolder({ "api/shop.yaml": corrected }),
      run("api/shop.yaml", ...everything),
    );

  test("gives what a corrected document gives", async () => {
    const args = [
      ...overlay("fixes/first.yaml"),
      ...overlay("fixes/second.json"),
    ];
    const folder = temporaryFolder(files);
    const output = await outputOf(
      folder,
      run("api/shop.yaml", ...args, ...everything),
    );
    expect(output).toEqual(await expected());
    expect(output["model/Item.ts"]).toContain('"it\'s": string | null;');
    expect(output["params/items.ts"]).toContain("  limit: number;");
  });

  test("so by the config, whose overlays start from its folder", async () => {
    const config =
      "outputs:\n  - {spec: shop.yaml, out: ../out, overlays: [../fixes/first.yaml, ../fixes/second.json], options: {emit: [models, params]}}\n";
    const folder = temporaryFolder({ ...files, "api/config.yaml": config });
    const args = ["run", "--config", "api/config.yaml"];
    expect(await outputOf(folder, args)).toEqual(await expected());
  });

  test("puts a value into each place anew, also where YAML shares it", async () => {
    const folder = temporaryFolder({
      "api.json": smallDocument({
        A: { type: "object" },
        B: { type: "object" },
      }),
      "fix.yaml": `overlay: 1.0.0
info: {title: t, version: "1"}
actions:
  - {target: "$.components.schemas[*]", update: {properties: &p {x: {type: string}}, patternProperties: *p}}
  - {target: "$.components.schemas.A.properties.x", update: {type: number}}
  - {target: "$.components.schemas[*].patternProperties", remove: true}
`,
    });
    const args = run("api.json", ...overlay("fix.yaml"));
    const output = await outputOf(folder, args);
    expect(output["model/A.ts"]).toContain("x?: number;");
    expect(output["model/B.ts"]).toContain("x?: string;");
  });

  test("may be a document of Swagger 2.0, and refer to files beside the overlay", async () => {
    const folder = temporaryFolder({
      "api/old.yaml":
        'swagger: "2.0"\ninfo: {title: t, version: "1"}\npaths: {}\ndefinitions: {A: {type: string}}\n',
      "fixes/one.yaml":
        "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions: [{target: $.definitions, update: {B: {$ref: b.yaml}}}]\n",
      "fixes/b.yaml": "type: object\nproperties: {c: {type: string}}\n",
    });
    const args = run("api/old.yaml", ...overlay("fixes/one.yaml"));
    expect((await outputOf(folder, args))["model/B.ts"]).toContain(
      "c?: string;",
    );
  });
});

const withActions = (actions: string) =>
  `overlay: 1.0.0\ninfo: {title: t, version: "1"}\nactions: ${actions}\n`;
const wrongOverlay = (
  text: string,
  refusal: Omit<Refusal, "args" | "files">,
): Refusal => ({
  ...refusal,
  files: { "fix.yaml": text },
  args: run("good.json", ...overlay("fix.yaml")),
});

const wrong: Readonly<Record<string, Refusal>> = {
  "a file that is not there": {
    args: run("good.json", ...overlay("fixx.yaml")),
    code: "spec/not-found",
    what: 'there is no file "fixx.yaml"',
    where: "fixx.yaml",
    help: "check the spelling",
  },
  "a file that is not an overlay": wrongOverlay("openapi: 3.1.0\n", {
    code: "overlay/invalid",
    what: 'there is no "overlay" key',
    where: "fix.yaml #",
    help: "correct the overlay",
  }),
  "another version": wrongOverlay("overlay: 2.0.0\nactions: []\n", {
    code: "overlay/invalid",
    what: '"2.0.0" is not a version of Overlay 1',
    where: "fix.yaml #/overlay",
    help: "correct the overlay",
  }),
  "an unknown key": wrongOverlay("overlay: 1.0.0\nactoins: []\n", {
    code: "overlay/invalid",
    what: 'unknown key "actoins"; expected one of ',
    where: "fix.yaml #/actoins",
    help: 'did you mean "actions"?',
  }),
  "an unknown key of an action": wrongOverlay(
    withActions("[{target: $, updaet: {}}]"),
    {
      code: "overlay/invalid",
      what: 'unknown key "updaet"; expected one of ',
      where: "fix.yaml #/actions/0/updaet",
      help: 'did you mean "update"?',
    },
  ),
  "an action that does nothing": wrongOverlay(withActions("[{target: $}]"), {
    code: "overlay/invalid",
    what: "needs update, remove or copy",
    where: "fix.yaml #/actions/0",
    help: "`remove: true`",
  }),
  "a target that is no JSONPath": wrongOverlay(
    withActions("[{target: $, update: {}}, {target: '$.a[', remove: true}]"),
    {
      code: "overlay/wrong-path",
      what: '"$.a[" is not a JSONPath: ',
      where: "fix.yaml #/actions/1/target",
      help: "write a path such as",
    },
  ),
  "the whole document removed": wrongOverlay(
    withActions("[{target: $, remove: true}]"),
    {
      code: "overlay/invalid",
      what: "the whole document cannot be removed",
      where: "fix.yaml #/actions/0/target",
      help: "correct the overlay",
    },
  ),
  "a value that does not go with the target": wrongOverlay(
    withActions("[{target: $.components, update: [1]}]"),
    {
      code: "overlay/invalid",
      what: "a list cannot be merged into an object",
      where: "fix.yaml #/actions/0/update",
      help: "correct the overlay",
    },
  ),
  "a copy of nothing": wrongOverlay(
    withActions("[{target: $.components, copy: $.nothing}]"),
    {
      code: "overlay/invalid",
      what: '"copy" needs exactly one value, but "$.nothing" matches 0',
      where: "fix.yaml #/actions/0/copy",
      help: "correct the overlay",
    },
  ),
  "what an overlay puts into the document": wrongOverlay(
    withActions(
      "[{target: $.components.schemas, update: {cat: {type: object, properties: {of: {$ref: '#/components/schemas/pett'}}}}}]",
    ),
    {
      code: "ref/not-found",
      what: '"#/components/schemas/pett" refers to a schema that does not exist',
      where: "fix.yaml #/actions/0/update/cat/properties/of/$ref",
      help: 'did you mean "pet"?',
    },
  ),
};

/** JSON Schemas of the two versions, in our own words, as an oracle of what an overlay may hold. */
const text = { type: "string" };
const actionSchema = {
  type: "object",
  required: ["target"],
  additionalProperties: false,
  patternProperties: { "^x-": true },
  properties: {
    target: text,
    description: text,
    update: true,
    remove: { type: "boolean" },
    copy: text,
  },
  oneOf: [
    { required: ["update"], properties: { remove: { const: false } } },
    { required: ["copy"], properties: { remove: { const: false } } },
    { required: ["remove"], properties: { remove: { const: true } } },
  ],
  // `update` beside `remove: true` is allowed by the text of 1.0.0 and by no later schema.
  not: {
    required: ["remove", "update"],
    properties: { remove: { const: true } },
  },
};
const overlaySchema = {
  type: "object",
  required: ["overlay", "info", "actions"],
  additionalProperties: false,
  patternProperties: { "^x-": true },
  properties: {
    overlay: { type: "string", pattern: "^1\\.[01]\\.\\d+(-.+)?$" },
    info: {
      type: "object",
      required: ["title", "version"],
      additionalProperties: false,
      patternProperties: { "^x-": true },
      properties: { title: text, version: text, description: text },
    },
    extends: text,
    actions: { type: "array", minItems: 1, items: actionSchema },
  },
};

const right = {
  overlay: "1.0.0",
  info: { title: "t", version: "1" },
  actions: [{ target: "$.info", update: { "x-a": 1 } }],
};

/** A value of every type of JSON, and the absence of one. */
const oddValues = [
  undefined,
  null,
  true,
  false,
  0,
  1.1,
  "yes",
  "1.0.0",
  "$.info",
  [],
  [1],
  {},
  { a: 1 },
];

/** The overlay with another value at each of its keys, those that it does not have among them. */
function variants(): { readonly pointer: string; readonly overlay: unknown }[] {
  const at = (keys: readonly string[], set: (value: unknown) => unknown) =>
    keys.flatMap((key) =>
      oddValues.map((value) => ({
        key,
        value,
        overlay: set({ [key]: value }),
      })),
    );
  const [action] = right.actions;
  const ofRoot = at(
    ["overlay", "info", "extends", "actions", "x-a", "X-a", "updates"],
    (more) => ({
      ...right,
      ...Object(more),
    }),
  );
  const ofInfo = at(
    ["title", "version", "description", "summary", "x-b"],
    (more) => ({
      ...right,
      info: { ...right.info, ...Object(more) },
    }),
  );
  const actionKeys = [
    "target",
    "description",
    "update",
    "remove",
    "copy",
    "x-c",
    "move",
  ];
  const ofAction = at(actionKeys, (more) => ({
    ...right,
    actions: [{ ...action, ...Object(more) }],
  }));
  const withoutUpdate = at(actionKeys, (more) => ({
    ...right,
    actions: [{ target: "$.info", ...Object(more) }],
  }));
  return [
    ...ofRoot.map(({ key, overlay }) => ({ pointer: `#/${key}`, overlay })),
    ...ofInfo.map(({ key, overlay }) => ({
      pointer: `#/info/${key}`,
      overlay,
    })),
    ...[...ofAction, ...withoutUpdate].map(({ key, overlay }) => ({
      pointer: `#/actions/0/${key}`,
      overlay,
    })),
  ];
}

describe("what an overlay holds", () => {
  const validate = new Ajv({ strict: false }).compile(overlaySchema);

  test("is reported with a place where the specification does not have it, and only there", () => {
    let [valid, invalid] = [0, 0];
    for (const { pointer, overlay } of variants()) {
      // As it is read: keys without a value are not there.
      const root: unknown = JSON.parse(JSON.stringify(overlay));
      const found: Diagnostic[] = [];
      const tree = {
        file: "fix.json",
        location: "/fix.json",
        apiVersion: null,
        root,
      };
      try {
        parseOverlay(tree, (diagnostic) => found.push(diagnostic));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        found.push(...error.diagnostics);
      }
      const isValid = validate(root);
      if (isValid) valid++;
      else invalid++;
      expect([JSON.stringify(root), found.length > 0]).toEqual([
        JSON.stringify(root),
        !isValid,
      ]);
      for (const { at } of found) {
        const place = at?.pointer ?? "";
        // At the key, at one beside it that excludes it, or at what lacks it.
        const holder = pointer.slice(0, pointer.lastIndexOf("/"));
        expect([pointer, place, place.startsWith(holder)]).toEqual([
          pointer,
          place,
          true,
        ]);
      }
    }
    expect(valid).toBeGreaterThan(50);
    expect(invalid).toBeGreaterThan(150);
  });

  test.each([
    [
      '"yes" is not a boolean',
      "#/actions/0/remove",
      { target: "$.info.title", remove: "yes" },
    ],
    [
      "1 is not a boolean",
      "#/actions/0/remove",
      { target: "$.info.title", remove: 1, update: {} },
    ],
    [
      "[] is not a JSONPath",
      "#/actions/0/copy",
      { target: "$.info", copy: [] },
    ],
    [
      '"copy" is not allowed beside "remove"',
      "#/actions/0",
      { target: "$.info", copy: "$", remove: true },
    ],
    ["3 is not a JSONPath", "#/actions/0/target", { target: 3, update: {} }],
  ])("%s, at %s", async (what, pointer, action) => {
    await expectRefusal(
      await folderWithOutput({
        "fix.json": JSON.stringify({ ...right, actions: [action] }),
      }),
      {
        args: run("good.json", ...overlay("fix.json")),
        code: "overlay/invalid",
        what,
        where: `fix.json ${pointer}`,
        help: "write",
      },
    );
  });

  test("has its effect, and a warning, where only what has no effect is wrong", async () => {
    const wrongInfo = { ...right, info: { title: "t", version: 1 } };
    const removing = {
      target: "$.components.schemas.pet.properties.name",
      remove: true,
      update: {},
    };
    const folder = temporaryFolder({
      "doc.json": smallDocument({
        pet: { type: "object", properties: { name: {}, tag: {} } },
      }),
      "fix.json": JSON.stringify({ ...wrongInfo, actions: [removing] }),
    });
    const { status, stderr } = await runCodegen(
      folder,
      run("doc.json", ...overlay("fix.json")),
    );
    expect(stderr.match(/^warning: .*\n {2}at .*/gm)).toEqual([
      'warning: "update" has no effect beside "remove: true" [overlay/ignored]\n  at fix.json #/actions/0/update',
      "warning: 1 is not a string [overlay/ignored]\n  at fix.json #/info/version",
    ]);
    expect(status).toBe(0);
    const written = readTexts(join(folder, "out"))["model/pet.ts"];
    expect(written).toContain("tag?");
    expect(written).not.toContain("name");
  });
});

const deepening = Array.from(
  { length: 12 },
  (_, index) => `{target: "$${".a".repeat(2 ** index)}", copy: $}`,
);

const endless: Readonly<Record<string, Refusal>> = {
  "copies in copies": wrongOverlay(
    withActions(`[{target: $, update: {a: {}}}, ${deepening.join(", ")}]`),
    {
      code: "spec/limit",
      what: 'values may be nested 1100 deep (limit "depth")',
      where: "*",
      help: "--limit depth=NUMBER",
    },
  ),
  "a path that is nested too deep": wrongOverlay(
    withActions(
      `[{target: "$[?${"(".repeat(20_000)}@.a${")".repeat(20_000)}]", remove: true}]`,
    ),
    {
      code: "overlay/wrong-path",
      what: "is not a JSONPath: it is nested too deep",
      where: "fix.yaml #/actions/0/target",
      help: "write a path such as",
    },
  ),
  "an expression that looks ahead": wrongOverlay(
    withActions(`[{target: "$.info[?match(@, '(?=a)b')]", remove: true}]`),
    {
      code: "overlay/wrong-path",
      what: "invalid or unsupported Perl syntax: `(?=`",
      where: "fix.yaml #/actions/0/target",
      help: "write a path such as",
    },
  ),
};

describe("what would have no end", () => {
  test.each(Object.entries(endless))("%s", async (_name, refusal) => {
    const folder = await folderWithOutput(refusal.files ?? {});
    await expectRefusal(folder, refusal);
  });
});

describe("expressions", () => {
  test.each([
    "^(a|a)*$",
    "^(a+)+$",
    "^(a|aa)+$",
    "^(([a-z])+.)+[A-Z]([a-z])+$",
  ])("an expression that backtracks: %s", async (expression) => {
    // For an engine that backtracks these are more steps than it could take in a lifetime.
    const text = `${"a".repeat(60)}!`;
    const folder = temporaryFolder({
      "doc.json": smallDocument({ A: { description: text } }),
      "fix.yaml": withActions(
        `[{target: "$..[?search(@.description, '${expression}')]", remove: true}]`,
      ),
    });
    const args = run("doc.json", ...overlay("fix.yaml"));
    const { status, stderr } = await runCodegen(folder, args);
    expect(stderr).toContain("[overlay/no-match]");
    expect(status).toBe(0);
  });

  test("expressions match as RFC 9535 says: all of a text, or a part", async () => {
    const properties = { cat: {}, cattle: {}, bobcat: {}, "ca\nt": {} };
    const removed = async (filter: string) => {
      const names = Object.entries(properties).map(([name]) => [
        name,
        { type: "string", title: name },
      ]);
      const folder = temporaryFolder({
        "doc.json": smallDocument({
          A: { type: "object", properties: Object.fromEntries(names) },
        }),
        "fix.yaml": withActions(
          `[{target: "$.components.schemas.A.properties[?${filter}]", remove: true}]`,
        ),
      });
      const args = run("doc.json", ...overlay("fix.yaml"));
      const text = (await outputOf(folder, args))["model/A.ts"] ?? "";
      return Object.keys(properties).filter((name) => {
        const written = /\W/.test(name) ? JSON.stringify(name) : name;
        return !text.split("\n").includes(`  ${written}?: string;`);
      });
    };
    expect(await removed("match(@.title, 'cat')")).toEqual(["cat"]);
    expect(await removed("match(@.title, 'cat|cattle')")).toEqual([
      "cat",
      "cattle",
    ]);
    expect(await removed("match(@.title, '[a-c]+..l?e?')")).toEqual([
      "cat",
      "cattle",
    ]);
  });
});

describe("what is wrong", () => {
  test.each(Object.entries(wrong))("%s", async (_name, refusal) => {
    await expectRefusal(await folderWithOutput(refusal.files ?? {}), refusal);
  });

  test("an action that matches nothing is a warning, and an error with --strict", async () => {
    const folder = await folderWithOutput({
      "fix.yaml": withActions(
        "[{target: $.components.schemas.none, remove: true}]",
      ),
    });
    const args = run("good.json", ...overlay("fix.yaml"));
    const { status, stderr } = await runCodegen(folder, args);
    expect(stderr.split("\n").slice(0, 2)).toEqual([
      'warning: "$.components.schemas.none" matches nothing in good.json [overlay/no-match]',
      "  at fix.yaml #/actions/0/target",
    ]);
    expect(status).toBe(0);
    await expectRefusal(folder, {
      args: [...args, "--strict"],
      code: "overlay/no-match",
      what: "matches nothing in good.json",
      where: "fix.yaml #/actions/0/target",
      help: "remove the action",
    });
  });
});
