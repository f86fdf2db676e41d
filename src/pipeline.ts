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
import { type PassOptions, runPasses } from "./passes/passes.js";
import { hasOtherNames } from "./passes/rename-models.js";
import type { PackOptionValue } from "./render/pack-option.js";
import { renderFiles } from "./render/render-files.js";
import type { TemplatePack } from "./render/template-pack.js";
import type {
  FileView,
  RenderedFile,
  Target,
  ViewShape,
} from "./targets/target.js";

export interface GenerateOptions<Options>
  extends Pick<
    PassOptions,
    "fixtures" | "names" | "namesAt" | "only" | "presence"
  > {
  readonly dialect: Dialect;
  readonly target: Target<Options>;
  readonly targetOptions: Options;
  readonly pack: TemplatePack;
  /** The values of the pack's own options; none by default. */
  readonly packOptions?: Readonly<Record<string, PackOptionValue>>;
  /** Events whose object the user names. */
  readonly events: readonly ChosenEvent[];
}

export interface Generated {
  /** The shapes of the views, by template. */
  readonly shapes: Readonly<Record<string, ViewShape>>;
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
  const { dialect, names, only, target, targetOptions } = options;
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void found.push(diagnostic);
  const wishes = target.wishes(targetOptions);
  const usesOperations =
    wishes.operations || only.some(({ kind }) => kind !== "schema");

  const parsed = buildModelSet(
    document,
    // An assumption is used only if the user asks for it: an optional type is safe.
    wishes.presence === "observed"
      ? dialect
      : { ...dialect, isPresent: ({ required }) => required },
    // An entry of `names` that is not a model may be an operation, so those are read too.
    (models) => usesOperations || hasOtherNames(names, models),
    report,
  );
  const complete: ModelSet = {
    ...parsed,
    events: wishes.events
      ? buildEvents(dialect, {
          ...document,
          models: parsed.models,
          chosen: options.events,
          report,
        })
      : null,
    verbatim: wishes.verbatim ? buildVerbatim(document) : null,
  };
  stopAtErrors(found);
  const models = runPasses(
    complete,
    {
      ...options,
      sharesTitled: dialect.titlesNameShapes,
      usesOperations,
      target: wishes,
    },
    report,
  );
  stopAtErrors(found);
  const views = target.lower(models, targetOptions, report);
  stopAtErrors(found);
  const { pack, packOptions } = options;
  const files = renderFiles(views, pack, target, packOptions);
  return {
    ...{ models, views, files, warnings: found },
    shapes: target.templates,
  };
}

function stopAtErrors(found: readonly Diagnostic[]): void {
  const errors = found.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new InputError(found);
}
