// Where in a document a type is used, as far as it decides how the type is printed.

/**
 * A binary string inside the JSON of a model is text; as a whole body or a part of a form
 * it is bytes. An enum of a request is closed, of a response open.
 */
export type TypePlace = "answer" | "model" | "request";
