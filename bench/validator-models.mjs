// The models whose validators are measured: the schema's name, our
// file and type, and kubb's file.

export const models = [
  {
    schema: "identity.verification_session",
    file: "identity_verification_session",
    type: "IdentityVerificationSession",
    zod: "identity/verificationSession",
  },
  {
    schema: "customer",
    file: "customer",
    type: "Customer",
    zod: "customer",
  },
  { schema: "charge", file: "charge", type: "Charge", zod: "charge" },
  {
    schema: "payment_intent",
    file: "payment_intent",
    type: "PaymentIntent",
    zod: "paymentIntent",
  },
  {
    schema: "subscription",
    file: "subscription",
    type: "Subscription",
    zod: "subscription",
  },
];
