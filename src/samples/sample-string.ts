// The format and constraints of a string → a string that satisfies them.

import type { StringConstraints } from "../ir/constraints.js";
import { matchesPattern } from "../ir/query/patterns/matches-pattern.js";
import type { StringType } from "../ir/type-expr.js";
import { samplePattern } from "./sample-pattern.js";
import { clock } from "./value-plan.js";

const moment = new Date(clock * 1000).toISOString().replace(".000", "");

/** Examples of formats; domains and addresses are reserved for documentation. */
const sampleFormats: Readonly<Record<string, string>> = {
  "date-time": moment,
  date: moment.slice(0, 10),
  time: moment.slice(11),
  decimal: "0",
  int64: "0",
  duration: "PT0S",
  email: "name@example.com",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  uri: "https://example.com",
  url: "https://example.com",
  uuid: "00000000-0000-4000-8000-000000000000",
};

/**
 * Returns `name` if no format or constraint applies. Null if no candidate
 * satisfies the constraints.
 */
export function sampleString(
  { format, constraints }: StringType,
  name: string,
): string | null {
  const known =
    format !== null && Object.hasOwn(sampleFormats, format)
      ? sampleFormats[format]
      : null;
  const candidates = [
    ...(known ? [known] : []),
    withLength(name || "text", constraints),
    ...(constraints?.pattern === undefined
      ? []
      : samplesOf(constraints.pattern, constraints.minLength ?? 0)),
  ];
  return candidates.find((one) => fitsString(one, constraints)) ?? null;
}

/** Samples of increasing length. */
function samplesOf(pattern: string, length: number): string[] {
  const repeats = [0, 1, 2, 3, 4, 8, 16, Math.min(length, 1000)];
  return [...samplePattern(pattern, repeats)];
}

function withLength(
  text: string,
  {
    minLength = 0,
    maxLength = Number.POSITIVE_INFINITY,
  }: StringConstraints = {},
): string {
  const points = [...text];
  const times = Math.ceil(Math.min(minLength, 10_000) / points.length);
  const long = [...text.repeat(Math.max(1, times))];
  return long.slice(0, Math.max(points.length, minLength)).length > maxLength
    ? long.slice(0, maxLength).join("")
    : long.slice(0, Math.max(points.length, minLength)).join("");
}

/** True if the string satisfies the constraints. Lengths are counted in code points. */
export function fitsString(
  value: string,
  constraints: StringConstraints | undefined,
): boolean {
  const { minLength = 0, maxLength, pattern } = constraints ?? {};
  const length = [...value].length;
  return (
    length >= minLength &&
    length <= (maxLength ?? length) &&
    (pattern === undefined || matchesPattern(pattern, value))
  );
}
