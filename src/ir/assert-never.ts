// The end of every switch over a discriminated union: a new kind that is not
// handled fails to compile, and a value from elsewhere fails loudly.

export function assertNever(value: never): never {
  throw new Error(`unhandled kind: ${JSON.stringify(value)}`);
}
