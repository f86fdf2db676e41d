// The parts of a document that may be references: the fields of each part, in the order
// in which parts are named, and the section of components that may hold the part.

/** The type of a part, e.g. `"schema"`; `"schema*"` is a map or a list of them. */
export type PartType = string;

/**
 * The fields of all versions, 2.0 included: a field of another version is read all the
 * same. `*` stands for keys that the document chooses. Other fields have the type `other`,
 * and in a schema `keyword`.
 * @see https://spec.openapis.org/oas/v3.2.0#schema-1
 * @see https://spec.openapis.org/oas/v2.0#schema
 */
const partFields = readFields(`
  document: paths=pathItem* webhooks=pathItem* x-webhooks=pathItem* components=components
    definitions=schema* parameters=parameter* responses=response*
  components: parameters=parameter* schemas=schema* responses=response*
    requestBodies=requestBody* headers=header* links=link* callbacks=callback*
    pathItems=pathItem* mediaTypes=mediaType*
  pathItem: parameters=parameter* get=operation put=operation post=operation
    delete=operation options=operation head=operation patch=operation trace=operation
    query=operation additionalOperations=operation*
  operation: parameters=parameter* requestBody=requestBody responses=responses
    callbacks=callback*
  responses: default=response *=response
  callback: *=pathItem
  parameter: schema=schema content=mediaType* items=schema
  header: schema=schema content=mediaType* items=schema
  requestBody: content=mediaType*
  response: schema=schema headers=header* content=mediaType* links=link*
  mediaType: schema=schema encoding=encoding* itemSchema=schema prefixEncoding=encoding*
    itemEncoding=encoding
  encoding: headers=header* encoding=encoding* prefixEncoding=encoding*
    itemEncoding=encoding
  schema: definitions=schema* $defs=schema* discriminator=discriminator
    externalDocs=other xml=other allOf=schema* anyOf=schema* oneOf=schema* not=schema
    if=schema then=schema else=schema dependencies=schema* dependentSchemas=schema*
    prefixItems=schema* contains=schema patternProperties=schema* propertyNames=schema
    unevaluatedItems=schema unevaluatedProperties=schema properties=schema* items=schema
    additionalItems=schema additionalProperties=schema contentSchema=schema
  discriminator: mapping=mapping
`);

/** The sections of components, and those of Swagger 2.0. */
const sections: ReadonlyMap<PartType, readonly [string, string?]> = new Map([
  ["schema", ["schemas", "definitions"]],
  ["parameter", ["parameters", "parameters"]],
  ["response", ["responses", "responses"]],
  ["requestBody", ["requestBodies"]],
  ["header", ["headers"]],
  ["link", ["links"]],
  ["callback", ["callbacks"]],
]);

/** Returns the path of the section for parts of a type, or null if there is none. */
export function sectionOf(
  type: PartType,
  isSwagger: boolean,
): readonly string[] | null {
  const [name, swaggerName] = sections.get(type) ?? [];
  if (isSwagger) return swaggerName === undefined ? null : [swaggerName];
  return name === undefined ? null : ["components", name];
}

/** Returns the keys of a part in the order in which their values are named. */
export function orderedKeys(part: object, type: PartType): string[] {
  const known = [...(partFields.get(type)?.keys() ?? [])];
  const present = known.filter((key) => Object.hasOwn(part, key));
  return [...new Set([...present, ...Object.keys(part)])];
}

/** Returns the type of the part at `key`. */
export function typeBelow(type: PartType, key: string): PartType {
  if (type.endsWith("*")) return type.slice(0, -1);
  const fields = partFields.get(type);
  const otherType = type === "schema" ? "keyword" : "other";
  return fields?.get(key) ?? fields?.get("*") ?? otherType;
}

/** Returns true if the document chooses the keys: a response may be named `default`. */
export function hasNames(type: PartType): boolean {
  return type.endsWith("*") || partFields.get(type)?.has("*") === true;
}

function readFields(
  text: string,
): ReadonlyMap<PartType, ReadonlyMap<string, PartType>> {
  const table = new Map<PartType, Map<string, PartType>>();
  let fields = new Map<string, PartType>();
  for (const word of text.trim().split(/\s+/)) {
    const [key = "", type] = word.split("=");
    if (type !== undefined) fields.set(key, type);
    else fields = new Map();
    if (type === undefined) table.set(key.slice(0, -1), fields);
  }
  return table;
}
