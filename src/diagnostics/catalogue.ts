// Every kind of diagnostic there is: one entry a code, in alphabetical order,
// so that messages, documentation and tests speak of the same list.

interface DiagnosticKind {
  readonly severity: "error" | "warning";
  readonly title: string;
  /** Why it happens. */
  readonly cause: string;
  /** What to do, when the place that reports it has no better advice. */
  readonly fix: string;
}

const kinds = {
  "cli/usage": {
    severity: "error",
    title: "A command line that is wrong",
    cause: "There is no such command or option, or it takes other arguments.",
    fix: "see `codegen --help`",
  },
  "config/invalid": {
    severity: "error",
    title: "A config file that is wrong",
    cause: "The config does not follow codegen.config.schema.json.",
    fix: "correct the config; `codegen.config.schema.json` lists what it may hold",
  },
  "config/not-found": {
    severity: "error",
    title: "No config file",
    cause: "Without a config the command line must say everything.",
    fix: "create codegen.config.yaml, or say --spec SOURCE --template typescript --out DIR",
  },
  "discriminator/malformed": {
    severity: "warning",
    title: "A discriminator that does not tell models apart",
    cause:
      "It names no property, or maps a value to a schema that the document does not have.",
    fix: "correct the discriminator; what is wrong in it is left out",
  },
  "event/unknown": {
    severity: "error",
    title: "An event that is mapped wrongly",
    cause: "The config's `events` maps events of the document to its schemas.",
    fix: "remove the entry, or correct its names",
  },
  "event/unmapped": {
    severity: "warning",
    title: "An event whose object is not known",
    cause:
      "Neither the event's name nor the table of exceptions says which schema its object has.",
    fix: "say it in the config: `events: {EVENT: SCHEMA}` beside `out`",
  },
  "name/collision": {
    severity: "warning",
    title: "Two schemas that would have one name",
    cause: "Their names differ only in what a type or a file name cannot say.",
    fix: "choose a name in the config: `names: {SCHEMA: NAME}` beside `out`",
  },
  "name/unknown": {
    severity: "error",
    title: "A new name for a schema or an operation that is not there",
    cause:
      "The config's `names` maps schemas of the document, operationIds and operations (`GET /path`).",
    fix: "remove the entry, or correct its name",
  },
  "name/unsafe": {
    severity: "error",
    title: "A name that leads out of the output folder",
    cause: "Read as a path, the name of a schema names a place elsewhere.",
    fix: "rename the schema: OpenAPI allows letters, digits, `.`, `-` and `_`",
  },
  "only/no-match": {
    severity: "error",
    title: "A pattern that matches no schema",
    cause: "The globs of --only are held against the names of the schemas.",
    fix: "`codegen list` prints the names",
  },
  "operation/malformed": {
    severity: "warning",
    title: "A part of an operation that cannot be read",
    cause: "The specification asks for something else here.",
    fix: "correct the document",
  },
  "operation/name-taken": {
    severity: "error",
    title: "Two operations whose types would have one name",
    cause:
      "The types of an operation are named after its operationId, which must differ from all others by more than its punctuation.",
    fix: "choose a name in the config: `names: {OPERATION: NAME}` beside `out`",
  },
  "operation/same-id": {
    severity: "error",
    title: "Two operations of one id",
    cause: "An operationId must be unique in a document.",
    fix: 'give one of them another operationId, or a name in the config: `names: {"GET /path": NAME}` beside `out`',
  },
  "operation/unknown-field": {
    severity: "warning",
    title: "An unknown field in a part of an operation",
    cause: "OpenAPI does not define it, and it has no effect on the output.",
    fix: "correct its spelling, or begin it with `x-` if it is your own",
  },
  "option/stale": {
    severity: "error",
    title: "An option for something that is not there",
    cause:
      "It names no property of the document, or one that it cannot apply to.",
    fix: "remove the entry, or correct its name",
  },
  "option/unknown": {
    severity: "error",
    title: "Unknown option",
    cause: "Each target has options of its own.",
    fix: "remove the option, or correct its name",
  },
  "option/wrong-value": {
    severity: "error",
    title: "Wrong value of an option",
    cause: "The option takes other values.",
    fix: "use one of the values that the message lists",
  },
  "output/foreign-file": {
    severity: "error",
    title: "A file that is not ours is in the way",
    cause:
      "A file has the name of one to be generated, but is not listed in the manifest and does not open with our header.",
    fix: "Move it away, or choose another output folder with --out.",
  },
  "output/invalid-manifest": {
    severity: "error",
    title: "The manifest of generated files cannot be used",
    cause:
      "manifest.json in the output folder is damaged, as after a merge conflict, or belongs to another program.",
    fix: "Delete it and run the generator again, or choose another output folder with --out.",
  },
  "output/link": {
    severity: "error",
    title: "A link inside the output folder",
    cause:
      "A generated file, or a folder on the way to it, is a link; what it leads to is not ours to read or change.",
    fix: "Replace the link by a real file or folder, or remove it. Only the output folder itself may be a link.",
  },
  "output/not-a-file": {
    severity: "error",
    title: "A folder where a file should be",
    cause: "Something other than a file has the name of one to be generated.",
    fix: "Move it away, or choose another output folder with --out.",
  },
  "output/not-a-folder": {
    severity: "error",
    title: "A file where a folder should be",
    cause:
      "The output folder, or a folder to be made in it, has the name of a file or cannot be entered.",
    fix: "Move it away, or choose another output folder with --out.",
  },
  "output/path-collision": {
    severity: "error",
    title: "Two generated files with one path",
    cause:
      "Two names of the document lead to one path, or to paths that are one file where case is ignored (macOS, Windows).",
    fix: "Rename one of the two in the document, or leave one out.",
  },
  "output/unreadable": {
    severity: "error",
    title: "A generated file cannot be read",
    cause: "The system refuses to read what is in the output folder.",
    fix: "Check its permissions, or choose another output folder with --out.",
  },
  "output/unsafe-path": {
    severity: "error",
    title: "A generated path that is not safe",
    cause:
      "A name of the document leads out of the output folder, or to a path that not every system can have.",
    fix: "Rename it in the document, or leave it out.",
  },
  "output/unwritable": {
    severity: "error",
    title: "The output cannot be written",
    cause:
      "The system refuses: the disk is full or read-only, or a permission is missing.",
    fix: "Make room, check the permissions, or choose another output folder with --out.",
  },
  "pack/invalid": {
    severity: "error",
    title: "A template pack with a wrong pack.yaml",
    cause: "`pack.yaml` has `target`, `view` and perhaps `extends`.",
    fix: "write `extends: typescript` and `view: 1`",
  },
  "pack/missing-template": {
    severity: "error",
    title: "A template is missing",
    cause:
      "A pack that extends no other must bring every template of its target.",
    fix: "add the template, or extend a built-in pack",
  },
  "pack/not-found": {
    severity: "error",
    title: "No such template pack",
    cause: "A pack is built in, or a folder with a `pack.yaml`.",
    fix: "name a built-in pack, or a folder",
  },
  "pack/unknown-template": {
    severity: "error",
    title: "A template that nothing uses",
    cause: "A template is found by its name.",
    fix: "rename the file, or remove it",
  },
  "pack/view-version": {
    severity: "error",
    title: "Templates for another version of the views",
    cause: "A view changed in a way that older templates may not fit.",
    fix: "compare your templates with the built-in ones, then raise `view`",
  },
  "pack/wrong-template": {
    severity: "error",
    title: "A template that is wrong",
    cause: "It is no Handlebars, or names what its view does not have.",
    fix: "`codegen inspect NAME` prints the view that the templates receive",
  },
  "pin/mismatch": {
    severity: "error",
    title: "Not the pinned document",
    cause: "The checksum of the document differs from the pin's.",
    fix: "install the version that was pinned (`npm ci`), or, once you have reviewed the new document, write its sum into the pin",
  },
  "pin/nested": {
    severity: "error",
    title: "A pin names another pin",
    cause: "The source of a pin must be a document.",
    fix: "name the document itself",
  },
  "pin/unknown-key": {
    severity: "error",
    title: "Unknown key in a pin",
    cause: "A pin has `source`, `sha256` and `apiVersion`.",
    fix: "use `source`, `sha256` and `apiVersion` only",
  },
  "pin/version": {
    severity: "error",
    title: "Not the pinned API version",
    cause:
      "`info.version` of the document differs from the pin's `apiVersion`.",
    fix: "correct `apiVersion` in the pin",
  },
  "pin/wrong-value": {
    severity: "error",
    title: "Wrong value in a pin",
    cause: "The keys of a pin hold strings.",
    fix: "write a string, in quotes where it looks like a number or a date",
  },
  "presence/invalid": {
    severity: "error",
    title: "A file of presence facts that is wrong",
    cause: "It maps API versions to lists of `reason` and `properties`.",
    fix: "write, under the API version: `- reason: …` and `properties: [schema.property]`",
  },
  "presence/stale": {
    severity: "error",
    title: "A presence fact that does not apply",
    cause: "It names no property, or one of which it says nothing new.",
    fix: "remove the entry",
  },
  "ref/external": {
    severity: "error",
    title: "A reference that leaves the document",
    cause: "Only references into the same document (`#/…`) are followed.",
    fix: "bundle the documents into one first",
  },
  "ref/not-found": {
    severity: "error",
    title: "A reference to nothing",
    cause: "A `$ref` names a place where nothing is.",
    fix: "correct the reference, or add what it refers to",
  },
  "ref/recursive": {
    severity: "warning",
    title: "A schema that contains itself without a name",
    cause:
      "A `$ref` leads back into the schema it stands in, and not by way of a named one.",
    fix: "give the schema a name under `#/components/schemas` and refer to that; until then the inner one is any value",
  },
  "schema/duplicate-value": {
    severity: "warning",
    title: "An enum lists a value twice",
    cause: "The values of an enum are meant to be different.",
    fix: "remove the second one; it is ignored",
  },
  "schema/endless": {
    severity: "error",
    title: "A schema that is defined as itself",
    cause: "It refers to itself with no array or object in between.",
    fix: "remove the reference, or put it into a property or an item",
  },
  "schema/not-a-schema": {
    severity: "error",
    title: "Not a schema",
    cause: "A schema is an object, or `true` or `false`.",
    fix: "write an object here",
  },
  "schema/unknown-keyword": {
    severity: "warning",
    title: "An unknown keyword in a schema",
    cause:
      "Neither OpenAPI nor JSON Schema define it, and it has no effect on the output.",
    fix: "correct its spelling, or begin it with `x-` if it is your own",
  },
  "schema/unknown-type": {
    severity: "warning",
    title: "An unknown type",
    cause:
      "JSON Schema has null, boolean, object, array, number, string and integer.",
    fix: "use one of the seven; until then any value is accepted",
  },
  "schema/wrong-value": {
    severity: "error",
    title: "A keyword with a wrong value",
    cause: "The specification asks for another kind of value here.",
    fix: "correct the value",
  },
  "spec/binary": {
    severity: "error",
    title: "A binary document",
    cause: "The bytes are no UTF-8 text.",
    fix: "name a JSON or YAML document; decompress it first if it is compressed",
  },
  "spec/directory": {
    severity: "error",
    title: "A directory in place of a document",
    cause: "The source names a folder.",
    fix: "name the file in it",
  },
  "spec/empty": {
    severity: "error",
    title: "An empty document",
    cause: "The source holds nothing but white space.",
    fix: "check that it was written completely",
  },
  "spec/http-status": {
    severity: "error",
    title: "The server did not send the document",
    cause: "The answer was not a success.",
    fix: "open the address in a browser and correct it",
  },
  "spec/not-an-object": {
    severity: "error",
    title: "Not an object",
    cause: "The specification asks for an object here.",
    fix: "correct the document",
  },
  "spec/not-found": {
    severity: "error",
    title: "No such document",
    cause: "The source names a file, package or address where nothing is.",
    fix: "check the spelling of the source",
  },
  "spec/not-json": {
    severity: "error",
    title: "Not JSON",
    cause: "The document begins like JSON and does not go on so.",
    fix: "correct the document at this place",
  },
  "spec/not-openapi": {
    severity: "error",
    title: "Not an OpenAPI document",
    cause: "An OpenAPI document says its version under the key `openapi`.",
    fix: "name an OpenAPI 3 document",
  },
  "spec/not-yaml": {
    severity: "error",
    title: "Not YAML",
    cause: "The document is neither JSON nor YAML.",
    fix: "correct the document at this place",
  },
  "spec/package-missing": {
    severity: "error",
    title: "The package is not installed",
    cause: "No `node_modules` from here upward has it.",
    fix: "install the package",
  },
  "spec/package-path": {
    severity: "error",
    title: "Not a file of a package",
    cause:
      "The source must be `npm:NAME/FILE`, and stay inside of the package.",
    fix: "write `npm:@scope/name/file.json`",
  },
  "spec/too-large": {
    severity: "error",
    title: "A document that is too large",
    cause: "Reading is bounded.",
    fix: "download the document and name the file",
  },
  "spec/unreachable": {
    severity: "error",
    title: "The address cannot be reached",
    cause: "There was no answer, or no whole one.",
    fix: "check the address and the network",
  },
  "spec/unreadable": {
    severity: "error",
    title: "The document cannot be read",
    cause: "The operating system refuses it.",
    fix: "check the permissions of the file",
  },
  "spec/unsupported-version": {
    severity: "error",
    title: "A version that is not supported",
    cause: "OpenAPI 3.0, 3.1 and 3.2 are read.",
    fix: "convert the document to OpenAPI 3 first",
  },
} as const satisfies Record<string, DiagnosticKind>;

export type DiagnosticCode = keyof typeof kinds;

export const diagnosticCatalogue: Readonly<
  Record<DiagnosticCode, DiagnosticKind>
> = kinds;
