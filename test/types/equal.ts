/** True where two types are one and the same, `any` and modifiers included. */
export type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2
    ? true
    : false;

/** Compiles only where the type is true. */
export declare function exactly<_Result extends true>(): void;
