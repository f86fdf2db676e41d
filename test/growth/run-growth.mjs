// Generates from documents that grow in one way each, and prints the cost and its
// growth: `npm run test:growth`. With `-- --only TEXT` the shapes that have
// TEXT in their names, with `-- --emit all,models` only these columns.
// Exits with 1 if the cost grows faster than the document, or a process neither
// generates files nor reports errors.

import { fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { shapes } from "./growing-documents.mjs";

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    emit: { type: "string" },
    sizes: { type: "string", default: "625,1250,2500,5000" },
    seconds: { type: "string", default: "60" },
  },
});

const all = "models,values,params,validators,factories";
const typescript = (/** @type {string[]} */ ...set) => ({
  template: "typescript",
  set,
});
/** The outputs of each document: all artifacts at once, each alone, and Rust. */
const outputs = {
  all: typescript(`emit=${all}`),
  dedupe: typescript(`emit=${all}`, "dedupe=true"),
  ...Object.fromEntries(
    all.split(",").map((one) => [one, typescript(`emit=${one}`)]),
  ),
  /** Only of documents that have events; other ones are refused. */
  events: typescript(`emit=${all},events`),
  rust: { template: "rust", set: [] },
  loose: { template: "rust", set: ["typing=loose"] },
  markdown: { template: "markdown", set: [] },
  python: { template: "python", set: [] },
};

/** Time that grows as n × log n, measured on a machine that does other things as well. */
const most = { time: 1.35, bytes: 1.1 };
/** Seconds below which the growth of time is noise. */
const noise = 0.5;

const sizes = values.sizes.split(",").map(Number);
const wanted = values.emit?.split(",") ?? Object.keys(outputs);
const root = mkdtempSync(join(tmpdir(), "codegen-growth-"));
process.on("exit", () => rmSync(root, { recursive: true, force: true }));
process.on("SIGINT", () => process.exit(130));

let failed = 0;
for (const [shape, make] of Object.entries(shapes)) {
  if (!shape.includes(values.only)) continue;
  const specs = sizes.map((size) => {
    const spec = join(root, `${size}.json`);
    writeFileSync(spec, JSON.stringify(make(size)));
    return spec;
  });
  for (const name of wanted) {
    const outcomes = await measureAll(specs, outputs[name]);
    const verdict = judge(outcomes);
    if (verdict.wrong !== "") failed++;
    print(shape, name, outcomes, verdict);
  }
}
process.stdout.write(`${failed} grow faster than their documents (goal: 0)\n`);
process.exitCode = failed === 0 ? 0 : 1;

/** One process per shape and output. After a timeout or a crash, larger sizes are skipped. */
async function measureAll(specs, output) {
  const worker = fork(new URL("growth-worker.mjs", import.meta.url), {
    execArgv: ["--max-old-space-size=3000"],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const outcomes = [];
  try {
    for (const spec of specs) {
      const outcome = await ask(worker, { spec, ...output });
      outcomes.push(outcome);
      if (outcome.end === "never ends" || outcome.end === "crashed") break;
    }
  } finally {
    worker.kill("SIGKILL");
  }
  return outcomes;
}

function ask(worker, order) {
  return new Promise((resolve) => {
    const give = (end) =>
      resolve({ end, seconds: Infinity, bytes: 0, said: 0 });
    const timer = setTimeout(
      () => give("never ends"),
      Number(values.seconds) * 1000,
    );
    worker.removeAllListeners();
    worker.on("message", (outcome) => {
      clearTimeout(timer);
      resolve(outcome);
    });
    worker.on("exit", () => {
      clearTimeout(timer);
      give("crashed");
    });
    worker.send(order);
  });
}

/** The exponents between the two largest sizes: 1 means linear growth. */
function judge(outcomes) {
  const [before, last] = outcomes.slice(-2);
  const end = last?.end ?? "";
  const [small = 1, large = 2] = sizes.slice(outcomes.length - 2);
  const exponent = (key) =>
    last && before && last[key] > 0 && before[key] > 0
      ? Math.log(last[key] / before[key]) / Math.log(large / small)
      : 0;
  const time = (last?.seconds ?? 0) < noise ? 0 : exponent("seconds");
  const bytes = exponent("bytes");
  const wrong = [
    ...(time > most.time ? ["time"] : []),
    ...(bytes > most.bytes ? ["bytes"] : []),
    ...(exponent("said") > most.bytes ? ["said"] : []),
    ...(/^done|^refused/.test(end) ? [] : [end]),
  ];
  return { time, bytes, wrong: wrong.join(", ") };
}

function print(shape, name, outcomes, { time, bytes, wrong }) {
  const seconds = outcomes.map((one) => one.seconds.toFixed(2)).join(" ");
  const last = outcomes.at(-1);
  const size = `${((last?.bytes ?? 0) / 1e6).toFixed(2)} MB`;
  const said = `${((last?.said ?? 0) / 1e3).toFixed(1)} kB said`;
  process.stdout.write(
    `${wrong === "" ? " " : "!"} ${shape} | ${name} | ${seconds} s ^${time.toFixed(2)} | ${size} ^${bytes.toFixed(2)} | ${said} | ${last?.end.slice(0, 300)}${wrong === "" ? "" : ` <- ${wrong}`}\n`,
  );
}
