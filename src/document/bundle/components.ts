// The components of a document that parts of other files are added to, and their names.

import { isDeepStrictEqual } from "node:util";
import { isObject } from "../is-object.js";
import { appendPointer } from "../pointer.js";
import { setOwn } from "../set-own.js";
import type { DocumentPart, LinkedFile } from "./find-part.js";
import type { Link } from "./load-linked-files.js";
import { createNamesakes, type Namesakes, numberedName } from "./namesakes.js";
import { type PartType, sectionOf } from "./part-types.js";

/** A component that could not have the name of its pointer or file. */
export interface Renaming {
  readonly name: string;
  readonly newName: string;
  readonly pointer: string;
}

export interface Components {
  /** Returns true if the specification has a section for parts of this type. */
  has(type: PartType): boolean;
  /**
   * `Pet: {$ref: pet.yaml}` among the components → the content of `pet.yaml`, so that it
   * is not declared a second time as `pet`.
   */
  adopt(link: Link): void;
  isAdopted(part: unknown): boolean;
  /** Adds the part, once. Returns a reference to it; null if the section is malformed. */
  add(part: DocumentPart, type: PartType): string | null;
  readonly renamings: readonly Renaming[];
}

interface Section {
  readonly parts: Record<string, unknown>;
  readonly pointer: string;
  /** Part → its name. */
  readonly names: Map<unknown, string>;
  /** By the name without a number. */
  readonly namesakes: Map<string, Namesakes>;
}

/** `targetOf` returns what a value refers to; undefined if it is not a reference. */
export function createComponents(
  main: LinkedFile,
  targetOf: (value: unknown) => unknown,
): Components {
  const isSwagger = isObject(main.root) && main.root.openapi === undefined;
  const sections = new Map<string, Section | null>();
  const adopted = new Set<unknown>();
  const renamings: Renaming[] = [];

  function sectionAt(path: readonly string[]): Section | null {
    const pointer = appendPointer("#", ...path);
    const known = sections.get(pointer);
    if (known !== undefined) return known;
    const parts = path.reduce<unknown>(childObject, main.root);
    const section: Section | null = isObject(parts)
      ? { parts, pointer, names: new Map(), namesakes: new Map() }
      : null;
    sections.set(pointer, section);
    return section;
  }

  return {
    has: (type) => sectionOf(type, isSwagger) !== null,
    isAdopted: (part) => adopted.has(part),
    renamings,
    adopt({ file, reference, target }) {
      const { value } = target;
      const path = reference.place.slice(0, -2).map(String);
      const isComponent = isSwagger
        ? path.length === 1
        : path.length === 2 && path[0] === "components";
      if (file !== main || target.file === main || !isComponent) return;
      if (!isObject(value) || "$ref" in value || adopted.has(value)) return;
      const section = sectionAt(path);
      const name = String(reference.place.at(-2));
      // Keywords beside the reference would be lost.
      if (section === null || !isOnlyReference(reference.holder)) return;
      setOwn(section.parts, name, value);
      section.names.set(value, name);
      adopted.add(value);
    },
    add(part, type) {
      const path = sectionOf(type, isSwagger);
      const section = path === null ? null : sectionAt(path);
      if (section === null) return null;
      const name =
        section.names.get(part.value) ??
        addComponent(section, part, targetOf, renamings);
      section.names.set(part.value, name);
      // Pointers in references are percent-encoded.
      return appendPointer(section.pointer, name.replaceAll("%", "%25"));
    },
  };
}

/** Adds the part under a free name, unless an equal part is there, and returns its name. */
function addComponent(
  { parts, pointer, namesakes }: Section,
  { file, place, value }: DocumentPart,
  targetOf: (value: unknown) => unknown,
  renamings: Renaming[],
): string {
  const name = String(place.at(-1) ?? "") || nameOfFile(file);
  const others = namesakes.get(name) ?? createNamesakes(name, parts);
  namesakes.set(name, others);
  for (const serial of others.alike(value)) {
    const other = numberedName(name, serial);
    if (isDeepStrictEqual(parts[other], value)) return other;
    // `Pet: {$ref: Pet.yaml}`; keywords beside the reference would be lost.
    if (!isOnlyReference(parts[other])) continue;
    if (targetOf(parts[other]) !== value) continue;
    setOwn(parts, other, value);
    return noteName(name, other, pointer, renamings);
  }
  const newName = numberedName(name, others.nextFree());
  setOwn(parts, newName, value);
  return noteName(name, newName, pointer, renamings);
}

function isOnlyReference(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 1;
}

function noteName(
  name: string,
  newName: string,
  section: string,
  renamings: Renaming[],
): string {
  const pointer = appendPointer(section, newName);
  if (newName !== name) renamings.push({ name, newName, pointer });
  return newName;
}

/** Adds an empty object if there is none. */
function childObject(parent: unknown, key: string): unknown {
  if (!isObject(parent)) return null;
  if (!Object.hasOwn(parent, key) || parent[key] === null) parent[key] = {};
  return parent[key];
}

/** `/2/pet.v1.yaml` → `pet.v1`. */
function nameOfFile({ id }: LinkedFile): string {
  return id.slice(id.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
}
