// The names of the documents to run on → where they are and how large.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * @typedef {object} CorpusDocument
 * @property {string} name as in documents.txt: `api/stripe.com.json`
 * @property {string} file
 * @property {number} bytes
 * @property {boolean} sampled whether it is in documents.txt
 */

/**
 * @param {string} corpus the folder that `installCorpus` answers
 * @param {{ all: boolean, only: string | undefined }} choice
 * @returns {CorpusDocument[]}
 */
export function listDocuments(corpus, { all, only }) {
  const root = dirname(corpus);
  const sample = readSample();
  const names = all ? listAll(root) : sample;
  return names
    .filter((name) => name.includes(only ?? ""))
    .map((name) => {
      const file = join(root, name);
      const { size: bytes } = statSync(file);
      return { name, file, bytes, sampled: sample.includes(name) };
    });
}

/**
 * @param {string} corpus
 * @returns {CorpusDocument}
 */
export function findLargest(corpus) {
  const documents = listDocuments(corpus, { all: true, only: undefined });
  return documents.reduce((most, one) => (one.bytes > most.bytes ? one : most));
}

/** Sixty that have, between them, all that is to be found in any of them. */
function readSample() {
  const list = new URL("documents.txt", import.meta.url);
  return readFileSync(list, "utf8").trim().split("\n");
}

/** @param {string} root */
function listAll(root) {
  return readdirSync(join(root, "api"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".json"))
    .map((path) => `api/${path.replaceAll("\\", "/")}`)
    .sort();
}
