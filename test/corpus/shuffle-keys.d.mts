export function shuffleKeys(value: unknown): unknown;
