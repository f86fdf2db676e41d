// Times one validator on one kind of input, in its own process. Prints the nanoseconds
// per call in the fastest of many samples, and the number of issues it found. With
// several models, a call is one of each.

import { readFileSync } from "node:fs";

const { bundle, call, types, values } = JSON.parse(process.argv[2]);
const module = await import(bundle);

/** type → a function that returns the number of issues of a value. */
const calls = {
  lenient: (type) => {
    const safeParse = module[`safeParse${type}`];
    return (value) => countIssues(safeParse(value));
  },
  strict: (type) => {
    const safeParse = module[`safeParse${type}`];
    return (value) => countIssues(safeParse(value, { mode: "strict" }));
  },
  is: (type) => {
    const is = module[`is${type}`];
    return (value) => (is(value) ? 0 : 1);
  },
  ajv: (type) => {
    const validate = module[type];
    return (value) => (validate(value) ? 0 : validate.errors.length);
  },
  zod: (type) => {
    const schema = module[type];
    return (value) => {
      const { success, error } = schema.safeParse(value);
      return success ? 0 : error.issues.length;
    };
  },
};

function countIssues(parsed) {
  return parsed.ok ? 0 : parsed.issues.length;
}

// Several copies, as in real use, where each value is a new object.
const copies = 64;
const texts = JSON.parse(readFileSync(values, "utf8")).map((one) =>
  JSON.stringify(one),
);
const work = types.map((type, index) => ({
  validate: calls[call](type),
  inputs: Array.from({ length: copies }, () => JSON.parse(texts[index])),
}));

function pass() {
  let issues = 0;
  for (let copy = 0; copy < copies; copy++) {
    for (const { validate, inputs } of work) issues += validate(inputs[copy]);
  }
  return issues;
}

/** The CPU time of a call, which excludes other processes on the machine. */
function sample(milliseconds) {
  const started = process.cpuUsage();
  let passes = 0;
  let elapsed = 0;
  while (elapsed < milliseconds * 1000) {
    for (let times = 0; times < 8; times++) pass();
    passes += 8;
    const { user, system } = process.cpuUsage(started);
    elapsed = user + system;
  }
  return (elapsed * 1000) / (passes * copies);
}

// Warms up long enough for the engine to optimize the code.
sample(1000);
const samples = Array.from({ length: 20 }, () => sample(15));
console.log(
  JSON.stringify({
    nanoseconds: Math.min(...samples),
    issues: pass() / copies,
  }),
);
