// Checks every path in every template against the type of its view. Handlebars' strict
// mode misses `{{#if typo}}`, and branches that a run does not take.

import {
  createDiagnostic,
  type Diagnostic,
} from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { InputError } from "../diagnostics/input-error.js";
import { pathSyntax, type Syntax } from "../languages/syntax.js";
import type { ViewShape } from "../targets/target.js";
import { findEndlessCalls } from "./find-endless-calls.js";
import { blocksTooDeep, type ParsedPack } from "./parse-pack.js";
import { TemplateCheck, type VariableShapes } from "./template-check.js";

/** The part of a target that templates are checked against. */
export interface CheckedTarget {
  readonly templates: Readonly<Record<string, ViewShape>>;
  /** Names of the run-time files that a pack must have, without extension. */
  readonly runtime: readonly string[];
  /** The syntax of the files. */
  readonly syntax: Syntax;
  /** False if the target has no files of its own, so that a pack needs no template. */
  readonly hasOwnFiles: boolean;
  readonly variables: VariableShapes;
}

/**
 * Checks all templates of a pack.
 * @throws InputError with a diagnostic for each problem
 * @see https://handlebarsjs.com/guide/expressions.html#path-expressions
 */
export function checkTemplates(
  parsed: ParsedPack,
  target: CheckedTarget,
): void {
  const problems: Diagnostic[] = [];
  refuseTooDeep(parsed.pack.name, () => checkAll(parsed, target, problems));
  if (problems.length > 0) throw new InputError(distinctProblems(problems));
}

/** The check recurses into nested blocks, which may overflow the stack. */
function refuseTooDeep(file: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw blocksTooDeep(file);
  }
}

function checkAll(
  parsed: ParsedPack,
  { templates: shapes, runtime, syntax, hasOwnFiles, variables }: CheckedTarget,
  problems: Diagnostic[],
): void {
  const { pack } = parsed;
  const check = new TemplateCheck(parsed, syntax, variables, problems);
  for (const [name, shape] of Object.entries(shapes)) {
    const template = pack.templates.get(name);
    if (!hasOwnFiles || pack.without.includes(name)) continue;
    if (template === undefined) {
      problems.push(
        createDiagnostic(
          "pack/missing-template",
          { file: pack.name },
          `the pack has no ${JSON.stringify(`${name}.hbs`)}`,
        ),
      );
      continue;
    }
    check.template(template, shape);
  }
  const used = new Set(hasOwnFiles ? Object.keys(shapes) : []);
  const paths = new TemplateCheck(parsed, pathSyntax, variables, problems);
  for (const output of pack.files) {
    if (!("template" in output)) continue;
    const shape = shapes[output.each];
    const template = pack.templates.get(output.template);
    if (shape === undefined || template === undefined) continue;
    used.add(output.template);
    check.template(template, shape);
    paths.template(output.path, shape);
  }
  reportEndlessCalls(parsed, problems);
  for (const [name, { file }] of pack.templates) {
    if (used.has(name)) continue;
    problems.push(
      createDiagnostic(
        "pack/unknown-template",
        { file },
        `nothing uses the template ${JSON.stringify(name)}`,
        didYouMean(name, [...used]) ?? undefined,
      ),
    );
  }
  for (const name of runtime) {
    if (pack.runtime.has(`${name}.ts`) || pack.without.includes(name)) continue;
    problems.push(
      createDiagnostic(
        "pack/missing-template",
        { file: pack.name },
        `the pack has no ${JSON.stringify(`runtime/${name}.ts`)}`,
      ),
    );
  }
}

function reportEndlessCalls(parsed: ParsedPack, problems: Diagnostic[]): void {
  for (const { caller, call, cycle } of findEndlessCalls(parsed)) {
    const file = parsed.pack.partials.get(caller)?.file ?? caller;
    problems.push(
      createDiagnostic(
        "pack/wrong-template",
        { file, ...call.place },
        `the partial ${call.name} calls itself endlessly with the same view: ${cycle.join(" → ")}`,
        "remove the call, or pass a part of the view",
      ),
    );
  }
}

/** A partial is checked once for each shape and context of its calls, with the same problems. */
function distinctProblems(problems: readonly Diagnostic[]): Diagnostic[] {
  return [
    ...new Map(
      problems.map((problem) => [JSON.stringify(problem), problem]),
    ).values(),
  ];
}
