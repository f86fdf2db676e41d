// The `stripe` package as a source of presence facts: its types are generated from
// Stripe's document for SDKs, whose `required` means presence.

import type { TypesPackage } from "../dialect.js";
import { learnFromTypes } from "./learn-from-types.js";
import { openStripeTypes } from "./open-stripe-types.js";

export const stripeTypesPackage: TypesPackage = {
  name: "stripe",
  example: "15.7.0",
  types: "types",
  learn(compiler, files, schemas) {
    const types = openStripeTypes(compiler, files);
    const findings = learnFromTypes(compiler, types, schemas);
    return { apiVersion: types.apiVersion, findings };
  },
};
