// Documents that grow in one way each: a shape is a function of a size. The cost of
// reading and generating must not grow faster than the document.

/** @typedef {Record<string, unknown>} Json */

/** Nested values stay below the limit of depth, whatever the size. */
const deepest = 1000;

const ref = (/** @type {string} */ name) => ({
  $ref: `#/components/schemas/${name}`,
});

/**
 * @template Value
 * @param {number} count
 * @param {(index: number) => Value} make
 * @returns {Value[]}
 */
const times = (count, make) =>
  Array.from({ length: count }, (_, index) => make(index));

/**
 * @param {number} count
 * @param {(index: number) => [string, unknown]} make
 * @returns {Json}
 */
const entries = (count, make) => Object.fromEntries(times(count, make));

/**
 * @param {Json} schemas
 * @param {Json} more
 * @returns {Json}
 */
const document = (schemas, more = {}) => ({
  openapi: "3.1.0",
  info: { title: "Growing", version: "1" },
  paths: {},
  components: { schemas },
  ...more,
});

const text = { type: "string" };
const object = (/** @type {Json} */ properties, /** @type {Json} */ more) => ({
  type: "object",
  properties,
  ...more,
});

const ok = { 200: { description: "Done." } };
const json = (/** @type {Json} */ schema) => ({
  content: { "application/json": { schema } },
});

/** @param {number} depth @param {(inner: Json) => Json} wrap @param {Json} core */
function nest(depth, wrap, core) {
  let result = core;
  for (let index = 0; index < depth; index++) result = wrap(result);
  return result;
}

/** `count` nested values, in as many schemas as the limit of depth needs. */
function nestAll(count, levels, wrap) {
  const depth = Math.floor(deepest / levels) - 10;
  return document(
    entries(Math.ceil(count / depth), (index) => [
      `S${index}`,
      nest(Math.min(depth, count - index * depth), wrap, text),
    ]),
  );
}

/** References: chains, rings, hubs and meshes. */
const references = {
  "chain of $ref": (n) =>
    document(
      entries(n, (i) => [`S${i}`, i === n - 1 ? text : ref(`S${i + 1}`)]),
    ),
  "chain of $ref to an object": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        i === n - 1 ? object({ a: text }) : ref(`S${i + 1}`),
      ]),
    ),
  "ring of $ref": (n) =>
    document(entries(n, (i) => [`S${i}`, ref(`S${(i + 1) % n}`)])),
  "rings of two": (n) =>
    document(entries(n, (i) => [`S${i}`, ref(`S${i ^ 1}`)])),
  "chain that leads into a ring": (n) =>
    document(entries(n, (i) => [`S${i}`, ref(`S${Math.max(0, i - 1)}`)])),
  "chain of arrays": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        i === n - 1 ? text : { type: "array", items: ref(`S${i + 1}`) },
      ]),
    ),
  "ring of arrays": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        { type: "array", items: ref(`S${(i + 1) % n}`) },
      ]),
    ),
  "chain of objects": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        object(i === n - 1 ? {} : { next: ref(`S${i + 1}`) }, {
          required: i === n - 1 ? [] : ["next"],
        }),
      ]),
    ),
  "ring of objects that require the next": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        object({ next: ref(`S${(i + 1) % n}`) }, { required: ["next"] }),
      ]),
    ),
  "the next and a hub": (n) =>
    document({
      Hub: object({ a: text }),
      ...entries(n, (i) => [
        `S${i}`,
        object({ next: ref(`S${(i + 1) % n}`), hub: ref("Hub") }),
      ]),
    }),
  "hub of everything": (n) =>
    document({
      Hub: object(entries(n, (i) => [`p${i}`, ref(`S${i}`)])),
      ...entries(n, (i) => [`S${i}`, object({ hub: ref("Hub") })]),
    }),
  "mesh of all with all": (n) => {
    const side = Math.round(Math.sqrt(n));
    return document(
      entries(side, (i) => [
        `S${i}`,
        object(entries(side, (j) => [`p${j}`, ref(`S${j}`)])),
      ]),
    );
  },
  "mesh of aliases": (n) => {
    const side = Math.round(Math.sqrt(n));
    return document({
      ...entries(side, (i) => [
        `S${i}`,
        {
          anyOf: [
            { type: "object", additionalProperties: { type: "number" } },
            ...times(side, (j) => ({ type: "array", items: ref(`S${j}`) })),
          ],
        },
      ]),
    });
  },
  "chain of unions with the next": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        i === n - 1
          ? text
          : { anyOf: [object({ [`p${i}`]: text }), ref(`S${i + 1}`)] },
      ]),
    ),
  "chain of nullables": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        i === n - 1 ? text : { anyOf: [ref(`S${i + 1}`), { type: "null" }] },
      ]),
    ),
  "doubling: each twice the next": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        i === n - 1
          ? text
          : object(
              { a: ref(`S${i + 1}`), b: ref(`S${i + 1}`) },
              {
                required: ["a", "b"],
              },
            ),
      ]),
    ),
  "doubling: pairs of the next": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        i === n - 1
          ? text
          : {
              type: "array",
              prefixItems: [ref(`S${i + 1}`), ref(`S${i + 1}`)],
              minItems: 2,
              maxItems: 2,
            },
      ]),
    ),
};

/** References to places deeper than schemas, by pointers and by identifiers. */
const places = {
  "references to properties": (n) =>
    document({
      S: object(entries(n, (i) => [`p${i}`, object({ a: text })])),
      T: object(
        entries(n, (i) => [
          `q${i}`,
          { $ref: `#/components/schemas/S/properties/p${i}` },
        ]),
      ),
    }),
  "chain of references to properties": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        object({
          a:
            i === n - 1
              ? text
              : { $ref: `#/components/schemas/S${i + 1}/properties/a` },
        }),
      ]),
    ),
  "many anchors": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        object({ next: { $ref: `#a${(i + 1) % n}` } }, { $anchor: `a${i}` }),
      ]),
    ),
  "many schemas with one anchor": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        object({ next: { $ref: "#same" } }, { $anchor: "same" }),
      ]),
    ),
  "many identifiers": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        object(
          { next: { $ref: `https://example.com/s${(i + 1) % n}` } },
          { $id: `https://example.com/s${i}` },
        ),
      ]),
    ),
};

/** `allOf`, `anyOf`, `oneOf`: chains, many members, deep ones. */
const combinations = {
  "chain of allOf": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        i === 0
          ? object({ p0: text }, { required: ["p0"] })
          : {
              allOf: [
                ref(`S${i - 1}`),
                object({ [`p${i}`]: text }, { required: [`p${i}`] }),
              ],
            },
      ]),
    ),
  "chain of allOf, each named before what it extends": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        i === n - 1
          ? object({ [`p${i}`]: text })
          : { allOf: [ref(`S${i + 1}`), object({ [`p${i}`]: text })] },
      ]),
    ),
  "chain of allOf with one property, each named before what it extends": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        i === n - 1
          ? object({ kind: text })
          : { allOf: [ref(`S${i + 1}`), object({ kind: text })] },
      ]),
    ),
  "chain of anyOf, each named before what it extends": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        i === n - 1 ? object({ a: text }) : { anyOf: [ref(`S${i + 1}`), text] },
      ]),
    ),
  "chain of allOf that add nothing": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        i === 0
          ? object({ a: text })
          : { allOf: [ref(`S${i - 1}`)], title: `T${i}` },
      ]),
    ),
  "chain of allOf that require more": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        i === 0
          ? object({ a: text, b: text })
          : { allOf: [ref(`S${i - 1}`), { required: ["a"] }] },
      ]),
    ),
  "chain of allOf with a discriminator": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        i === 0
          ? object(
              { kind: text },
              { required: ["kind"], discriminator: { propertyName: "kind" } },
            )
          : { allOf: [ref(`S${i - 1}`), object({ [`p${i}`]: text })] },
      ]),
    ),
  "doubling: allOf of the next twice": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        i === n - 1
          ? object({ a: text })
          : {
              allOf: [
                ref(`S${i + 1}`),
                ref(`S${Math.min(n - 1, i + 2)}`),
                object({ [`p${i}`]: text }),
              ],
            },
      ]),
    ),
  "ring of allOf": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        { allOf: [ref(`S${(i + 1) % n}`), object({ [`p${i}`]: text })] },
      ]),
    ),
  "allOf of many": (n) =>
    document({
      All: { allOf: times(n, (i) => ref(`S${i}`)) },
      ...entries(n, (i) => [`S${i}`, object({ [`p${i}`]: text })]),
    }),
  "allOf of many in place": (n) =>
    document({
      All: { allOf: times(n, (i) => object({ [`p${i}`]: text })) },
    }),
  "allOf of many with one property": (n) =>
    document({
      All: {
        allOf: times(n, (i) =>
          object({ a: { type: "string", maxLength: n + i } }),
        ),
      },
    }),
  "allOf of unions": (n) =>
    document({
      All: {
        allOf: times(n, (i) => ({
          oneOf: [object({ [`a${i}`]: text }), object({ [`b${i}`]: text })],
        })),
      },
    }),
  "anyOf of many objects": (n) =>
    document({
      Any: { anyOf: times(n, (i) => ref(`S${i}`)) },
      ...entries(n, (i) => [
        `S${i}`,
        object({ [`p${i}`]: text }, { required: [`p${i}`] }),
      ]),
    }),
  "oneOf of many in place": (n) =>
    document({
      One: {
        oneOf: times(n, (i) => object({ [`p${i}`]: { type: "integer" } })),
      },
    }),
  "anyOf of many alike": (n) =>
    document({
      Any: {
        anyOf: times(n, (i) =>
          object({ a: text, b: { type: "array", items: { const: i } } }),
        ),
      },
    }),
  "anyOf in anyOf": (n) =>
    nestAll(n, 2, (inner) => ({
      anyOf: [inner, { type: "array", items: { type: "number" } }],
    })),
  "anyOf of an object in anyOf": (n) =>
    nestAll(n, 4, (inner) => ({
      anyOf: [object({ a: inner }), { type: "number" }],
    })),
  "allOf in allOf": (n) =>
    nestAll(n, 2, (inner) => ({
      allOf: [inner, { type: "string", minLength: 1 }],
    })),
  "oneOf in allOf in oneOf": (n) =>
    nestAll(n, 4, (inner) => ({
      allOf: [{ oneOf: [inner, { type: "number" }] }, { maxLength: 5 }],
    })),
  "union of many unions": (n) =>
    document({
      Any: { anyOf: times(n, (i) => ref(`S${i}`)) },
      ...entries(n, (i) => [`S${i}`, { anyOf: [ref("A"), ref("B")] }]),
      A: object({ a: text }),
      B: object({ b: text }),
    }),
  "discriminator of many": (n) =>
    document({
      Any: {
        oneOf: times(n, (i) => ref(`S${i}`)),
        discriminator: {
          propertyName: "kind",
          mapping: entries(n, (i) => [`k${i}`, `#/components/schemas/S${i}`]),
        },
      },
      ...entries(n, (i) => [
        `S${i}`,
        object({ kind: text }, { required: ["kind"] }),
      ]),
    }),
  "many discriminators over one base": (n) =>
    document({
      Base: object(
        entries(n, (i) => [`k${i}`, text]),
        { discriminator: { propertyName: "k0" } },
      ),
      ...entries(n, (i) => [
        `S${i}`,
        { allOf: [ref("Base"), object({ [`p${i}`]: text })] },
      ]),
    }),
  "many unions with discriminators of the same": (n) =>
    document({
      ...entries(n, (i) => [
        `U${i}`,
        {
          oneOf: [ref("A"), ref("B")],
          discriminator: { propertyName: `k${i}` },
        },
      ]),
      A: object({ a: text }),
      B: object({ b: text }),
    }),
};

/** Objects, arrays and values. */
const values = {
  "object of many properties": (n) =>
    document({
      S: object(
        entries(n, (i) => [`p${i}`, text]),
        { required: times(n, (i) => `p${i}`) },
      ),
    }),
  "required of many that are not there": (n) =>
    document({
      S: object({ a: text }, { required: times(n, (i) => `p${i}`) }),
    }),
  "required of many beside a reference": (n) =>
    document({
      Base: object(entries(n, (i) => [`p${i}`, text])),
      S: { allOf: [ref("Base")], required: times(n, (i) => `p${i}`) },
    }),
  "many objects": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        object({ [`p${i}`]: text, a: { type: "integer" } }),
      ]),
    ),
  "many equal objects in place": (n) =>
    document({
      S: object(
        entries(n, (i) => [
          `p${i}`,
          object({ a: text, b: { type: "number" } }),
        ]),
      ),
    }),
  "many objects in place": (n) =>
    document({
      S: object(entries(n, (i) => [`p${i}`, object({ [`q${i}`]: text })])),
    }),
  "many equal enums": (n) =>
    document({
      S: object(entries(n, (i) => [`p${i}`, { enum: ["a", "b"] }])),
    }),
  "enum of many": (n) => document({ S: { enum: times(n, (i) => `v${i}`) } }),
  "enum of many numbers": (n) =>
    document({ S: { type: "integer", enum: times(n, (i) => i) } }),
  "enum of many that sound alike": (n) =>
    document({
      S: {
        enum: times(
          n,
          (i) => `${"-".repeat(i % 7)}a_${"_".repeat(i % 97)}${i % 5}.${i}`,
        ),
      },
    }),
  "many patternProperties": (n) =>
    document({
      S: {
        type: "object",
        patternProperties: entries(n, (i) => [`^p${i}`, text]),
      },
    }),
  "objects in objects": (n) =>
    nestAll(n, 2, (inner) => object({ a: inner }, { required: ["a"] })),
  "arrays in arrays": (n) =>
    nestAll(n, 1, (inner) => ({ type: "array", items: inner })),
  "arrays in arrays with minItems": (n) =>
    nestAll(n, 1, (inner) => ({ type: "array", items: inner, minItems: 50 })),
  "maps in maps with minProperties": (n) =>
    nestAll(n, 2, (inner) => ({
      type: "object",
      additionalProperties: inner,
      minProperties: 3,
    })),
  "tuple of many": (n) =>
    document({
      S: {
        type: "array",
        prefixItems: times(n, () => text),
        minItems: n,
        items: false,
      },
    }),
  "one long description": (n) =>
    document({ S: { ...text, description: "word ".repeat(n * 20) } }),
  "one long word": (n) =>
    document({ S: { ...text, description: "w".repeat(n * 200) } }),
  "description of many lines": (n) =>
    document({
      S: { ...text, description: times(n, (i) => `- line ${i}`).join("\n") },
    }),
  "description of quotes in quotes": (n) =>
    document({ S: { ...text, description: `${"> ".repeat(n)}a` } }),
  "description of many brackets": (n) =>
    document({
      S: {
        ...text,
        description: `${"[".repeat(n)}a${"](".repeat(n)}\`${"*".repeat(n)}${"<a ".repeat(n)}`,
      },
    }),
  "long pattern": (n) =>
    document({ S: { ...text, pattern: `^${"(?:a|b)".repeat(n)}$` } }),
  "pattern of parentheses": (n) =>
    document({ S: { ...text, pattern: `${"(".repeat(n)}a${")".repeat(n)}` } }),
  "pattern of alternatives": (n) =>
    document({ S: { ...text, pattern: times(n, (i) => `a${i}`).join("|") } }),
  "pattern of quantifiers": (n) =>
    document({ S: { ...text, pattern: "[0-9]{1,20}-?".repeat(n) } }),
  "many patterns": (n) =>
    document(
      entries(n, (i) => [`S${i}`, { ...text, pattern: `^[a-z]{1,${i + 1}}$` }]),
    ),
  "default that is long": (n) =>
    document({
      S: object({
        a: {
          type: "array",
          items: { type: "integer" },
          default: times(n, (i) => i),
        },
      }),
    }),
  "many unknown keywords": (n) =>
    document({
      S: object(
        entries(n, (i) => [`p${i}`, { ...text, not: { const: `${i}` } }]),
      ),
    }),
};

/** Names that are nearly the same. */
const names = {
  "names nearly the same": (n) =>
    document(
      entries(n, (i) => [
        [`a-${i >> 2}`, `a_${i >> 2}`, `A${i >> 2}`, `a.${i >> 2}`][i & 3],
        object({ a: text }),
      ]),
    ),
  "names that differ only in marks": (n) =>
    document(
      entries(n, (i) => [
        `a${times(14, (bit) => ((i >> bit) & 1 ? "-" : "_")).join("")}b`,
        object({ a: text }),
      ]),
    ),
  "names that are taken": (n) =>
    document(
      entries(n, (i) => [
        i % 2 ? `a_${i >> 1}` : `A${i >> 1}_2`,
        object({ a: text }),
      ]),
    ),
  "one long name": (n) => document({ ["A".repeat(n)]: object({ a: text }) }),
  "properties nearly the same": (n) =>
    document({
      S: object(
        entries(n, (i) => [
          `a${times(14, (bit) => ((i >> bit) & 1 ? "-" : "_")).join("")}b`,
          text,
        ]),
      ),
    }),
};

/** Operations, their parameters and events. */
const operations = {
  "many operations": (n) =>
    document(
      { S: object({ a: text }) },
      {
        paths: entries(n, (i) => [
          `/p${i}/{id}`,
          {
            get: {
              operationId: `get${i}`,
              parameters: [
                { name: "id", in: "path", required: true, schema: text },
                { name: "q", in: "query", schema: text },
              ],
              responses: { 200: { description: "Done.", ...json(ref("S")) } },
            },
          },
        ]),
      },
    ),
  "operations of the same id": (n) =>
    document(
      {},
      {
        paths: entries(n, (i) => [
          `/p${i}`,
          { get: { operationId: "get", responses: ok } },
        ]),
      },
    ),
  "operations without an id": (n) =>
    document(
      {},
      {
        paths: entries(n, (i) => [
          `/p${"-".repeat(i % 50)}/${i}`,
          { get: { responses: ok } },
        ]),
      },
    ),
  "many parameters": (n) =>
    document(
      {},
      {
        paths: {
          "/p": {
            get: {
              operationId: "get",
              parameters: times(n, (i) => ({
                name: `p${i}`,
                in: "query",
                schema: text,
              })),
              responses: ok,
            },
          },
        },
      },
    ),
  "many parameters in the path": (n) =>
    document(
      {},
      {
        paths: {
          [times(n, (i) => `/{p${i}}`).join("")]: {
            get: {
              operationId: "get",
              parameters: times(n, (i) => ({
                name: `p${i}`,
                in: "path",
                required: true,
                schema: text,
              })),
              responses: ok,
            },
          },
        },
      },
    ),
  "many bodies": (n) =>
    document(
      { S: object({ a: text }) },
      {
        paths: entries(n, (i) => [
          `/p${i}`,
          {
            post: {
              operationId: `post${i}`,
              requestBody: json(
                object({ a: object({ b: text, [`c${i}`]: text }) }),
              ),
              responses: { 200: { description: "Done.", ...json(ref("S")) } },
            },
          },
        ]),
      },
    ),
  "many equal bodies": (n) =>
    document(
      {},
      {
        paths: entries(n, (i) => [
          `/p${i}`,
          {
            post: {
              operationId: `post${i}`,
              requestBody: json(
                object({
                  a: { title: "shared", ...object({ b: text, c: text }) },
                }),
              ),
              responses: ok,
            },
          },
        ]),
      },
    ),
  "body of many properties": (n) =>
    document(
      {},
      {
        paths: {
          "/p": {
            post: {
              operationId: "post",
              requestBody: json(
                object(
                  entries(n, (i) => [`p${i}`, object({ [`q${i}`]: text })]),
                ),
              ),
              responses: ok,
            },
          },
        },
      },
    ),
  "many answers": (n) =>
    document(
      entries(n, (i) => [`E${i}`, object({ a: text })]),
      {
        paths: entries(Math.ceil(n / 50), (p) => [
          `/p${p}`,
          {
            get: {
              operationId: `get${p}`,
              responses: entries(50, (i) => [
                String(400 + i),
                { description: "x", ...json(ref(`E${(p * 50 + i) % n}`)) },
              ]),
            },
          },
        ]),
      },
    ),
  "many webhooks": (n) =>
    document(
      { S: object({ a: text }) },
      {
        webhooks: entries(n, (i) => [
          `hook.${i}`,
          { post: { requestBody: json(ref("S")), responses: ok } },
        ]),
      },
    ),
  "models both read and written": (n) =>
    document(
      entries(n, (i) => [
        `S${i}`,
        object({
          id: { ...text, readOnly: true },
          next: ref(`S${(i + 1) % n}`),
        }),
      ]),
      {
        paths: {
          "/p": {
            post: {
              operationId: "post",
              requestBody: json(ref("S0")),
              responses: { 200: { description: "Done.", ...json(ref("S0")) } },
            },
          },
        },
      },
    ),
};

/** Conventions of a dialect: events, expandables and lists. */
const stripe = {
  "many events": (n) =>
    document(
      {
        event: object(
          {
            id: text,
            object: { enum: ["event"], type: "string" },
            type: text,
            api_version: text,
            data: object({ object: { type: "object" } }),
          },
          { required: ["id", "object", "type", "data"] },
        ),
        ...entries(n, (i) => [
          `thing${i}`,
          object(
            {
              id: text,
              object: { enum: [`thing${i}`], type: "string" },
            },
            { required: ["id", "object"], "x-resourceId": `thing${i}` },
          ),
        ]),
      },
      {
        paths: {
          "/v1/webhook_endpoints": {
            post: {
              operationId: "PostWebhookEndpoints",
              requestBody: {
                content: {
                  "application/x-www-form-urlencoded": {
                    schema: object({
                      enabled_events: {
                        type: "array",
                        items: {
                          type: "string",
                          enum: ["*", ...times(n, (i) => `thing${i}.created`)],
                        },
                      },
                    }),
                  },
                },
              },
              responses: ok,
            },
          },
        },
      },
    ),
  "many expandables": (n) =>
    document(
      entries(n, (i) => [
        `thing${i}`,
        object(
          {
            id: text,
            object: { enum: [`thing${i}`], type: "string" },
            next: {
              anyOf: [
                { type: "string", maxLength: 5000 },
                ref(`thing${(i + 1) % n}`),
              ],
              "x-expansionResources": { oneOf: [ref(`thing${(i + 1) % n}`)] },
            },
          },
          { required: ["id", "object"], "x-resourceId": `thing${i}` },
        ),
      ]),
      {
        paths: entries(Math.ceil(n / 10), (i) => [
          `/v1/things${i}`,
          {
            post: {
              operationId: `PostThings${i}`,
              requestBody: {
                content: {
                  "application/x-www-form-urlencoded": {
                    schema: object({ expand: { type: "array", items: text } }),
                  },
                },
              },
              responses: {
                200: { description: "Done.", ...json(ref(`thing${i}`)) },
              },
            },
          },
        ]),
      },
    ),
};

/** Many repetitions of one fault. */
const faults = {
  "many wrong references": (n) =>
    document(entries(n, (i) => [`S${i}`, ref(`Missing${i}`)])),
  "many wrong types": (n) =>
    document(entries(n, (i) => [`S${i}`, { type: "strin" }])),
  "many wrong patterns": (n) =>
    document(entries(n, (i) => [`S${i}`, { ...text, pattern: "(" }])),
  "many constraints that cannot be kept": (n) =>
    document({
      S: object(
        entries(n, (i) => [`p${i}`, { ...text, pattern: "^(?=b)a$" }]),
        { required: times(n, (i) => `p${i}`) },
      ),
    }),
};

/** @type {Readonly<Record<string, (size: number) => Json>>} */
export const shapes = {
  ...references,
  ...places,
  ...combinations,
  ...values,
  ...names,
  ...operations,
  ...stripe,
  ...faults,
};
