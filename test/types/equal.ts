/** True if two types are identical, including `any` and modifiers. */
export type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2
    ? true
    : false;

/** Compiles only if the type is `true`. */
export declare function exactly<_Result extends true>(): void;
