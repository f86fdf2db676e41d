// Two JSON values → where they differ: `charge.source: absent, was null`.

export function differences(
  path: string,
  before: unknown,
  after: unknown,
): string[] {
  if (isRecord(before) && isRecord(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) =>
      differences(`${path}.${key}`, before[key], after[key]),
    );
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) =>
      differences(`${path}[${index}]`, before[index], after[index]),
    ).flat();
  }
  return before === after
    ? []
    : [`${path}: ${shown(after)}, was ${shown(before)}`];
}

function shown(value: unknown): string {
  if (value === undefined) return "absent";
  return isRecord(value) ? "an object" : JSON.stringify(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
