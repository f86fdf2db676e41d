// A pack without templates, to which tests add what they need.

import type { TemplatePack } from "../../../src/render/template-pack.js";

export const emptyPack: TemplatePack = {
  ...{ name: "test", target: "test", viewVersion: 1, header: "" },
  templates: new Map(),
  partials: new Map(),
  runtime: new Map(),
  ...{ syntax: null, files: [], without: [], options: new Map(), set: {} },
};
