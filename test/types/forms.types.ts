// What `encodeForm` takes: the parameters of any operation, which are interfaces and
// so have no index signature.

import {
  decodeForm,
  encodeForm,
  type FormObject,
} from "../golden/cases/forms/expected/forms.js";
import type { PostOrdersParams } from "../golden/cases/forms/expected/params/post_orders.js";

declare const params: PostOrdersParams;

export const form: string = encodeForm(params);
export const read: FormObject = decodeForm(form);

// @ts-expect-error: text is a form already
encodeForm("currency=eur");
// @ts-expect-error: there may be none
encodeForm(undefined);

// What is read is text, an array or an object: which of them has to be asked.
// @ts-expect-error
export const city: string = read.city;
