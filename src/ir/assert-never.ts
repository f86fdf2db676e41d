// Ends every switch over a discriminated union: a new kind without a case
// fails to compile, and an unexpected value throws at run time.

export function assertNever(value: never): never {
  throw new Error(`unhandled kind: ${JSON.stringify(value)}`);
}
