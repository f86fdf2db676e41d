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
  "cli/interrupted": {
    severity: "error",
    title: "A run was interrupted",
    cause:
      "The process received SIGINT or SIGTERM while it was writing, and undid what it had done.",
    fix: "Run again.",
  },
  "cli/usage": {
    severity: "error",
    title: "A command line that is wrong",
    cause: "There is no such command or option, or it takes other arguments.",
    fix: "see `codegen --help`",
  },
  "config/invalid": {
    severity: "error",
    title: "Invalid config",
    cause: "The config does not follow codegen.config.schema.json.",
    fix: "correct the config; `codegen.config.schema.json` lists what it may hold",
  },
  "config/not-found": {
    severity: "error",
    title: "No config file",
    cause:
      "Without a config, the command line has to name the document and the output folder.",
    fix: "create codegen.config.yaml, or give --spec SOURCE --template typescript --out DIR",
  },
  "discriminator/malformed": {
    severity: "warning",
    title: "A discriminator that does not tell models apart",
    cause:
      "It names no property, or maps a value to a schema that the document does not have.",
    fix: "correct the discriminator; what is wrong in it is left out",
  },
  "discriminator/too-many-values": {
    severity: "warning",
    title:
      "Schemas that extend each other, too many to list the discriminator's values of all",
    cause:
      "The property of a schema has the values of all schemas that extend it: in a chain of n schemas those are n².",
    fix: "extend the base directly; the property keeps the type that the document gives it",
  },
  "document/wrong-info": {
    severity: "warning",
    title: "A document that does not say what it is",
    cause: "`info` needs a `title` and a `version`, both of them strings.",
    fix: "write a string, in quotes where it looks like a number",
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
  "factory/endless": {
    severity: "warning",
    title: "A model of which no factory can make a value",
    cause:
      "It requires another value, which requires the first again or is of no type at all.",
    fix: "make one of the properties between them optional or nullable; there is no factory of it",
  },
  "factory/rough-value": {
    severity: "warning",
    title: "A value that a factory makes and that may not be valid",
    cause:
      "Its constraints leave no value that the generator finds: a pattern that looks ahead, constraints that exclude each other, or more items than are worth making.",
    fix: "override it in each test, or name a fixtures file that has a valid one",
  },
  "factory/too-large": {
    severity: "warning",
    title: "A model whose smallest value is too large to be made",
    cause:
      "It requires arrays in arrays, or objects in objects, that multiply or are too deep.",
    fix: "lower `minItems` or `minProperties`, or make a property on the way optional; there is no factory of it",
  },
  "fixtures/invalid": {
    severity: "error",
    title: "A file of fixtures that is wrong",
    cause: "It is no JSON of the form `{resources: {SCHEMA: SAMPLE}}`.",
    fix: "correct the file that `fixtures` names",
  },
  "fixtures/no-match": {
    severity: "warning",
    title: "Fixtures of another document",
    cause: "The file that `fixtures` names has no sample of any schema.",
    fix: "name the file that belongs to the document",
  },
  "format/not-checked": {
    severity: "warning",
    title: "A format whose type is not what validators check or factories make",
    cause:
      "Validators check JSON as it was received, and factories make it, and the option `formats` types a part of it as what JSON does not have.",
    fix: "type the format as what JSON has in `formats`; or make the value after parsing and do not trust its type before, and override it in factories",
  },
  "format/unused": {
    severity: "warning",
    title: "A format that is typed and not there",
    cause: "The option `formats` names a format that no schema has.",
    fix: "remove it, or correct its spelling",
  },
  "header/wrong-type": {
    severity: "warning",
    title: "A header of a type that it cannot have",
    cause: "In Swagger 2.0 a header is a simple value or an array of them.",
    fix: "use one of the types that the message lists",
  },
  "name/collision": {
    severity: "warning",
    title: "Two schemas or operations that would have one name",
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
  "operation/repeated-id": {
    severity: "warning",
    title: "Two operations of one id",
    cause: "An operationId is unique in a document.",
    fix: "give one of them another operationId",
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
  "output/invalid-journal": {
    severity: "error",
    title: "The journal of an interrupted run cannot be used",
    cause:
      ".codegen/journal.json in the output folder is damaged. A run writes it before it changes files, and removes it when it ends.",
    fix: "Delete the folder .codegen and run again.",
  },
  "output/invalid-manifest": {
    severity: "error",
    title: "The manifest of generated files cannot be used",
    cause:
      "manifest.json in the output folder is damaged, or belongs to another program. (Where only a merge conflict of our own lines is in it, both sides are merged.)",
    fix: "Delete it and run the generator again, or choose another output folder with --out.",
  },
  "output/leftover": {
    severity: "warning",
    title: "A folder of an interrupted run that cannot be removed",
    cause:
      "Runs work in .codegen in the output folder. Something else is in such a folder, or the system refuses to remove it.",
    fix: "Move what you need elsewhere, delete the folder, and run again.",
  },
  "output/link": {
    severity: "error",
    title: "A link inside the output folder",
    cause:
      "A generated file, or a folder on the way to it, is a link; what it leads to is not ours to read or change.",
    fix: "Replace the link by a real file or folder, or remove it. Only the output folder itself may be a link.",
  },
  "output/locked": {
    severity: "error",
    title: "Another run is writing to the output folder",
    cause:
      "Two runs must not write to a folder at once. The other one has not ended within 30 seconds, or it was killed on another host or in another container.",
    fix: "Wait until it has ended, and run again. If there is no such process, delete the folder .codegen in the output folder.",
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
  "output/unlisted-file": {
    severity: "warning",
    title: "A file with our header that may be yours",
    cause:
      "The file opens with the header of generated files, but is not generated now. The manifest does not list it; or the manifest is lost, and no generated file refers to it.",
    fix: "Delete it, or, if it is yours, remove its first line, the header.",
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
  "overlay/ignored": {
    severity: "warning",
    title: "A part of an overlay that has no effect",
    cause:
      "The specification asks for something else here. The actions do not depend on it, and are applied.",
    fix: "correct the overlay, or leave the part out",
  },
  "overlay/invalid": {
    severity: "error",
    title: "An overlay that is wrong",
    cause:
      "An overlay has `overlay`, `info` and `actions`; an action has a `target` and one of `update`, `remove` and `copy`.",
    fix: "correct the overlay; https://spec.openapis.org/overlay/v1.0.0.html says what it may hold",
  },
  "overlay/no-match": {
    severity: "warning",
    title: "An action of an overlay that changes nothing",
    cause: "Its target selects no place of the document.",
    fix: "correct the target, or remove the action if the document no longer needs it",
  },
  "overlay/wrong-path": {
    severity: "error",
    title: "A target that is no JSONPath",
    cause: "The target of an action is a JSONPath of RFC 9535.",
    fix: "write a path such as `$.components.schemas.Pet.properties['the name']`",
  },
  "pack/invalid": {
    severity: "error",
    title: "A template pack with a wrong pack.yaml",
    cause: "`pack.yaml` has `target`, `view` and perhaps `extends`.",
    fix: "write `extends: typescript` and the `view` of the pack that it extends",
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
  "pack/unreadable": {
    severity: "error",
    title: "A template that cannot be read",
    cause: "The system refuses it, or it is not a regular file.",
    fix: "put a regular file there, and check its permissions",
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
  "parameter/body-and-form": {
    severity: "warning",
    title: "Form parameters beside a body",
    cause:
      "In Swagger 2.0 both are the body of the request, and there is only one.",
    fix: "keep the body, or the form parameters",
  },
  "parameter/collection-format": {
    severity: "warning",
    title: "An array that cannot be written like this",
    cause: "`multi` repeats a parameter, which only queries and forms can.",
    fix: "use another `collectionFormat`",
  },
  "parameter/file-media-type": {
    severity: "warning",
    title: "A file that no form is sent for",
    cause:
      "In Swagger 2.0 a file needs `multipart/form-data` or `application/x-www-form-urlencoded` among what is consumed.",
    fix: "add `multipart/form-data` to `consumes`",
  },
  "parameter/optional-in-path": {
    severity: "warning",
    title: "A path parameter that may be left out",
    cause: "A path has all its parts, so that its parameters are required.",
    fix: "add `required: true`; it is taken to be there",
  },
  "parameter/second-body": {
    severity: "warning",
    title: "Two bodies of one request",
    cause:
      "In Swagger 2.0 an operation has one body parameter, those of its path counted.",
    fix: "keep one of them, and put the others into its schema",
  },
  "parameter/unknown-location": {
    severity: "warning",
    title: "A parameter that is nowhere",
    cause:
      "`in` says where a parameter is sent, and each version has a list of places.",
    fix: "use one of the places that the version has",
  },
  "parameter/wrong-type": {
    severity: "warning",
    title: "A parameter of a type that it cannot have",
    cause:
      "In Swagger 2.0 a parameter outside of the body is a simple value, an array of them or, in a form, a file.",
    fix: "use one of the types that the message lists",
  },
  "path/repeated-placeholder": {
    severity: "warning",
    title: "A path with the same part twice",
    cause: "A path has each name in braces once, as one value fills it.",
    fix: "rename one of the two",
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
  "ref/endless": {
    severity: "warning",
    title: "References that lead to nothing but one another",
    cause: "Each refers to the next one, and the last to the first.",
    fix: "write a schema in place of one of them; until then it is any value",
  },
  "ref/external": {
    severity: "error",
    title: "A reference that leads to no file",
    cause: "Files are referred to by a path or an address.",
    fix: "write a path, an address, or `#/…` for a place in this document",
  },
  "ref/in-example": {
    severity: "warning",
    title: "A reference in an example or an extension, to nothing",
    cause:
      "What stands there is data: references in it are not followed, and this one could not be.",
    fix: "correct or remove it; the output does not depend on it",
  },
  "ref/not-a-schema": {
    severity: "warning",
    title: "A reference to something that is no schema",
    cause:
      "A `$ref` in place of a schema leads to a parameter, a response or the like.",
    fix: "refer to a schema; until then it is the one that is held there, or any value",
  },
  "ref/not-found": {
    severity: "error",
    title: "A reference to nothing",
    cause: "A `$ref` names a place where nothing is.",
    fix: "correct the reference, or add what it refers to",
  },
  "ref/outside": {
    severity: "error",
    title: "A reference out of the root folder",
    cause:
      "Files are referred to below one folder: that of the config, or the working folder, where the document is in it; else that of the document. The topmost folder of a disk is never that folder.",
    fix: "move the file into the folder, or choose another one: --root DIR, or `root: DIR` beside `spec`",
  },
  "ref/recursive": {
    severity: "warning",
    title: "A schema that contains itself without a name",
    cause:
      "A `$ref` leads back into the schema it stands in, and not by way of a named one.",
    fix: "give the schema a name under `#/components/schemas` and refer to that; until then the inner one is any value",
  },
  "ref/remote": {
    severity: "error",
    title: "A reference into the network",
    cause:
      "What a document refers to is fetched only where that is allowed, so that a run depends on nothing unseen.",
    fix: "allow it with --remote, or `remote: true` beside `out`; or download the file and refer to that",
  },
  "ref/renamed": {
    severity: "warning",
    title: "Two files with a schema of one name",
    cause:
      "Schemas of other files are named after their key or their file, and two have one name.",
    fix: "rename one of the two, or choose a name in the config: `names: {SCHEMA: NAME}` beside `out`",
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
  "schema/lost-digits": {
    severity: "warning",
    title: "A number that JavaScript does not hold",
    cause:
      "Its numbers are doubles: integers beyond 2^53 lose digits, and very large or very small numbers become Infinity or 0. Clients and validators read JSON in the same way.",
    fix: "use a number that a double holds, or a string",
  },
  "schema/misplaced-file": {
    severity: "warning",
    title: "A file in a place where none can be",
    cause: "In Swagger 2.0 only responses and form parameters can be files.",
    fix: "use `type: string` with `format: binary`, or a form parameter",
  },
  "schema/no-items": {
    severity: "warning",
    title: "An array that does not say of what",
    cause: "Up to OpenAPI 3.0 an array needs `items`.",
    fix: "add `items`; until then they are any value",
  },
  "schema/not-a-schema": {
    severity: "error",
    title: "Not a schema",
    cause: "A schema is an object, or `true` or `false`.",
    fix: "write an object here",
  },
  "schema/not-in-version": {
    severity: "warning",
    title: "A keyword of a later version",
    cause: "The document's version does not have it; it is read all the same.",
    fix: "say in the document that it is of OpenAPI 3",
  },
  "schema/slow-pattern": {
    severity: "warning",
    title: "A pattern that can stall whoever checks a value against it",
    cause:
      "It has a quantifier in a quantified group, or alternatives that overlap in one, so that it can match a text in two ways: `(a+)+`, `(a|a)*`. A regular expression engine tries all of them before a value is refused.",
    fix: "write the loop so that it matches a text in one way (`a+` for `(a+)+`), or correct the pattern with an overlay",
  },
  "schema/undeclared-required": {
    severity: "warning",
    title: "A required property that is not declared",
    cause:
      "`required` names what `properties` does not have: a property of nearly that name is optional, or no other keys are allowed.",
    fix: "declare the property, or correct its name",
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
  "schema/wrong-pattern": {
    severity: "warning",
    title: "A pattern that is no regular expression",
    cause:
      "JSON Schema takes patterns from ECMA-262, read with the flag `u`; other dialects have other escapes.",
    fix: "correct the pattern, or leave it out",
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
  "spec/cyclic": {
    severity: "error",
    title: "A document that contains itself",
    cause:
      "A YAML alias stands inside of what it names, or a `$ref` stands where none can be and leads to what is around it.",
    fix: "refer to a schema with `$ref`, in place of a schema",
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
  "spec/limit": {
    severity: "error",
    title: "More than is read",
    cause:
      "Reading is bounded: in size, depth, aliases, values, steps of overlays, fetches and waiting.",
    fix: "raise the limit with --limit KEY=NUMBER",
  },
  "spec/not-an-object": {
    severity: "error",
    title: "Not an object",
    cause: "The specification asks for an object here.",
    fix: "correct the document",
  },
  "spec/not-bundled": {
    severity: "error",
    title: "Files that cannot be put together",
    cause:
      "A value in a document of several files is not what the specification says, such as a `discriminator` that is null, or a reference leads to itself.",
    fix: "correct discriminators, identifiers and references that lead to themselves",
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
    cause:
      "An OpenAPI document says its version under the key `openapi`, or `swagger`.",
    fix: "name an OpenAPI 3 document",
  },
  "spec/not-yaml": {
    severity: "error",
    title: "Not YAML",
    cause: "The document is neither JSON nor YAML.",
    fix: "correct the document at this place",
  },
  "spec/nothing": {
    severity: "warning",
    title: "A document with nothing in it",
    cause: "A document has one of `paths`, `components` and `webhooks`.",
    fix: "check that it is the whole document",
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
  "spec/private-address": {
    severity: "error",
    title: "An address in a private network that a document or a server names",
    cause:
      "What is fetched may not reach services that only this machine or its network can reach.",
    fix: "name the address yourself, or allow it with --remote-private, or `remotePrivate: true` beside `spec`",
  },
  "spec/redirect": {
    severity: "error",
    title: "A redirect that is not followed",
    cause:
      "The server redirects in a circle, or to what is not an address of the web.",
    fix: "name the address of the document itself",
  },
  "spec/repeated-key": {
    severity: "error",
    title: "A key that appears twice",
    cause:
      "Of two equal keys in one object a parser keeps one, and drops the other without a word.",
    fix: "remove one of the two, or rename it",
  },
  "spec/unknown-version": {
    severity: "warning",
    title: "A version that is not known",
    cause: "OpenAPI 3.0, 3.1 and 3.2 are known.",
    fix: "correct the version, or look for a newer codegen",
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
    cause: "The operating system refuses it, or it is a device or a pipe.",
    fix: "name a regular file, and check its permissions",
  },
  "spec/unsupported-version": {
    severity: "error",
    title: "A version that is not supported",
    cause: "Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are read.",
    fix: "convert the document to OpenAPI 3 first",
  },
  "spec/version-number": {
    severity: "warning",
    title: "A version that is a number",
    cause: "The specification asks for a string.",
    fix: "put the version in quotes",
  },
  "system/refused": {
    severity: "error",
    title: "The operating system refuses",
    cause:
      "A file of codegen itself, or a resource of the process, cannot be had.",
    fix: "allow the process what it needs",
  },
  "text/lone-surrogate": {
    severity: "warning",
    title: "Half of a surrogate pair",
    cause:
      "An escape such as `\\ud800` is half of a character. It cannot be written in UTF-8.",
    fix: "correct the escape in the document",
  },
  "type/inexpressible": {
    severity: "error",
    title: "A schema that the language of the output has no type for",
    cause:
      "JSON Schema can say more of a value than this language's types can.",
    fix: "say less of it by an overlay, or leave out what needs it by --only",
  },
} as const satisfies Record<string, DiagnosticKind>;

export type DiagnosticCode = keyof typeof kinds;

export const diagnosticCatalogue: Readonly<
  Record<DiagnosticCode, DiagnosticKind>
> = kinds;
