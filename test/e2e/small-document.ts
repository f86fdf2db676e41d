// Schemas → the text of a document that contains only these schemas.

export function smallDocument(
  schemas: Readonly<Record<string, unknown>>,
): string {
  const info = { title: "Test", version: "1" };
  const document = {
    openapi: "3.1.0",
    info,
    paths: {},
    components: { schemas },
  };
  return JSON.stringify(document, null, 2);
}

export function objectOf(
  properties: Readonly<Record<string, unknown>>,
  required: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  return { type: "object", properties, required };
}
