// Documents → what became of each, by a few worker processes. A worker that dies
// or takes too long fails the document it was at, and another takes over.

import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** @import { Order, Outcome } from "./generate-worker.mjs" */

const worker = fileURLToPath(new URL("generate-worker.mjs", import.meta.url));
const workers = 2;
const timeout = 60_000;

/**
 * @param {readonly Order[]} orders
 * @param {(name: string) => void} progress
 * @returns {Promise<Outcome[]>} in the order of the orders
 */
export async function generateBatch(orders, progress) {
  /** @type {Outcome[]} */
  const outcomes = [];
  const waiting = orders.map((order, index) => ({ order, index }));
  const work = async () => {
    let child = null;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      progress(next.order.document.name);
      child ??= fork(worker, { silent: true });
      const outcome = await execute(child, next.order);
      outcomes[next.index] = outcome;
      if (child.exitCode !== null || child.killed) child = null;
    }
    child?.kill();
  };
  await Promise.all(Array.from({ length: workers }, work));
  return outcomes;
}

/** @returns {Promise<Outcome>} */
function execute(child, order) {
  return new Promise((resolve) => {
    let said = "";
    const start = Date.now();
    const fail = (message) => {
      const failures = [{ kind: "crash", message }];
      const milliseconds = Date.now() - start;
      finish({ schemas: 0, files: 0, milliseconds, failures, warnings: [] });
    };
    const finish = (outcome) => {
      clearTimeout(timer);
      child.off("message", finish).off("exit", exit).stderr.off("data", hear);
      resolve(outcome);
    };
    const hear = (text) => {
      said = `${said}${text}`.slice(-2000);
    };
    const exit = (status, signal) =>
      fail(`the process ended with ${status ?? signal}: ${said}`);
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      fail(`no end after ${timeout / 1000} s`);
    }, timeout);
    child.on("message", finish).on("exit", exit).stderr.on("data", hear);
    child.send(order);
  });
}
