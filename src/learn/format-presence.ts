// PresenceFindings of one source → the presence file with them in it. Facts by hand, and those
// of other versions and other sources, stay.

import { stringify } from "yaml";
import type { Presence, PresenceFindings } from "./presence-finding.js";

/** The groups of each API version, as parsed from the file. */
export type PresenceGroups = Readonly<
  Record<string, readonly Readonly<Record<string, unknown>>[]>
>;

const header = `# Which nullable properties real objects always have (\`always\`), and which they may
# omit (\`properties\`). Learnt groups name their \`source\` and are written by
# \`codegen presence learn\`, which keeps groups that have a \`reason\` and no comments.
`;

/** Replaces the group of the same kind of source: \`npm:NAME@…\` or \`samples:…\`. */
export function formatPresence(
  before: PresenceGroups,
  version: string,
  source: string,
  findings: PresenceFindings,
): string {
  const kind = source.slice(0, source.indexOf(":") + 1);
  const kept = (before[version] ?? []).filter(
    (group) => !String(group.source ?? "").startsWith(kind),
  );
  const namesOf = (wanted: Presence) =>
    [...findings]
      .flatMap(([name, presence]) => (presence === wanted ? [name] : []))
      .sort((left, right) => (left < right ? -1 : 1));
  const [always, properties] = [namesOf("always"), namesOf("sometimes")];
  const learnt = {
    source,
    ...(always.length > 0 && { always }),
    properties,
  };
  const groups = { ...before, [version]: sortGroups([...kept, learnt]) };
  const versions = Object.entries(groups).sort(([left], [right]) =>
    left < right ? -1 : 1,
  );
  return header + stringify(new Map(versions), { lineWidth: 0 });
}

/** By hand first, then by source, so that the order of learning makes no difference. */
function sortGroups(
  groups: readonly Readonly<Record<string, unknown>>[],
): readonly Readonly<Record<string, unknown>>[] {
  const rank = ({ source }: Readonly<Record<string, unknown>>) =>
    typeof source === "string" ? source : "";
  return groups.toSorted((left, right) =>
    rank(left) === rank(right) ? 0 : rank(left) < rank(right) ? -1 : 1,
  );
}
