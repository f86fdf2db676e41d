// The identifiers of a document: its `$self` and the `$id` of its schemas. A reference to
// one of them stays in the document.

import { walkDocument } from "../walk-document.js";

export interface Identifiers {
  isOwn(root: unknown, uri: string): boolean;
}

/** Resolves what is relative, so that it can be compared; nothing is ever fetched from it. */
const noPlace = "https://document.invalid/";

/** @see https://spec.openapis.org/oas/v3.2.0#openapi-self */
export function createIdentifiers(): Identifiers {
  const known = new WeakMap<object, ReadonlySet<string>>();
  return {
    isOwn(root, uri) {
      if (typeof root !== "object" || root === null) return false;
      const names = known.get(root) ?? collectIdentifiers(root);
      known.set(root, names);
      if (names.size === 0) return false;
      return [noPlace, ...names].some((base) => names.has(absolute(uri, base)));
    },
  };
}

function collectIdentifiers(root: object): ReadonlySet<string> {
  const self = "$self" in root ? String(root.$self) : "";
  const base = absolute(self, noPlace);
  const names = new Set(self === "" ? [] : [base]);
  walkDocument(root, ({ $id }, _place, kind) => {
    if (kind === "words" && typeof $id === "string") {
      names.add(absolute($id, base));
    }
  });
  return names;
}

function absolute(uri: string, base: string): string {
  return URL.canParse(uri, base) ? new URL(uri, base).href : uri;
}
