/** By what grows in it: size → a document. */
export const shapes: Readonly<
  Record<string, (size: number) => Record<string, unknown>>
>;
