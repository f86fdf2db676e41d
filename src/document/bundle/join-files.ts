// Linked files → one document: a referenced part becomes a component, or replaces the
// reference if the specification has no section of components for it.

import { isObject } from "../is-object.js";
import { setOwn } from "../set-own.js";
import { kindBelow } from "../walk-document.js";
import {
  type Components,
  createComponents,
  type Renaming,
} from "./components.js";
import type { DocumentPart, LinkedFile } from "./find-part.js";
import type { Link } from "./load-linked-files.js";
import {
  hasNames,
  orderedKeys,
  type PartType,
  typeBelow,
} from "./part-types.js";

/** An object or a list of a parsed document. */
type Container = Record<string, unknown>;

/** Visit the value at a key, or point a reference whose target has been visited. */
type JoinStep =
  | {
      readonly parent: Container;
      readonly key: string;
      readonly type: PartType;
    }
  | { readonly link: Link; readonly type: PartType };

interface Joining {
  readonly main: LinkedFile;
  readonly components: Components;
  /** The object that contains a reference → the key of the reference → the reference. */
  readonly linksOf: ReadonlyMap<unknown, Map<string, Link>>;
  /** References that are replaced, or that may stay. */
  readonly done: Set<Link>;
  readonly seen: Map<PartType, Set<unknown>>;
}

/**
 * Changes the document so that it refers to no other file, and returns the components
 * that were renamed. Parts are named in the order of a depth-first walk along the
 * references. It does not recurse, because chains of references have no limit.
 */
export function joinFiles(
  main: LinkedFile,
  links: readonly Link[],
): readonly Renaming[] {
  const linksOf = new Map<unknown, Map<string, Link>>();
  for (const link of links) {
    const { holder, place } = link.reference;
    const ofHolder = linksOf.get(holder) ?? new Map<string, Link>();
    linksOf.set(holder, ofHolder.set(String(place.at(-1)), link));
  }
  const components = createComponents(main, (value) => {
    const link = linksOf.get(value)?.get("$ref");
    return link === undefined ? undefined : resolve(link, joining).value;
  });
  const joining: Joining = {
    ...{ main, components, linksOf, done: new Set(), seen: new Map() },
  };
  const document: Container = { root: main.root };
  joinSections(document, joining);
  for (const link of links) components.adopt(link);
  const steps: JoinStep[] = [
    { parent: document, key: "root", type: "document" },
  ];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const next = "link" in step ? leave(step, joining) : enter(step, joining);
    for (const one of next.reverse()) steps.push(one);
  }
  // No step reads these: they keep the text that the user wrote.
  for (const link of links) {
    if (!joining.done.has(link)) link.reference.point(link.reference.ref);
  }
  return components.renamings;
}

/** Sections may be files of their own, and have to be known before parts are added. */
function joinSections(document: Container, joining: Joining): void {
  const { root } = document;
  if (!isObject(root)) return;
  for (const key of Object.keys(root)) {
    inline({ parent: root, key, type: typeBelow("document", key) }, joining);
  }
  const { components } = root;
  if (!isObject(components)) return;
  for (const key of Object.keys(components)) {
    const type = typeBelow("components", key);
    inline({ parent: components, key, type }, joining);
  }
}

function enter(
  step: Extract<JoinStep, { key: string }>,
  joining: Joining,
): JoinStep[] {
  const { parent, key, type } = step;
  const { linksOf, seen } = joining;
  inline(step, joining);
  const value = parent[key];
  if (typeof value !== "object" || value === null || type === "keyword")
    return [];
  const visited = seen.get(type) ?? new Set();
  seen.set(type, visited);
  if (visited.has(value)) return [];
  visited.add(value);
  const links = linksOf.get(value);
  if (type === "mapping") {
    return [...(links?.values() ?? [])].flatMap((link) =>
      followSteps(link, "schema", joining),
    );
  }
  const children = childSteps(value as Container, type); // parsed: its keys are strings
  const link = links?.get("$ref");
  if (link === undefined) return children;
  const [target, leaving] = followSteps(link, type, joining);
  return [target, ...children, leaving];
}

/** Its target is named after the parts in it, and before the part around the reference. */
function followSteps(
  link: Link,
  type: PartType,
  joining: Joining,
): [JoinStep, JoinStep] {
  const { value } = resolve(link, joining);
  return [
    { parent: { value }, key: "value", type },
    { link, type },
  ];
}

function leave(
  { link, type }: Extract<JoinStep, { link: Link }>,
  joining: Joining,
): JoinStep[] {
  const isKept = stays(link, joining);
  const part = resolve(link, joining);
  const ref = isKept ? null : joining.components.add(part, type);
  if (ref !== null) link.reference.point(ref);
  if (isKept || ref !== null) joining.done.add(link);
  return [];
}

function childSteps(container: Container, type: PartType): JoinStep[] {
  if (Array.isArray(container)) {
    const itemType = type.replace(/\*$/, "");
    return Object.keys(container).map((key) => {
      return { parent: container, key, type: itemType };
    });
  }
  const kind = hasNames(type) ? "names" : "words";
  return orderedKeys(container, type)
    .filter(
      (key) => kindBelow(kind, key, Array.isArray(container[key])) !== "data",
    )
    .map((key) => ({ parent: container, key, type: typeBelow(type, key) }));
}

/** Returns true for a reference within the document, which the parser reads as it is. */
function stays(link: Link, joining: Joining): boolean {
  const { main, components } = joining;
  if (link.file !== main || link.target.file !== main) return false;
  const { file, value } = resolve(link, joining);
  return file === main || components.isAdopted(value);
}

/** Returns the part that is meant, beyond parts that only refer to another one. */
function resolve({ target }: Link, { linksOf }: Joining): DocumentPart {
  let part = target;
  while (isObject(part.value) && Object.keys(part.value).length === 1) {
    const next = linksOf.get(part.value)?.get("$ref");
    if (next === undefined) break;
    part = next.target;
  }
  return part;
}

/** Replaces a reference for which there is no section by a copy of what it refers to. */
function inline(
  { parent, key, type }: Extract<JoinStep, { key: string }>,
  joining: Joining,
): void {
  const { components, done, linksOf } = joining;
  for (;;) {
    const holder = parent[key];
    const link = linksOf.get(holder)?.get("$ref");
    if (!isObject(holder) || link === undefined || components.has(type)) return;
    const { value } = resolve(link, joining);
    // Other keywords of schemas have no effect, and may contain themselves.
    if (type === "keyword" && isObject(value)) return;
    if (stays(link, joining)) return void done.add(link);
    done.add(link);
    if (!isObject(value)) return void setOwn(parent, key, value);
    delete holder.$ref;
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(holder, name)) setOwn(holder, name, value[name]);
    }
    // A reference with siblings refers to the next part.
    const next = linksOf.get(value)?.get("$ref");
    if (next === undefined) linksOf.get(holder)?.delete("$ref");
    else linksOf.get(holder)?.set("$ref", next);
  }
}
