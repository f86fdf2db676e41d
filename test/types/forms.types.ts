// `encodeForm` accepts the parameters of any operation, although interfaces have no index
// signature.

import {
  decodeForm,
  encodeForm,
  type FormObject,
} from "../golden/cases/forms/expected/forms.js";
import type { PostOrdersParams } from "../golden/cases/forms/expected/params/post_orders.js";

declare const params: PostOrdersParams;

export const form: string = encodeForm(params);
export const read: FormObject = decodeForm(form);

// @ts-expect-error: a string is already encoded
encodeForm("currency=eur");
// @ts-expect-error: the parameters may be undefined
encodeForm(undefined);

// A decoded value is a string, an array or an object, and must be narrowed first.
// @ts-expect-error
export const city: string = read.city;
