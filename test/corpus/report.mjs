// The outcomes of all documents → the printed report.

/** The goals for every document, and for the largest. */
const goals = { seconds: 10, gigabytes: 1.5, growth: 2 };

const shownExamples = 3;

/** Bytes from which each class of sizes begins. */
const classes = [
  ["under 20 kB", 0],
  ["20 to 100 kB", 2e4],
  ["0.1 to 0.5 MB", 1e5],
  ["0.5 to 1 MB", 5e5],
  ["1 to 2 MB", 1e6],
  ["2 to 10 MB", 2e6],
  ["over 10 MB", 1e7],
];

/**
 * @typedef {import("./generate-worker.mjs").Outcome & import("./list-documents.mjs").CorpusDocument} Result
 */

/**
 * @param {readonly Result[]} results
 * @param {number} seconds
 */
export function formatTotals(results, seconds) {
  const sum = (key) => results.reduce((total, one) => total + one[key], 0);
  const columns = [
    ["documents", results.length],
    ["MB", (sum("bytes") / 1e6).toFixed(1)],
    ["models", sum("schemas")],
    ["files", sum("files")],
    ["seconds", seconds.toFixed(1)],
  ];
  return formatTable([
    columns.map(([name]) => name),
    columns.map(([, value]) => String(value)),
  ]);
}

/**
 * Kind → in how many documents, how often, and a few of them.
 * @param {readonly Result[]} results
 * @param {"failures" | "warnings"} key
 */
export function formatKinds(results, key) {
  const kinds = new Map();
  for (const result of results) {
    for (const { kind, message } of result[key]) {
      const seen = kinds.get(kind) ?? { count: 0, documents: new Map() };
      seen.count += 1;
      if (!seen.documents.has(result.name)) {
        seen.documents.set(result.name, message);
      }
      kinds.set(kind, seen);
    }
  }
  if (kinds.size === 0) return `${key}: none\n`;
  const sorted = [...kinds].sort(
    (a, b) => b[1].documents.size - a[1].documents.size,
  );
  return `${key}:\n${sorted.map(formatKind).join("")}`;
}

function formatKind([kind, { count, documents }]) {
  const examples = [...documents].slice(0, shownExamples);
  const lines = examples.map(
    ([name, message]) => `      ${name}: ${shorten(message)}\n`,
  );
  return `  ${kind}: ${documents.size} documents, ${count} times\n${lines.join("")}`;
}

/**
 * Time against size: per MB it should stay the same.
 * @param {readonly Result[]} results
 */
export function formatGrowth(results) {
  const rows = classes.flatMap(([name, from], index) => {
    const to = classes[index + 1]?.[1] ?? Number.POSITIVE_INFINITY;
    const within = results.filter(
      ({ bytes, files }) => files > 0 && bytes >= from && bytes < to,
    );
    if (within.length === 0) return [];
    const rates = within.map(
      ({ milliseconds, bytes }) => milliseconds / (bytes / 1e6),
    );
    const slowest = within.reduce((most, one) =>
      one.milliseconds > most.milliseconds ? one : most,
    );
    const cells = [
      `${within.length}`,
      medianOf(rates).toFixed(0),
      `${(slowest.milliseconds / 1000).toFixed(2)} s ${slowest.name}`,
    ];
    return [{ from, rate: medianOf(rates), cells: [name, ...cells] }];
  });
  const table = formatTable([
    ["size", "documents", "CPU ms per MB, median", "slowest"],
    ...rows.map(({ cells }) => cells),
  ]);
  const large = rows.filter(({ from }) => from >= 1e5);
  if (large.length < 2) return table;
  const [least, most] = [large[0]?.rate ?? 0, large.at(-1)?.rate ?? 0];
  const verdict = judge(most <= goals.growth * least);
  return `${table}growth from 0.1 MB up: ${verdict} (goal: the largest take at most ${goals.growth} times as long per MB)\n`;
}

/** @param {ReturnType<typeof import("./measure-largest.mjs").measureLargest>} measured */
export function formatLargest(measured) {
  const { document, seconds, cpuSeconds, gigabytes, stderr } = measured;
  const size = (document.bytes / 1e6).toFixed(1);
  const head = `largest, ${document.name} (${size} MB), as a command:\n`;
  if (gigabytes === null) return `${head}  failed: ${shorten(stderr)}\n`;
  return [
    head,
    `  ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of the processor's time (goal: at most ${goals.seconds} s, ${judge(seconds <= goals.seconds)})\n`,
    `  ${gigabytes.toFixed(2)} GB at most (goal: at most ${goals.gigabytes} GB, ${judge(gigabytes <= goals.gigabytes)})\n`,
  ].join("");
}

const judge = (met) => (met ? "met" : "missed");

/** @param {readonly number[]} numbers */
function medianOf(numbers) {
  return (
    [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
  );
}

const shorten = (text) => text.replace(/\s+/g, " ").trim().slice(0, 160);

/** @param {readonly (readonly string[])[]} rows */
function formatTable(rows) {
  const widths = (rows[0] ?? []).map((_cell, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  "),
    )
    .map((line) => `${line.trimEnd()}\n`)
    .join("");
}
