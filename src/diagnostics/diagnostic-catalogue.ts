// The catalogue of diagnostics: one entry for each code, in alphabetical order.
// `codegen explain` and docs/diagnostics.md print it.

export interface DiagnosticKind {
  readonly severity: "error" | "warning";
  /** A headline: a noun phrase. */
  readonly title: string;
  /** Why the diagnostic is reported; one or more sentences. */
  readonly cause: string;
  /** The default of `Diagnostic.help`: an imperative, without a full stop. */
  readonly fix: string;
}

const kinds = {
  "cli/interrupted": {
    severity: "error",
    title: "Run interrupted",
    cause:
      "The process received SIGINT or SIGTERM while it waited or wrote. It undid the changes that it had made.",
    fix: "run again",
  },
  "cli/usage": {
    severity: "error",
    title: "Invalid command line",
    cause:
      "The command or the option does not exist, or its arguments are wrong.",
    fix: "see `codegen --help`",
  },
  "config/invalid": {
    severity: "error",
    title: "Invalid config",
    cause:
      "The config does not match codegen.config.schema.json, or its outputs conflict.",
    fix: "correct the config; `codegen.config.schema.json` lists the allowed values",
  },
  "config/not-found": {
    severity: "error",
    title: "Config not found",
    cause:
      "The command line does not name both a document and an output folder, and the config does not exist.",
    fix: "create codegen.config.yaml, or use --spec SOURCE --template typescript --out DIR",
  },
  "discriminator/malformed": {
    severity: "warning",
    title: "Invalid discriminator",
    cause:
      "The discriminator does not name a property, or maps a value to a schema that does not exist.",
    fix: "correct the discriminator; its wrong part is ignored",
  },
  "discriminator/too-many-values": {
    severity: "warning",
    title: "Too many discriminator values",
    cause:
      "The property of a schema accepts the values of all schemas that extend it. A chain of n schemas therefore has up to n² values.",
    fix: "extend the base directly; the property keeps its declared type",
  },
  "document/wrong-info": {
    severity: "warning",
    title: "Invalid `info`",
    cause: "`info` needs a `title` and a `version`, both strings.",
    fix: "write a string, in quotes if it looks like a number",
  },
  "event/unknown": {
    severity: "error",
    title: "Unknown event or schema in `events`",
    cause:
      "The config's `events` names an event or a schema that the document does not have.",
    fix: "remove the entry, or correct its names",
  },
  "event/unmapped": {
    severity: "warning",
    title: "Event with an unknown object",
    cause:
      "Neither the event's name nor the table of exceptions determines the schema of its object.",
    fix: "add the schema to the config: `events: {EVENT: SCHEMA}` beside `out`",
  },
  "factory/endless": {
    severity: "warning",
    title: "Model without a finite value",
    cause:
      "The model requires a value that requires the model again, or a value of a type that has none.",
    fix: "make a property on the way optional or nullable; the model has no factory",
  },
  "factory/rough-value": {
    severity: "warning",
    title: "Factory value that may be invalid",
    cause:
      "The generator finds no value that meets all constraints: a pattern with a lookahead, constraints that exclude each other, or too many items.",
    fix: "override the value in each test, or name a `fixtures` file with a valid one",
  },
  "factory/too-large": {
    severity: "warning",
    title: "Model too large for a factory",
    cause:
      "The smallest value of the model is too large: required arrays or objects multiply or nest too deeply.",
    fix: "lower `minItems` or `minProperties`, or make a property on the way optional; the model has no factory",
  },
  "fixtures/invalid": {
    severity: "error",
    title: "Invalid fixtures file",
    cause: "The file is not JSON of the form `{resources: {SCHEMA: SAMPLE}}`.",
    fix: "correct the file that `fixtures` names",
  },
  "fixtures/no-match": {
    severity: "warning",
    title: "Fixtures of another document",
    cause:
      "The file that `fixtures` names has no sample of any schema of the document.",
    fix: "name the file that belongs to the document",
  },
  "format/not-checked": {
    severity: "warning",
    title: "Format type that JSON does not have",
    cause:
      "The option `formats` gives a format a type that JSON does not have. Validators check JSON as received, and factories create JSON.",
    fix: "give the format a JSON type in `formats`; or convert the value after parsing, and override it in factories",
  },
  "format/unused": {
    severity: "warning",
    title: "Unused format",
    cause: "The option `formats` names a format that no generated schema has.",
    fix: "remove the format, or correct its spelling",
  },
  "header/wrong-type": {
    severity: "warning",
    title: "Invalid type of a header",
    cause:
      "In Swagger 2.0 a header has a simple type, or is an array of simple types.",
    fix: "use one of the types that the message lists",
  },
  "name/collision": {
    severity: "warning",
    title: "Name collision",
    cause:
      "Two names of the document, or one of them and a name that codegen declares, become the same identifier or file name.",
    fix: "choose a name in the config: `names: {SCHEMA: NAME}` beside `out`",
  },
  "name/unknown": {
    severity: "error",
    title: "Unknown schema or operation in `names`",
    cause:
      "The config's `names` accepts schemas, operationIds and operations (`GET /path`) of the document.",
    fix: "remove the entry, or correct its name",
  },
  "name/unsafe": {
    severity: "error",
    title: "Unsafe schema name",
    cause:
      "Used as a path, the name leaves the output folder, or it contains control characters.",
    fix: "rename the schema: OpenAPI allows letters, digits, `.`, `-` and `_`",
  },
  "only/no-match": {
    severity: "error",
    title: "Pattern without a match",
    cause:
      "The name or the pattern of --only matches no schema, tag, path or operation.",
    fix: "correct the pattern; `codegen list` prints the schemas",
  },
  "operation/malformed": {
    severity: "warning",
    title: "Invalid part of an operation",
    cause: "A value does not have the form that the specification requires.",
    fix: "correct the document",
  },
  "operation/other-media-type": {
    severity: "warning",
    title: "Response that JSON and another media type describe differently",
    cause:
      "The generated type of a response describes one media type: JSON if the response has it. A client can choose it with the `Accept` header.",
    fix: "request JSON, or describe the other media type as a separate operation",
  },
  "operation/repeated-id": {
    severity: "warning",
    title: "Repeated operationId",
    cause: "Two operations have the same operationId, which must be unique.",
    fix: "give one of them another operationId",
  },
  "operation/unknown-field": {
    severity: "warning",
    title: "Unknown field of an operation",
    cause: "OpenAPI does not define the field. It does not affect the output.",
    fix: "correct its spelling, or begin it with `x-` if it is an extension",
  },
  "option/stale": {
    severity: "error",
    title: "Option without effect",
    cause:
      "The option names a property or a list that does not exist in the document, or that the option does not apply to.",
    fix: "remove the entry, or correct its name",
  },
  "option/unknown": {
    severity: "error",
    title: "Unknown option",
    cause: "The target does not have the option, or the limit does not exist.",
    fix: "remove the option, or correct its name",
  },
  "option/wrong-value": {
    severity: "error",
    title: "Invalid option value",
    cause: "The option or the flag does not accept the value.",
    fix: "use one of the values that the message lists",
  },
  "output/foreign-file": {
    severity: "error",
    title: "File not generated by codegen",
    cause:
      "A file with the path of a generated file exists, but the manifest does not list it and it does not start with the header.",
    fix: "move the file, or choose another output folder with --out",
  },
  "output/invalid-journal": {
    severity: "error",
    title: "Invalid journal of an interrupted run",
    cause:
      "`.codegen/journal.json` in the output folder is damaged. A run writes the journal before it changes files, and removes it when it ends.",
    fix: "delete the folder `.codegen` and run again",
  },
  "output/invalid-manifest": {
    severity: "error",
    title: "Invalid manifest",
    cause:
      "`manifest.json` in the output folder is damaged, or belongs to another program. Merge conflicts between generated lines are resolved automatically.",
    fix: "delete `manifest.json` and run again, or choose another output folder with --out",
  },
  "output/leftover": {
    severity: "warning",
    title: "Work folder of an interrupted run",
    cause:
      "A run keeps its temporary files in the folder `.codegen` in the output folder. That folder also contains other files, or the operating system does not allow removing it.",
    fix: "move the files that you need, delete the folder, and run again",
  },
  "output/link": {
    severity: "error",
    title: "Link in the output folder",
    cause:
      "A generated file or a folder above it is a link. Codegen does not read or change the target of a link.",
    fix: "replace the link with a file or a folder, or remove it; only the output folder itself may be a link",
  },
  "output/locked": {
    severity: "error",
    title: "Output folder in use",
    cause:
      "Another run is writing to the folder. It did not end within 30 seconds, or it was killed on another host or in another container.",
    fix: "wait until it ends, and run again; if the process does not exist, delete the folder `.codegen` in the output folder",
  },
  "output/not-a-file": {
    severity: "error",
    title: "Path of a generated file is not a file",
    cause: "A folder, a device or a pipe has the path of a generated file.",
    fix: "move it, or choose another output folder with --out",
  },
  "output/not-a-folder": {
    severity: "error",
    title: "Path of an output folder is not a folder",
    cause:
      "The output folder, or a folder in it, is a file or cannot be entered.",
    fix: "move it, or choose another output folder with --out",
  },
  "output/path-collision": {
    severity: "error",
    title: "Two files with one path",
    cause:
      "Two names of the document become the same path, or paths that are equal where case is ignored (macOS, Windows).",
    fix: "rename one of the two in the document, or exclude one",
  },
  "output/unlisted-file": {
    severity: "warning",
    title: "Unlisted file with the header of generated files",
    cause:
      "The file starts with the header of generated files, but this run does not generate it. The manifest does not list it; or the manifest is lost, and no generated file refers to it.",
    fix: "delete the file; or keep it and remove its first line, the header",
  },
  "output/unreadable": {
    severity: "error",
    title: "Unreadable file in the output folder",
    cause: "The operating system does not allow reading the file.",
    fix: "check its permissions, or choose another output folder with --out",
  },
  "output/unsafe-path": {
    severity: "error",
    title: "Unsafe path of a generated file",
    cause:
      "A name of the document becomes a path outside the output folder, or one that some operating systems do not support.",
    fix: "rename it in the document, or exclude it",
  },
  "output/unwritable": {
    severity: "error",
    title: "Output cannot be written",
    cause:
      "The operating system reports an error: the disk is full or read-only, or a permission is missing.",
    fix: "free disk space, check the permissions, or choose another output folder with --out",
  },
  "overlay/ignored": {
    severity: "warning",
    title: "Part of an overlay without effect",
    cause:
      "A value does not have the form that the specification requires. The actions do not depend on it and were applied.",
    fix: "correct the overlay, or remove the part",
  },
  "overlay/invalid": {
    severity: "error",
    title: "Invalid overlay",
    cause:
      "An overlay needs `overlay`, `info` and `actions`. An action needs a `target`, and one of `update`, `remove` and `copy`.",
    fix: "correct the overlay; https://spec.openapis.org/overlay/v1.0.0.html describes its form",
  },
  "overlay/no-match": {
    severity: "warning",
    title: "Overlay action without effect",
    cause: "The target of the action matches nothing in the document.",
    fix: "correct the target, or remove the action if the document no longer needs it",
  },
  "overlay/wrong-path": {
    severity: "error",
    title: "Invalid JSONPath",
    cause: "The path of an action must be a JSONPath (RFC 9535).",
    fix: "write a path such as `$.components.schemas.Pet.properties['the name']`",
  },
  "pack/invalid": {
    severity: "error",
    title: "Invalid template pack",
    cause:
      "`pack.yaml` needs `target` and `view`, or `extends`, with valid values.",
    fix: "write `extends: typescript` and the `view` of that pack",
  },
  "pack/missing-template": {
    severity: "error",
    title: "Missing template",
    cause:
      "A pack without `extends` must contain every template and run-time file of its target.",
    fix: "add the template, or extend a built-in pack",
  },
  "pack/not-found": {
    severity: "error",
    title: "Template pack not found",
    cause:
      "The name is neither a built-in pack nor a folder with a `pack.yaml`.",
    fix: "name a built-in pack, or a folder",
  },
  "pack/unknown-template": {
    severity: "error",
    title: "Unused template",
    cause: "Neither the target nor the pack uses a template of this name.",
    fix: "rename the file, or remove it",
  },
  "pack/unreadable": {
    severity: "error",
    title: "Unreadable template",
    cause:
      "The template is not a regular file, or the operating system does not allow reading it.",
    fix: "use a regular file, and check its permissions",
  },
  "pack/view-version": {
    severity: "error",
    title: "Templates for another view version",
    cause:
      "The views have changed since the templates were written, so the templates may no longer match them.",
    fix: "compare your templates with the built-in ones, then update `view`",
  },
  "pack/wrong-template": {
    severity: "error",
    title: "Invalid template",
    cause:
      "The template is not valid Handlebars, or reads a field that its view does not have.",
    fix: "`codegen inspect NAME` prints the view that the templates receive",
  },
  "parameter/body-and-form": {
    severity: "warning",
    title: "Form parameters beside a body",
    cause:
      "In Swagger 2.0 both define the request body, and a request has one body.",
    fix: "keep the body, or the form parameters",
  },
  "parameter/collection-format": {
    severity: "warning",
    title: "Invalid collectionFormat",
    cause:
      "The value does not exist, or does not apply: `multi` applies to query and form parameters only.",
    fix: "use another `collectionFormat`",
  },
  "parameter/file-media-type": {
    severity: "warning",
    title: "File parameter without a form media type",
    cause:
      "In Swagger 2.0 an operation with a file parameter must consume `multipart/form-data` or `application/x-www-form-urlencoded`.",
    fix: "add `multipart/form-data` to `consumes`",
  },
  "parameter/optional-in-path": {
    severity: "warning",
    title: "Optional path parameter",
    cause: "A path parameter must have `required: true`.",
    fix: "add `required: true`; the parameter is treated as required",
  },
  "parameter/second-body": {
    severity: "warning",
    title: "Second body parameter",
    cause:
      "In Swagger 2.0 an operation has at most one body parameter, including those of its path.",
    fix: "keep one, and move the others into its schema",
  },
  "parameter/unknown-location": {
    severity: "warning",
    title: "Invalid parameter location",
    cause:
      "The value of `in` does not exist in this version of the specification.",
    fix: "use a location that this version defines",
  },
  "parameter/wrong-type": {
    severity: "warning",
    title: "Invalid type of a parameter",
    cause:
      "In Swagger 2.0 a parameter outside the body has a simple type, is an array of simple types or, in a form, a file.",
    fix: "use one of the types that the message lists",
  },
  "path/repeated-placeholder": {
    severity: "warning",
    title: "Repeated path parameter",
    cause: "A path contains the same name in braces twice.",
    fix: "rename one of the two",
  },
  "pin/mismatch": {
    severity: "error",
    title: "Checksum mismatch",
    cause: "The SHA-256 of the document differs from the pin's `sha256`.",
    fix: "install the pinned version (`npm ci`); or review the new document, and write its checksum into the pin",
  },
  "pin/nested": {
    severity: "error",
    title: "Pin that names a pin",
    cause: "The `source` of a pin must be a document.",
    fix: "name the document itself",
  },
  "pin/unknown-key": {
    severity: "error",
    title: "Unknown key in a pin",
    cause: "A pin has only `source`, `sha256` and `apiVersion`.",
    fix: "use `source`, `sha256` and `apiVersion` only",
  },
  "pin/version": {
    severity: "error",
    title: "API version mismatch",
    cause:
      "`info.version` of the document differs from the pin's `apiVersion`.",
    fix: "correct `apiVersion` in the pin",
  },
  "pin/wrong-value": {
    severity: "error",
    title: "Invalid value in a pin",
    cause:
      "All values of a pin must be strings, and a pin from the network cannot name a local file.",
    fix: "write a string, in quotes if it looks like a number or a date",
  },
  "presence/invalid": {
    severity: "error",
    title: "Invalid presence file",
    cause:
      "The file must map API versions to lists of objects with `reason` or `source`, and `always` or `properties`.",
    fix: "write, under the API version: `- reason: …` and `properties: [schema.property]`",
  },
  "presence/not-learnt": {
    severity: "error",
    title: "No presence facts can be learnt",
    cause:
      "The source is missing, is not the package or folder that its name implies, or does not describe the document's properties.",
    fix: "name an installed package (`npm:NAME@VERSION`) or a folder of samples (`samples:FOLDER`)",
  },
  "presence/other-version": {
    severity: "warning",
    title: "Presence facts of another API version",
    cause:
      "The presence file has no facts of the document's API version, so those of the nearest version are used.",
    fix: "run `codegen presence learn --from npm:NAME@VERSION` with the package version that matches this API version",
  },
  "presence/stale": {
    severity: "error",
    title: "Stale presence fact",
    cause:
      "The property does not exist, is required, or is optional and never null.",
    fix: "remove the entry",
  },
  "ref/endless": {
    severity: "warning",
    title: "Circular references",
    cause:
      "A chain of `$ref` leads back to its start and never reaches a schema.",
    fix: "replace one reference with a schema; until then its type is any value",
  },
  "ref/external": {
    severity: "error",
    title: "Reference to another file that cannot be resolved",
    cause:
      "The reference does not point into the document, and does not name a file.",
    fix: "write a path, an address, or `#/…` for a location in this document",
  },
  "ref/in-example": {
    severity: "warning",
    title: "Dangling `$ref` in an example or extension",
    cause:
      "Examples and extensions are data: references in them are not followed, and this one has no target.",
    fix: "correct or remove it; the output does not depend on it",
  },
  "ref/not-a-schema": {
    severity: "warning",
    title: "Reference to something other than a schema",
    cause:
      "A `$ref` in place of a schema leads to a parameter, a response or another object.",
    fix: "refer to a schema; until then the schema inside the object is used, or any value",
  },
  "ref/not-found": {
    severity: "error",
    title: "Dangling reference",
    cause: "The target of a `$ref` does not exist.",
    fix: "correct the reference, or add its target",
  },
  "ref/outside": {
    severity: "error",
    title: "Reference outside the root folder",
    cause:
      "Referenced files must be in the root folder: by default the config's folder or the working folder, whichever contains the document, otherwise the document's folder. The topmost folder of a disk is never the default.",
    fix: "move the file into the folder, or choose another one: --root DIR, or `root: DIR` beside `spec`",
  },
  "ref/recursive": {
    severity: "warning",
    title: "Schema that contains itself without a name",
    cause:
      "A `$ref` leads back into the schema that contains it, and no named schema is in between.",
    fix: "name the schema under `#/components/schemas` and refer to that name; until then the inner schema is any value",
  },
  "ref/remote": {
    severity: "error",
    title: "Reference to the network",
    cause:
      "References to the network are followed only with `remote`, so that a run depends on local files alone.",
    fix: "allow it with --remote, or `remote: true` beside `out`; or download the file and refer to the copy",
  },
  "ref/renamed": {
    severity: "warning",
    title: "Schemas of the same name in two files",
    cause:
      "Schemas of other files are named after their key or their file, and two of them have the same name.",
    fix: "rename one of the two, or choose a name in the config: `names: {SCHEMA: NAME}` beside `out`",
  },
  "schema/contradiction": {
    severity: "warning",
    title: "Schema without valid values",
    cause:
      "All keywords of a schema apply at once, and two of them have no value in common.",
    fix: "remove one of the two, or combine them with `anyOf`",
  },
  "schema/duplicate-value": {
    severity: "warning",
    title: "Repeated enum value",
    cause: "The values of an enum must be different.",
    fix: "remove the repeated value; it is ignored",
  },
  "schema/endless": {
    severity: "error",
    title: "Schema defined as itself",
    cause:
      "The schema refers to itself without an array or an object in between.",
    fix: "remove the reference, or move it into a property or an item",
  },
  "schema/lost-digits": {
    severity: "warning",
    title: "Number outside the range of JavaScript",
    cause:
      "JavaScript reads numbers as doubles: integers beyond 2^53 lose digits, and very large or small numbers become Infinity or 0. Clients and validators read JSON in the same way.",
    fix: "use a number that a double represents exactly, or a string",
  },
  "schema/misplaced-file": {
    severity: "warning",
    title: "Type `file` in the wrong place",
    cause:
      "In Swagger 2.0 only responses and form parameters have the type `file`.",
    fix: "use `type: string` with `format: binary`, or a form parameter",
  },
  "schema/no-items": {
    severity: "warning",
    title: "Array without `items`",
    cause: "Before OpenAPI 3.1 an array needs `items`.",
    fix: "add `items`; until then an item is any value",
  },
  "schema/not-a-schema": {
    severity: "error",
    title: "Not a schema",
    cause: "A schema is an object, `true` or `false`.",
    fix: "write an object here",
  },
  "schema/not-in-version": {
    severity: "warning",
    title: "Keyword of a later version",
    cause:
      "The document's version of the specification does not define the keyword. Codegen reads it anyway.",
    fix: "declare the document as OpenAPI 3",
  },
  "schema/slow-pattern": {
    severity: "warning",
    title: "Pattern with exponential run time",
    cause:
      "A quantified group contains another quantifier or overlapping alternatives, so it can match the same text in several ways: `(a+)+`, `(a|a)*`. A regular expression engine tries all of them before it rejects a value.",
    fix: "rewrite the group so that it matches each text in only one way (`a+` instead of `(a+)+`), or correct the pattern with an overlay",
  },
  "schema/undeclared-required": {
    severity: "warning",
    title: "Required property that is not declared",
    cause:
      "`required` names a property that `properties` does not declare. An optional property has a similar name, or the object allows no other keys.",
    fix: "declare the property, or correct its name",
  },
  "schema/unknown-keyword": {
    severity: "warning",
    title: "Unknown keyword",
    cause:
      "Neither OpenAPI nor JSON Schema defines the keyword. It does not affect the output.",
    fix: "correct its spelling, or begin it with `x-` if it is an extension",
  },
  "schema/unknown-type": {
    severity: "warning",
    title: "Unknown type",
    cause:
      "JSON Schema has the types null, boolean, object, array, number, string and integer.",
    fix: "use one of the seven; until then any value is accepted",
  },
  "schema/unreachable-null": {
    severity: "warning",
    title: "Null that another keyword excludes",
    cause:
      "All keywords of a schema apply at once: null is valid only if each of them allows it.",
    fix: "write `anyOf` with the schema and null, or allow null in both places",
  },
  "schema/wrong-enum-value": {
    severity: "warning",
    title: "Enum value of another type",
    cause:
      "`type` and `enum` apply at once, so that a value of another type is never valid. YAML reads `1`, `1.10` and `true` without quotes as numbers and booleans.",
    fix: "quote the value, or correct `type`",
  },
  "schema/wrong-pattern": {
    severity: "warning",
    title: "Invalid pattern",
    cause:
      "JSON Schema patterns are ECMA-262 regular expressions, read with the flag `u`. Other dialects have other escapes.",
    fix: "correct the pattern, or remove it",
  },
  "schema/wrong-value": {
    severity: "error",
    title: "Invalid value of a keyword",
    cause: "The specification requires another kind of value.",
    fix: "correct the value",
  },
  "spec/binary": {
    severity: "error",
    title: "Binary document",
    cause: "The bytes are not valid UTF-8.",
    fix: "name a JSON or YAML document; decompress it first if it is compressed",
  },
  "spec/cyclic": {
    severity: "error",
    title: "Document that contains itself",
    cause:
      "A YAML alias is inside the value that it names, or a `$ref` outside a schema leads to a value around it.",
    fix: "break the cycle: use a `$ref` only in place of a schema, and point it at a schema",
  },
  "spec/directory": {
    severity: "error",
    title: "Directory instead of a document",
    cause: "The source is a folder.",
    fix: "name the file in it",
  },
  "spec/empty": {
    severity: "error",
    title: "Empty document",
    cause: "The source contains only white space.",
    fix: "check that it was written completely",
  },
  "spec/http-status": {
    severity: "error",
    title: "HTTP error",
    cause: "The server did not return a success status (200 to 299).",
    fix: "open the address in a browser and correct it",
  },
  "spec/limit": {
    severity: "error",
    title: "Input limit exceeded",
    cause:
      "Limits apply to size, depth, aliases, values, overlay steps, fetches and waiting time.",
    fix: "raise the limit with --limit KEY=NUMBER",
  },
  "spec/not-an-object": {
    severity: "error",
    title: "Not an object",
    cause: "The specification requires an object here.",
    fix: "correct the document",
  },
  "spec/not-found": {
    severity: "error",
    title: "Document not found",
    cause: "The file that the source names does not exist.",
    fix: "check the spelling of the source",
  },
  "spec/not-json": {
    severity: "error",
    title: "Invalid JSON",
    cause: "The document starts like JSON, but is not valid JSON.",
    fix: "correct the document at this position",
  },
  "spec/not-openapi": {
    severity: "error",
    title: "Not an OpenAPI document",
    cause:
      "An OpenAPI document has its version in the key `openapi`; a Swagger 2.0 document, in `swagger`.",
    fix: "name an OpenAPI 3 or Swagger 2.0 document",
  },
  "spec/not-yaml": {
    severity: "error",
    title: "Invalid YAML",
    cause: "The document is neither valid JSON nor valid YAML.",
    fix: "correct the document at this position",
  },
  "spec/nothing": {
    severity: "warning",
    title: "Document without content",
    cause: "A document needs `paths`, `components` or `webhooks`.",
    fix: "check that the document is complete",
  },
  "spec/package-missing": {
    severity: "error",
    title: "Package not installed",
    cause:
      "No `node_modules` folder of the working folder or a folder above it contains the package.",
    fix: "install the package",
  },
  "spec/package-path": {
    severity: "error",
    title: "Not a file of a package",
    cause:
      "The source must have the form `npm:NAME/FILE`, with a file inside the package.",
    fix: "write `npm:@scope/name/file.json`",
  },
  "spec/private-address": {
    severity: "error",
    title: "Private address",
    cause:
      "A document refers, or a server redirects, to a private or loopback address that you did not name. Such addresses give access to services of this machine or its network.",
    fix: "name the address yourself, or allow it with --remote-private, or `remotePrivate: true` beside `spec`",
  },
  "spec/redirect": {
    severity: "error",
    title: "Invalid redirect",
    cause:
      "The server redirects too often, or to something other than an HTTP address.",
    fix: "name the address of the document itself",
  },
  "spec/repeated-key": {
    severity: "error",
    title: "Repeated key",
    cause:
      "An object has the same key twice. A parser would keep one of the two values and drop the other silently.",
    fix: "remove one of the two, or rename it",
  },
  "spec/unknown-version": {
    severity: "warning",
    title: "Unknown version",
    cause: "Codegen supports OpenAPI 3.0, 3.1 and 3.2.",
    fix: "correct the version, or update codegen",
  },
  "spec/unreachable": {
    severity: "error",
    title: "Address not reachable",
    cause: "The server did not respond, or its response is incomplete.",
    fix: "check the address and the network",
  },
  "spec/unreadable": {
    severity: "error",
    title: "Unreadable document",
    cause:
      "The file is not a regular file, or the operating system does not allow reading it.",
    fix: "name a regular file, and check its permissions",
  },
  "spec/unsupported-version": {
    severity: "error",
    title: "Unsupported version",
    cause: "Codegen supports Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2.",
    fix: "convert the document to OpenAPI 3 first",
  },
  "spec/version-number": {
    severity: "warning",
    title: "Version written as a number",
    cause: "The specification requires a string.",
    fix: "put the version in quotes",
  },
  "system/refused": {
    severity: "error",
    title: "Operating system error",
    cause:
      "A file of the codegen installation is not readable, or the process lacks a resource, such as memory.",
    fix: "install codegen again, or give the process more of the resource",
  },
  "text/lone-surrogate": {
    severity: "warning",
    title: "Lone surrogate",
    cause:
      "An escape such as `\\ud800` is half of a character, which UTF-8 cannot represent.",
    fix: "correct the escape in the document",
  },
  "type/inexpressible": {
    severity: "error",
    title: "Schema without a type in the output language",
    cause:
      "JSON Schema can describe values that the types of the language cannot describe.",
    fix: "simplify the schema with an overlay, or use --only to exclude everything that needs it",
  },
} as const satisfies Record<string, DiagnosticKind>;

export type DiagnosticCode = keyof typeof kinds;

export const diagnosticCatalogue: Readonly<
  Record<DiagnosticCode, DiagnosticKind>
> = kinds;
