// The pure pipeline, and the program's table of contents: a document in, files
// and diagnostics out. No disk, no clock, no process.

import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { InputError } from "./diagnostics/input-error.js";
import type { ChosenEvent, Dialect } from "./dialects/dialect.js";
import type { SpecDocument } from "./document/parse-spec.js";
import type { ModelSet } from "./ir/model.js";
import { buildModelSet } from "./parse/build-model-set.js";
import { buildVerbatim } from "./parse/build-verbatim.js";
import { buildEvents } from "./parse/events/build-events.js";
import { applyOmissions, type Omission } from "./passes/apply-omissions.js";
import { applySamples, type Fixtures } from "./passes/apply-samples.js";
import { inlinePlaces } from "./passes/inline-places.js";
import { refineModels } from "./passes/refine-models.js";
import { hasOtherNames, renameModels } from "./passes/rename-models.js";
import { renameOperations } from "./passes/rename-operations.js";
import { type Selector, selectModels } from "./passes/select-models.js";
import { shareShapes } from "./passes/share-shapes.js";
import { hasDirections, splitDirections } from "./passes/split-directions.js";
import { renderFiles } from "./render/render-files.js";
import type { TemplatePack } from "./render/template-pack.js";
import type { FileView, RenderedFile, Target } from "./targets/target.js";

export interface GenerateOptions<Options> {
  readonly dialect: Dialect;
  readonly target: Target<Options>;
  readonly targetOptions: Options;
  readonly pack: TemplatePack;
  /** Properties that real objects omit, although the dialect takes them to be there. */
  readonly omissions: readonly Omission[];
  /** Samples of real objects; null for none. */
  readonly fixtures: Fixtures | null;
  /** Schema, operationId or `GET /path` → the name to use in its place. */
  readonly names: Readonly<Record<string, string>>;
  /** Events whose object the user names. */
  readonly events: readonly ChosenEvent[];
  /** What is asked for; all that it needs comes along. Empty for everything. */
  readonly only: readonly Selector[];
}

export interface Generated {
  readonly models: ModelSet;
  readonly views: readonly FileView[];
  readonly files: readonly RenderedFile[];
  /** Warnings only: errors are thrown as one `InputError`, all of them at once. */
  readonly warnings: readonly Diagnostic[];
}

export function generate<Options>(
  document: SpecDocument,
  options: GenerateOptions<Options>,
): Generated {
  const { dialect, target, targetOptions } = options;
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void found.push(diagnostic);

  const needsOperations =
    target.needs(targetOptions, "operations") ||
    options.only.some(({ kind }) => kind !== "schema");
  const parsed = buildModelSet(
    document,
    dialect,
    {
      operations: (models) =>
        needsOperations ||
        hasDirections(models) ||
        // Whose names they are can be said only with the operations at hand.
        hasOtherNames(options.names, models),
      constraints: target.needs(targetOptions, "constraints"),
    },
    report,
  );
  const built = inlinePlaces(parsed);
  const observed = applyOmissions(built, options.omissions, report);
  const whole: ModelSet = {
    ...(options.fixtures === null
      ? observed
      : applySamples(observed, options.fixtures, report)),
    ...(target.needs(targetOptions, "events") && {
      events: buildEvents(dialect, {
        ...document,
        models: built.models,
        chosen: options.events,
        report,
      }),
    }),
    ...(target.needs(targetOptions, "written") && {
      written: buildVerbatim(document),
    }),
  };
  stopAtErrors(found);
  const refined = splitDirections(refineModels(whole, report));
  const shared = dialect.titlesNameShapes ? shareShapes(refined) : refined;
  const named = renameOperations(
    renameModels(shared, options.names),
    options.names,
    report,
  );
  // Without a use for operations, none of them makes a model wanted.
  const used = needsOperations
    ? named
    : { ...named, operations: [], webhooks: [] };
  const models = selectModels(used, options.only, report);
  stopAtErrors(found);
  const views = target.lower(models, targetOptions, report);
  stopAtErrors(found);
  const files = renderFiles(views, options.pack, target);
  return { models, views, files, warnings: found };
}

function stopAtErrors(found: readonly Diagnostic[]): void {
  const errors = found.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new InputError(found);
}
