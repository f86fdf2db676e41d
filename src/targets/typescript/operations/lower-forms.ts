// Adds the run-time module that encodes and decodes forms. It is the same for
// every document.

import { code, stringContent } from "../../../languages/printable.js";
import { importView } from "../../../languages/typescript/import-view.js";
import type { FileGroup } from "../file-group.js";
import { copyRuntime } from "../typescript-view.js";

export function lowerForms(): FileGroup {
  return {
    files: [copyRuntime("forms")],
    exports: [
      importView(
        stringContent`./forms.js`,
        [code`decodeForm`, code`encodeForm`],
        false,
      ),
    ],
    enums: [],
  };
}
