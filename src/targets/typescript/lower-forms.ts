// What is sent to operations as a form → the one module that writes and reads such
// forms, the same for every document.

import { code, stringContent } from "../printable.js";
import type { FileGroup } from "./file-group.js";
import { layoutImport } from "./layout-import.js";
import { copyRuntime } from "./view.js";

export function lowerForms(): FileGroup {
  return {
    files: [copyRuntime("forms")],
    exports: [
      layoutImport(
        stringContent`./forms.js`,
        [code`decodeForm`, code`encodeForm`],
        false,
      ),
    ],
    shared: new Set(),
    enums: [],
  };
}
