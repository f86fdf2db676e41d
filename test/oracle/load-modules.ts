// Generated files → their modules, loaded without a disk: the types are taken away,
// and each module is run once, as it is first asked for.

import { posix } from "node:path";
import { compileFunction } from "node:vm";
import ts from "typescript";

export type Exports = Readonly<Record<string, unknown>>;

/** `load("validate/charge.ts")` */
export type Load = (path: string) => Exports;

export function loadModules(files: ReadonlyMap<string, string>): Load {
  const loaded = new Map<string, Exports>();
  const load = (path: string): Exports => {
    const known = loaded.get(path);
    if (known !== undefined) return known;
    const text = files.get(path);
    if (text === undefined) throw new Error(`no file ${path}`);
    const exports = {};
    loaded.set(path, exports); // before it is run, as modules may import each other
    const require = (name: string) =>
      load(posix.join(posix.dirname(path), name).replace(/\.js$/, ".ts"));
    compileFunction(transpile(text), ["exports", "require"])(exports, require);
    return exports;
  };
  return load;
}

/** The slow part, done once a text in however many runs it is loaded. */
const transpiled = new Map<string, string>();

function transpile(text: string): string {
  const known = transpiled.get(text);
  if (known !== undefined) return known;
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
    },
  });
  transpiled.set(text, outputText);
  return outputText;
}
