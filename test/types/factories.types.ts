// Overrides of factories are type-checked at every depth.

import {
  makeAnimal,
  makeEither,
  makeFood,
} from "../golden/cases/factories/expected/factories.js";
import {
  makeBuyer,
  makeOrder,
  makeStripeEvent,
  type Overrides,
} from "../golden/cases/fixtures/expected/factories.js";
import type { Order } from "../golden/cases/fixtures/expected/index.js";
import { type Equal, exactly } from "./equal.js";

makeOrder();
makeOrder({ status: "open", gift: { text: null } });
makeOrder({ lines: { has_more: true }, tags: ["one"] });
exactly<Equal<ReturnType<typeof makeOrder>, Order>>();

// An expandable can be overridden with an id, an object or a partial object.
makeOrder({ buyer: "buy_1" });
makeOrder({ buyer: makeBuyer() });
makeOrder({ buyer: { order: null } });
makeOrder({ buyer: null });

// `undefined` removes optional properties, and is an error for all others.
makeOrder({ gift: undefined });
// @ts-expect-error: it is required
makeOrder({ amount: undefined });

// @ts-expect-error: unknown property
makeOrder({ amout: 1 });
// @ts-expect-error: unknown enum value
makeOrder({ status: "opened" });
// @ts-expect-error: wrong type
makeOrder({ amount: "1" });
// @ts-expect-error: not nullable
makeOrder({ amount: null });
// @ts-expect-error: unknown property of a nested object
makeOrder({ gift: { wraped: true } });
// @ts-expect-error: wrong type in a nested object
makeOrder({ gift: { wrapped: "yes" } });
// @ts-expect-error: unknown property of the expanded object
makeOrder({ buyer: { name: "a" } });
// @ts-expect-error: arrays are replaced, so items must be complete
makeOrder({ tags: [1] });
// @ts-expect-error: so must objects in items
makeOrder({ lines: { data: [{ title: "tea" }] } });
// @ts-expect-error: wrong type of a map's value
makeOrder({ metadata: { table: 7 } });

makeAnimal({ enclosure: { size: null }, parent: { name: "a" } });
makeFood({ kind: "Plant", leaves: true });
makeEither("text");
// @ts-expect-error: not a member of the union
makeFood({ kind: "Stone" });

makeStripeEvent("order.paid", makeOrder());
const event = makeStripeEvent("order.paid", makeOrder(), { status: "open" });
exactly<Equal<typeof event.data.object, Order>>();
// @ts-expect-error: unknown event
makeStripeEvent("order.payed", makeOrder());
// @ts-expect-error: its object is an order
makeStripeEvent("order.paid", makeBuyer());
// @ts-expect-error: unknown property in `previous_attributes`
makeStripeEvent("order.paid", makeOrder(), { stats: "open" });

export const named: Overrides<Order> = { status: "paid" };
