// Webhooks and callbacks → the type `Webhooks`, which maps their names to the
// types of their payloads.

import { sortedByBytes } from "../../../ir/compare-bytes.js";
import type { ModelSet } from "../../../ir/model.js";
import type { Webhook } from "../../../ir/webhook.js";
import { code, stringContent } from "../../../languages/printable.js";
import { docComment } from "../../../languages/typescript/doc-comment.js";
import { importView } from "../../../languages/typescript/import-view.js";
import { orEmpty } from "../../../languages/typescript/ts-type.js";
import { propertyKey } from "../../../languages/typescript/typescript-literals.js";
import { tsTypeName } from "../../../languages/typescript/typescript-names.js";
import type { FileGroup } from "../file-group.js";
import type { LowerContext } from "../lower-context.js";
import { declareNested } from "../models/declare-typescript.js";
import { createTypePrinter, type TypePrinter } from "../models/type-printer.js";
import { viewOfType } from "../ts-type-view.js";
import type { WebhooksView, WebhookView } from "../typescript-view.js";

export function lowerWebhooks(
  { webhooks }: ModelSet,
  context: LowerContext,
): FileGroup {
  const { namesOf, options } = context;
  const printer = createTypePrinter(context, "response", {
    pointer: "#/webhooks",
    model: null,
  });
  const entries = webhooks.map((webhook) => lowerWebhook(webhook, printer));
  const declarations = declareNested(printer, options);
  const models = [...printer.models].map((model) => {
    const { type, file } = namesOf(model);
    return importView(stringContent`./model/${file}.js`, [type]);
  });
  const view: WebhooksView = {
    imports: [
      ...sortedByBytes(models, ({ from }) => from),
      ...(printer.shared.size > 0
        ? [importView(stringContent`./types.js`, [...printer.shared])]
        : []),
    ],
    webhooks: entries,
    declarations,
  };
  const names = [code`Webhooks`, ...declarations.map(({ name }) => name)];
  return {
    files: [{ path: "webhooks.ts", template: "webhooks", model: null, view }],
    exports: [importView(stringContent`./webhooks.js`, names)],
    enums: printer.nested.filter((nested) => nested.kind === "enum"),
  };
}

function lowerWebhook(
  { name, label, description, deprecated, payload }: Webhook,
  printer: TypePrinter,
): WebhookView {
  const type = orEmpty(
    payload && printer.print(payload.type, tsTypeName(label)),
    payload?.required === true,
  );
  return {
    doc: docComment(description, deprecated ? [{ name: "deprecated" }] : []),
    key: propertyKey(name),
    type: viewOfType(type),
  };
}
