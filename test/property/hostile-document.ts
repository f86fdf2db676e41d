// Documents with every place in which OpenAPI takes a text of the author's, and those of
// one publisher's conventions. Nothing in them is hostile yet.

import type { JsonObject } from "../../src/ir/json-value.js";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = { type: "string", description: "Free text." };

const described = (values: readonly string[]) => ({
  type: "string",
  description: "One of a few.",
  enum: values,
  "x-enum-varnames": values.map((value) => `Named${value}`),
  "x-enum-descriptions": values.map((value) => `About ${value}.`),
  default: values[0] ?? "",
});

/** Each keyword of a schema that has a text, or a key of the author's, in it. */
const words: JsonObject = {
  $anchor: "anchor1",
  title: "Title of words",
  description: "Words with every *keyword*.\n\n- one\n- two",
  $comment: "comment of words",
  type: "object",
  required: ["plain", "undeclared", "outer"],
  externalDocs: { url: "https://docs.invalid/words", description: "More." },
  example: { plain: "example value" },
  examples: [{ plain: "example value" }],
  xml: { name: "xmlWords", namespace: "https://xml.invalid/", prefix: "xw" },
  unknownKeyword: "unknown value",
  "x-extension": {
    extensionKey: "extension value",
    listed: ["extension item"],
  },
  properties: {
    plain: {
      type: "string",
      title: "Title of plain",
      description: "Plain text.",
      default: "default value",
      example: "example value",
      examples: ["another example"],
      format: "own-format",
      pattern: "^own[a-z]+$",
      contentMediaType: "text/own",
      contentEncoding: "own-encoding",
      deprecated: true,
      $comment: "comment of plain",
    },
    one: described(["v1", "v2", "v3"]),
    old: {
      type: "string",
      description: "Named by the extension of one vendor.",
      enum: ["w1", "w2"],
      "x-ms-enum": {
        name: "VendorEnum",
        values: [
          { value: "w1", name: "VendorOne", description: "About the first." },
          { value: "w2", name: "VendorTwo", description: "About the second." },
        ],
      },
    },
    mapped: {
      type: "string",
      enum: ["m1", "m2"],
      "x-enum-varnames": { m1: "MappedOne", m2: "MappedTwo" },
      "x-enum-descriptions": { m1: "About m1.", m2: "About m2." },
    },
    single: { type: "string", enum: ["e1"] },
    constant: {
      const: "const1",
      title: "Title of const",
      description: "Const.",
    },
    choices: {
      oneOf: [
        { const: "c1", title: "FirstChoice", description: "About c1." },
        { const: "c2", title: "SecondChoice", description: "About c2." },
      ],
    },
    outer: {
      type: "object",
      description: "Outer object.",
      required: ["inner", "missing"],
      properties: {
        inner: { type: "string", enum: ["i1", "i2"], description: "Inner." },
        deep: {
          type: "object",
          properties: { deepest: { type: "string", description: "Deep." } },
        },
      },
    },
    map: {
      type: "object",
      propertyNames: { enum: ["pn1", "pn2"] },
      additionalProperties: { type: "string", enum: ["me1", "me2"] },
    },
    keyed: {
      type: "object",
      patternProperties: { "^pp-": { type: "string", description: "Keyed." } },
      additionalProperties: false,
    },
    shortKeys: {
      type: "object",
      propertyNames: { pattern: "^k[a-z]*$", minLength: 1 },
      additionalProperties: { type: "integer" },
    },
    list: {
      type: "array",
      items: { type: "string", enum: ["a1", "a2"] },
      default: ["a1"],
    },
    anything: { default: { defaultKey: "default value" } },
    record: { const: { constKey: "const value" } },
    mixed: {
      enum: ["mixed", 1, null, { enumKey: "enum value" }, ["enum item"]],
    },
    tuple: {
      type: "array",
      prefixItems: [{ type: "string", enum: ["t1", "t2"] }, { type: "number" }],
      items: false,
    },
    dynamic: { $dynamicRef: "#/components/schemas/Small" },
    uuid: { type: "string", format: "uuid", default: "no-uuid" },
    moment: { type: "string", format: "date-time" },
    count: { type: "integer", format: "int64", default: 7 },
    amount: { type: "string", format: "decimal" },
    binary: { type: "string", format: "binary" },
    secret: { type: "string", writeOnly: true, description: "Sent only." },
    stamp: { type: "string", readOnly: true, description: "Received only." },
    local: { $ref: "#/components/schemas/Words/$defs/localDef" },
    small: ref("Small"),
    noted: { ...ref("Small"), description: "Noted beside a reference." },
  },
  dependentRequired: { plain: ["one"] },
  dependentSchemas: { old: { properties: { viaOld: text } } },
  if: { properties: { single: { const: "e1" } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { required: ["list"] },
  else: { properties: { viaElse: text } },
  $defs: { localDef: { type: "string", enum: ["d1", "d2"], title: "Local" } },
};

const animals: JsonObject = {
  Animal: {
    oneOf: [ref("Cat"), ref("Dog")],
    description: "Told by kind.",
    discriminator: {
      propertyName: "kind",
      mapping: {
        cat: "#/components/schemas/Cat",
        dog: "#/components/schemas/Dog",
      },
    },
  },
  Cat: {
    type: "object",
    required: ["kind", "lives"],
    properties: { kind: { type: "string" }, lives: { type: "integer" } },
  },
  Dog: {
    type: "object",
    required: ["kind"],
    properties: {
      kind: { type: "string" },
      tricks: { type: "array", items: text },
    },
  },
  Base: {
    type: "object",
    required: ["form"],
    discriminator: {
      propertyName: "form",
      mapping: { circle: "#/components/schemas/Circle", square: "Square" },
    },
    properties: { form: { type: "string", description: "Form." } },
  },
  Circle: {
    allOf: [
      ref("Base"),
      { type: "object", properties: { radius: { type: "number" } } },
    ],
    "x-ms-discriminator-value": "round",
  },
  Square: {
    allOf: [
      ref("Base"),
      { type: "object", properties: { side: { type: "number" } } },
    ],
  },
  Tagged: {
    anyOf: [
      {
        type: "object",
        title: "Left",
        required: ["tag"],
        properties: { tag: { const: "left" }, leftOnly: text },
      },
      {
        type: "object",
        title: "Right",
        required: ["tag"],
        properties: { tag: { const: "right" }, rightOnly: text },
      },
    ],
  },
};

const listOf = (items: JsonObject): JsonObject => ({
  type: "object",
  description: "A page.",
  required: ["data", "has_more", "object", "url"],
  properties: {
    data: { type: "array", items },
    has_more: { type: "boolean" },
    object: { type: "string", enum: ["list"] },
    url: { type: "string", pattern: "^/v1/charges", maxLength: 5000 },
  },
  "x-expandableFields": ["data"],
});

/** Objects as one publisher writes them. */
const resources: JsonObject = {
  charge: {
    type: "object",
    title: "Charge",
    description: "A charge, see [the guide](/docs/charges).",
    required: ["id", "object", "status"],
    "x-expandableFields": ["customer", "source"],
    "x-resourceId": "charge",
    properties: {
      id: { type: "string", maxLength: 5000 },
      object: { type: "string", enum: ["charge"], description: "Always this." },
      status: {
        type: "string",
        enum: ["failed", "paid"],
        description: "State.",
      },
      customer: {
        anyOf: [
          { type: "string", maxLength: 5000 },
          ref("customer"),
          ref("deleted_customer"),
        ],
        description: "Expandable.",
        nullable: true,
        "x-expansionResources": {
          oneOf: [ref("customer"), ref("deleted_customer")],
        },
      },
      refunds: listOf(ref("refund")),
      metadata: {
        type: "object",
        additionalProperties: { type: "string", maxLength: 500 },
        description: "Notes.",
      },
    },
  },
  customer: {
    type: "object",
    required: ["id", "object"],
    "x-expandableFields": ["default_charge"],
    "x-resourceId": "customer",
    properties: {
      id: { type: "string" },
      object: { type: "string", enum: ["customer"] },
      default_charge: {
        anyOf: [{ type: "string" }, ref("charge")],
        "x-expansionResources": { oneOf: [ref("charge")] },
      },
    },
  },
  deleted_customer: {
    type: "object",
    required: ["id", "object", "deleted"],
    "x-resourceId": "deleted_customer",
    properties: {
      id: { type: "string" },
      object: { type: "string", enum: ["customer"] },
      deleted: { type: "boolean", enum: [true] },
    },
  },
  refund: {
    type: "object",
    required: ["id", "object"],
    "x-resourceId": "refund",
    properties: {
      id: { type: "string" },
      object: { type: "string", enum: ["refund"] },
    },
  },
  event: {
    type: "object",
    description: "An event.",
    required: ["id", "object", "type", "data"],
    "x-resourceId": "event",
    properties: {
      id: { type: "string" },
      object: { type: "string", enum: ["event"] },
      type: { type: "string", description: "Type of event." },
      api_version: { type: "string", nullable: true },
      data: ref("notification_event_data"),
    },
  },
  notification_event_data: {
    type: "object",
    required: ["object"],
    properties: {
      object: { type: "object", description: "The object." },
      previous_attributes: { type: "object" },
    },
  },
  "charge.succeeded": {
    type: "object",
    description: "Occurs when a charge succeeds.",
    required: ["object"],
    properties: { object: ref("charge") },
    "x-stripeEvent": { type: "charge.succeeded", kind: "thin" },
  },
  api_errors: {
    type: "object",
    properties: { code: { type: "string", description: "A code." } },
  },
  error: {
    type: "object",
    required: ["error"],
    properties: { error: ref("api_errors") },
  },
};

const failure: JsonObject = {
  description: "An error.",
  content: { "application/json": { schema: ref("error") } },
};

const answer = (schema: JsonObject): JsonObject => ({
  "200": { description: "Fine.", content: { "application/json": { schema } } },
  default: failure,
});

const orderPost: JsonObject = {
  operationId: "PostOrder",
  tags: ["Orders"],
  summary: "Places an order.",
  description:
    '<p>Places an <b>order</b>, see <a href="/docs/orders">the guide</a>.</p>',
  externalDocs: { url: "https://docs.invalid/orders", description: "More." },
  deprecated: true,
  "x-operation": { extensionKey: "extension value" },
  servers: [{ url: "https://orders.invalid", description: "Orders." }],
  security: [{ bearer: ["orders:write"] }],
  parameters: [
    {
      name: "size",
      in: "query",
      description: "How much.",
      style: "form",
      schema: { type: "string", enum: ["s1", "s2"], default: "s1" },
      example: "s1",
    },
    {
      name: "filter",
      in: "query",
      style: "deepObject",
      schema: { type: "object", properties: { after: text } },
      examples: {
        filterExample: { summary: "One.", description: "Words.", value: "x" },
      },
    },
    {
      name: "raw",
      in: "query",
      content: {
        "application/json": {
          schema: { type: "object", properties: { rawField: text } },
        },
      },
    },
    {
      name: "X-Header",
      in: "header",
      description: "A header.",
      schema: { type: "string", pattern: "^h" },
    },
    {
      name: "cookie",
      in: "cookie",
      description: "A cookie.",
      schema: { type: "object", properties: { crumb: text } },
    },
    { $ref: "#/components/parameters/Limit" },
  ],
  requestBody: {
    description: "The order.",
    required: true,
    content: {
      "application/json": {
        schema: {
          type: "object",
          title: "OrderBody",
          required: ["note"],
          properties: {
            note: { type: "string", description: "A note." },
            clear: {
              anyOf: [
                { type: "string", enum: ["set"] },
                { type: "string", enum: [""] },
              ],
            },
            words: ref("Words"),
          },
        },
        example: { note: "example value" },
        examples: {
          bodyExample: {
            summary: "One.",
            value: { note: "v" },
            externalValue: "https://ex.invalid/1",
          },
        },
      },
      "application/x-www-form-urlencoded": {
        schema: {
          type: "object",
          required: ["formField"],
          properties: {
            formField: {
              type: "string",
              enum: ["f1", "f2"],
              description: "In a form.",
            },
            formObject: { type: "object", properties: { formInner: text } },
            formFile: { type: "string", format: "binary" },
          },
        },
        encoding: {
          formField: {
            contentType: "text/plain",
            style: "deepObject",
            headers: {
              "X-Part": {
                description: "Of a part.",
                schema: { type: "string" },
              },
            },
          },
        },
      },
    },
  },
  responses: {
    "200": {
      description: "The order.",
      summary: "Fine.",
      headers: {
        "X-Rate": {
          description: "Rate.",
          schema: { type: "string", enum: ["r1", "r2"] },
        },
      },
      links: {
        next: {
          operationId: "GetOrder",
          description: "The next one.",
          parameters: { order: "$response.body#/id" },
          requestBody: "$request.body",
          server: { url: "https://link.invalid" },
        },
        byRef: { operationRef: "#/paths/~1things/get" },
      },
      content: {
        "application/json": {
          schema: {
            type: "object",
            properties: {
              answered: {
                type: "string",
                enum: ["n1", "n2"],
                description: "Answer.",
              },
              words: ref("Words"),
            },
          },
        },
        "text/csv": { schema: { type: "string" } },
      },
    },
    "204": { description: "Nothing." },
    "4XX": {
      description: "Wrong.",
      content: { "application/problem+json": { schema: ref("error") } },
    },
    default: failure,
  },
  callbacks: {
    onOrder: {
      "{$request.body#/note}": {
        summary: "Called back.",
        post: {
          operationId: "orderCallback",
          summary: "An order changed.",
          requestBody: {
            content: { "application/json": { schema: ref("charge") } },
          },
          responses: { "200": { description: "Heard." } },
        },
      },
    },
  },
};

const paths: JsonObject = {
  "/orders/{order}": {
    summary: "Orders.",
    description: "One order.",
    servers: [{ url: "https://orders.invalid", description: "Orders." }],
    parameters: [
      {
        name: "order",
        in: "path",
        required: true,
        description: "Which order.",
        schema: { type: "string", description: "An id." },
      },
    ],
    get: { operationId: "GetOrder", responses: answer(ref("charge")) },
    post: orderPost,
    additionalOperations: {
      COPY: { operationId: "CopyOrder", responses: answer(ref("charge")) },
    },
  },
  "/things": {
    get: { description: "Has no id.", responses: answer(listOf(ref("Words"))) },
    put: {
      operationId: "put_things",
      requestBody: { $ref: "#/components/requestBodies/Things" },
      responses: { "200": { $ref: "#/components/responses/Things" } },
    },
  },
  "/v1/webhook_endpoints": {
    post: {
      operationId: "PostWebhookEndpoints",
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
                    enum: [
                      "*",
                      "charge.paid",
                      "customer.discount",
                      "refund.failed",
                    ],
                  },
                },
                expand: {
                  type: "array",
                  items: { type: "string", maxLength: 5000 },
                },
                metadata: {
                  anyOf: [
                    {
                      type: "object",
                      additionalProperties: { type: "string" },
                    },
                    { type: "string", enum: [""] },
                  ],
                },
              },
            },
          },
        },
      },
      responses: answer(ref("charge")),
    },
  },
};

const components: JsonObject = {
  schemas: {
    Words: words,
    Small: {
      type: "object",
      description: "Small.",
      properties: { only: text },
    },
    Status: {
      ...described(["on", "off"]),
      title: "Status of things",
    },
    Text: { type: "string", description: "An alias.", pattern: "^t" },
    Same: {
      allOf: [ref("Small"), { type: "object", properties: { more: text } }],
    },
    ...animals,
    ...resources,
  },
  parameters: {
    Limit: {
      name: "limit",
      in: "query",
      description: "At most.",
      schema: { type: "integer" },
    },
  },
  headers: { Rate: { description: "Rate.", schema: { type: "string" } } },
  requestBodies: {
    Things: {
      description: "Things.",
      content: { "application/json": { schema: ref("Words") } },
    },
  },
  responses: {
    Things: {
      description: "Things.",
      content: { "application/json": { schema: ref("Words") } },
    },
  },
  examples: {
    Example: { summary: "One.", description: "Words.", value: "example value" },
  },
  links: { Link: { operationId: "GetOrder", description: "A link." } },
  callbacks: {
    Called: {
      "{$request.query.url}": {
        post: { responses: { "200": { description: "Heard." } } },
      },
    },
  },
  pathItems: {
    Item: {
      description: "Shared.",
      get: { responses: { "200": { description: "Fine." } } },
    },
  },
  securitySchemes: {
    bearer: {
      type: "oauth2",
      description: "Who may.",
      flows: {
        clientCredentials: {
          tokenUrl: "https://token.invalid",
          scopes: { "orders:write": "May order." },
        },
      },
    },
    key: { type: "apiKey", name: "X-Key", in: "header", description: "A key." },
    http: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
    connect: {
      type: "openIdConnect",
      openIdConnectUrl: "https://connect.invalid",
    },
  },
};

/** OpenAPI 3.1, of the publisher that has a dialect. */
export const publisherDocument: JsonObject = {
  openapi: "3.1.0",
  jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
  info: {
    title: "Shop",
    summary: "A shop.",
    version: "2024-01-01",
    description: "What a shop offers.",
    termsOfService: "https://terms.invalid",
    contact: {
      name: "Someone",
      url: "https://contact.invalid",
      email: "a@b.invalid",
    },
    license: { name: "MIT", identifier: "MIT" },
    "x-stripeSpecFilename": "spec3",
  },
  servers: [
    {
      url: "https://{region}.shop.invalid",
      description: "Production.",
      variables: {
        region: { default: "eu", enum: ["eu", "us"], description: "Where." },
      },
    },
  ],
  tags: [
    {
      name: "Orders",
      description: "About orders.",
      externalDocs: { url: "https://docs.invalid", description: "More." },
    },
  ],
  security: [{ bearer: [] }],
  externalDocs: { url: "https://docs.invalid", description: "More." },
  paths,
  webhooks: {
    orderPlaced: {
      summary: "Placed.",
      post: {
        operationId: "orderPlacedHook",
        summary: "An order was placed.",
        description: "Sent once.",
        deprecated: true,
        requestBody: {
          description: "The order.",
          content: {
            "application/json": {
              schema: {
                type: "object",
                properties: {
                  hooked: {
                    type: "string",
                    enum: ["h1", "h2"],
                    description: "Hooked.",
                  },
                },
              },
            },
          },
        },
        responses: { "200": { description: "Heard." } },
      },
    },
  },
  components,
};

/** OpenAPI 3.0, of no publisher in particular: what it writes in another way. */
export const plainDocument: JsonObject = {
  openapi: "3.0.3",
  info: { title: "Plain", version: "1.0.0", description: "No conventions." },
  paths: {
    "/pets/{pet}": {
      post: {
        operationId: "addPet",
        summary: "Adds a pet.",
        description: "Adds *one* pet.",
        parameters: [
          {
            name: "pet",
            in: "path",
            required: true,
            schema: { type: "string" },
          },
          {
            name: "mood",
            in: "query",
            schema: {
              type: "string",
              nullable: true,
              enum: ["good", "bad", null],
            },
          },
        ],
        requestBody: {
          content: { "application/json": { schema: ref("Pet") } },
        },
        responses: {
          "200": {
            description: "The pet.",
            content: { "application/json": { schema: ref("Pet") } },
          },
          "404": {
            description: "No pet.",
            content: {
              "application/json": {
                schema: { type: "object", properties: { reason: text } },
              },
            },
          },
        },
      },
    },
  },
  "x-webhooks": {
    petSold: {
      post: {
        summary: "A pet was sold.",
        requestBody: {
          content: { "application/json": { schema: ref("Pet") } },
        },
        responses: { "200": { description: "Heard." } },
      },
    },
  },
  components: {
    schemas: {
      Anything: { description: "Any value." },
      Pet: {
        type: "object",
        description: "A pet.",
        required: ["id", "name"],
        properties: {
          id: { type: "string", readOnly: true, description: "Its id." },
          name: {
            type: "string",
            nullable: true,
            default: "Rex",
            description: "Its name.",
          },
          kind: { ...described(["cat", "dog"]), nullable: true },
          token: { type: "string", writeOnly: true, format: "password" },
          tags: {
            type: "object",
            additionalProperties: { type: "string", enum: ["x1", "x2"] },
          },
          friend: {
            allOf: [ref("Pet")],
            nullable: true,
            description: "A friend.",
            deprecated: true,
          },
          weight: {
            type: "number",
            minimum: 0,
            exclusiveMinimum: true,
            example: 3,
          },
        },
      },
      Error: { type: "object", properties: { message: text } },
    },
  },
};
