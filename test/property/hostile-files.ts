// The files beside a document, and the command line: each place in them where a text can
// stand, as a folder to run a command in.

import type { JsonObject } from "../../src/ir/json-value.js";

export interface Place {
  readonly name: string;
  /** Path → text or JSON. */
  readonly files: (
    text: string,
  ) => Readonly<Record<string, string | JsonObject>>;
  readonly args: (text: string) => readonly string[];
}

const document: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Shop", version: "1", "x-stripeSpecFilename": "spec" },
  paths: {
    "/charges": {
      post: {
        operationId: "PostCharges",
        requestBody: {
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/charge" },
            },
          },
        },
        responses: { "200": { description: "Fine." } },
      },
    },
    "/v1/webhook_endpoints": {
      post: {
        requestBody: {
          content: {
            "application/x-www-form-urlencoded": {
              schema: {
                type: "object",
                properties: {
                  enabled_events: {
                    type: "array",
                    items: {
                      type: "string",
                      enum: ["charge.paid", "other.thing"],
                    },
                  },
                },
              },
            },
          },
        },
        responses: { "200": { description: "Fine." } },
      },
    },
  },
  components: {
    schemas: {
      charge: {
        type: "object",
        description: "A charge.",
        required: ["id", "object"],
        properties: {
          id: { type: "string" },
          object: { type: "string", enum: ["charge"] },
          status: { type: "string", enum: ["paid", "failed"] },
          moment: { type: "string", format: "date-time", nullable: true },
        },
      },
      event: {
        type: "object",
        required: ["id", "object", "type", "data"],
        properties: {
          id: { type: "string" },
          object: { type: "string", enum: ["event"] },
          type: { type: "string" },
          data: { type: "object", properties: { object: { type: "object" } } },
        },
      },
    },
  },
};

const emit = "models,values,params,events,validators,factories";
const run = ["run", "--config", "codegen.config.yaml"];

function inConfig(
  name: string,
  settings: (text: string) => JsonObject,
  more: (
    text: string,
  ) => Readonly<Record<string, string | JsonObject>> = () => ({}),
): Place {
  return {
    name: `config: ${name}`,
    files: (text) => ({
      "api.json": document,
      "codegen.config.yaml": {
        outputs: [
          {
            spec: "api.json",
            out: "out",
            options: { emit: emit.split(",") },
            ...settings(text),
          },
        ],
      },
      ...more(text),
    }),
    args: () => run,
  };
}

const inOverlay = (
  name: string,
  overlay: (text: string) => JsonObject,
): Place => ({
  ...inConfig(
    name,
    () => ({ overlays: ["overlay.json"] }),
    (text) => ({
      "overlay.json": {
        overlay: "1.0.0",
        info: { title: "Overlay", version: "1" },
        actions: [],
        ...overlay(text),
      },
    }),
  ),
  name: `overlay: ${name}`,
});

const inPresence = (
  name: string,
  presence: (text: string) => JsonObject,
): Place => ({
  ...inConfig(
    name,
    () => ({ presence: "presence.yaml" }),
    (text) => ({ "presence.yaml": presence(text) }),
  ),
  name: `presence: ${name}`,
});

const inFixtures = (
  name: string,
  fixtures: (text: string) => JsonObject,
): Place => ({
  ...inConfig(
    name,
    () => ({ fixtures: "fixtures.json" }),
    (text) => ({ "fixtures.json": fixtures(text) }),
  ),
  name: `fixtures: ${name}`,
});

const onCommandLine = (
  name: string,
  args: (text: string) => readonly string[],
): Place => ({
  name: `command line: ${name}`,
  files: () => ({ "api.json": document }),
  args,
});

const flags = [
  "--spec",
  "api.json",
  "--template",
  "typescript",
  "--out",
  "out",
];

/** A document that refers to a value with such a name in another document. */
const referring = (ref: string): JsonObject => ({
  openapi: "3.1.0",
  info: { title: "Parts", version: "1" },
  paths: {},
  components: {
    schemas: {
      holder: { type: "object", properties: { part: { $ref: ref } } },
    },
  },
});

const part: JsonObject = {
  type: "object",
  description: "A part.",
  properties: { a: { type: "string" } },
};

/** As a reference has it; halves of surrogate pairs cannot be encoded. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
}

export const placesOfFiles: readonly Place[] = [
  inOverlay("value", (text) => ({
    actions: [
      { target: "$.components.schemas.charge", update: { description: text } },
    ],
  })),
  inOverlay("key", (text) => ({
    actions: [
      {
        target: "$.components.schemas.charge.properties",
        update: { [text]: { type: "string", enum: [text, "b"] } },
      },
    ],
  })),
  inOverlay("name of a schema", (text) => ({
    actions: [{ target: "$.components.schemas", update: { [text]: part } }],
  })),
  inOverlay("target", (text) => ({ actions: [{ target: text, update: {} }] })),
  inOverlay("target that matches nothing", (text) => ({
    actions: [
      {
        target: `$[${JSON.stringify(text)}]`,
        description: text,
        update: { a: text },
      },
    ],
  })),
  inOverlay("copy", (text) => ({
    actions: [{ target: "$.info", copy: text }],
  })),
  inOverlay("title", (text) => ({
    info: { title: text, version: text },
    extends: text,
  })),
  inOverlay("version", (text) => ({ overlay: text })),
  inOverlay("unknown key", (text) => ({ [text]: text })),
  inConfig("new name of a schema", (text) => ({ names: { charge: text } })),
  inConfig("schema to name", (text) => ({ names: { [text]: "Charge" } })),
  inConfig("event", (text) => ({ events: { [text]: "charge" } })),
  inConfig("object of an event", (text) => ({
    events: { "other.thing": text },
  })),
  inConfig("format", (text) => ({ options: { formats: { [text]: "Date" } } })),
  inConfig("type of a format", (text) => ({
    options: { formats: { "date-time": text } },
  })),
  inConfig("enum to open", (text) => ({
    options: { enums: { overrides: { [text]: "open" } } },
  })),
  inConfig("openness", (text) => ({
    options: { enums: { overrides: { "charge.status": text } } },
  })),
  inConfig("option", (text) => ({ options: { [text]: text } })),
  inConfig("emit", (text) => ({ options: { emit: [text] } })),
  inConfig("only", (text) => ({ only: [text] })),
  inConfig("only, of a kind", (text) => ({ only: [`tag:${text}`] })),
  inConfig("document", (text) => ({ spec: text })),
  inConfig("address of a document", (text) => ({
    spec: `http://127.0.0.1:9/${text}`,
  })),
  inConfig("package", (text) => ({ spec: `npm:${text}/x.json` })),
  inConfig("templates", (text) => ({ template: text })),
  inConfig("dialect", (text) => ({ dialect: text })),
  inConfig("presence", (text) => ({ presence: text })),
  inConfig("fixtures", (text) => ({ fixtures: text })),
  inConfig("overlay", (text) => ({ overlays: [text] })),
  inConfig("limit", (text) => ({ limits: { [text]: 1 } })),
  inConfig("unknown key", (text) => ({ [text]: text })),
  inConfig("output folder", (text) => ({
    out: `out/${text.replaceAll("..", "")}`,
  })),
  inPresence("version", (text) => ({ [text]: [] })),
  inPresence("reason", (text) => ({
    "1": [{ reason: text, properties: ["charge.moment"] }],
  })),
  inPresence("property", (text) => ({
    "1": [{ reason: "x", properties: [`charge.${text}`] }],
  })),
  inPresence("schema", (text) => ({
    "1": [{ reason: "x", properties: [`${text}.moment`] }],
  })),
  inPresence("no property", (text) => ({
    "1": [{ reason: "x", properties: [text] }],
  })),
  inPresence("unknown key", (text) => ({
    "1": [{ reason: "x", properties: [], [text]: 1 }],
  })),
  inFixtures("schema", (text) => ({ resources: { [text]: { id: "x" } } })),
  inFixtures("key", (text) => ({ resources: { charge: { [text]: "x" } } })),
  inFixtures("value", (text) => ({
    resources: {
      charge: { id: text, status: text, object: "charge", moment: text },
    },
  })),
  inFixtures("sample that is not an object", (text) => ({
    resources: { [text]: text },
  })),
  onCommandLine("command", (text) => [text]),
  onCommandLine("option", (text) => ["run", `--${text}`]),
  onCommandLine("setting", (text) => ["run", ...flags, "--set", text]),
  onCommandLine("key of a setting", (text) => [
    "run",
    ...flags,
    "--set",
    `${text}=${text}`,
  ]),
  onCommandLine("value of a setting", (text) => [
    "run",
    ...flags,
    "--set",
    `emit=${text}`,
  ]),
  onCommandLine("limit", (text) => [
    "run",
    ...flags,
    "--limit",
    `bytes=${text}`,
  ]),
  onCommandLine("only", (text) => ["run", ...flags, "--only", text]),
  onCommandLine("name to inspect", (text) => ["inspect", ...flags, "--", text]),
  onCommandLine("config", (text) => ["run", "--config", text]),
  {
    name: "file: document",
    files: (text) => ({ [`${text}.json`]: document }),
    args: (text) => [
      "run",
      "--spec",
      `./${text}.json`,
      "--template",
      "typescript",
      "--out",
      "out",
    ],
  },
  {
    name: "file: document that is wrong",
    files: (text) => ({ "api.json": `{"a": ${text}` }),
    args: () => ["run", ...flags],
  },
  {
    name: "file: document of YAML that is wrong",
    files: (text) => ({ "api.json": `a: b\n${text}: [` }),
    args: () => ["run", ...flags],
  },
  {
    name: "file: config that is wrong",
    files: (text) => ({ "codegen.config.yaml": `outputs: [\n${text}: "` }),
    args: () => run,
  },
  {
    name: "file: referred to",
    files: (text) => ({
      "api.json": referring(`./${encode(text)}.json`),
      [`${text}.json`]: part,
    }),
    args: () => ["run", ...flags],
  },
  {
    name: "reference: key in a file",
    files: (text) => ({
      "api.json": referring(
        `./parts.json#/$defs/${encode(text.replaceAll("~", "~0").replaceAll("/", "~1"))}`,
      ),
      "parts.json": { $defs: { [text]: part } },
    }),
    args: () => ["run", ...flags],
  },
  {
    name: "reference: file that is not there",
    files: (text) => ({ "api.json": referring(text) }),
    args: () => ["run", ...flags],
  },
  {
    name: "reference: address",
    files: (text) => ({
      "api.json": referring(`https://parts.invalid/${text}`),
    }),
    args: () => ["run", ...flags],
  },
  {
    name: "reference: address that cannot be fetched",
    files: (text) => ({ "api.json": referring(`http://127.0.0.1:9/${text}`) }),
    args: () => ["run", ...flags, "--remote"],
  },
];
