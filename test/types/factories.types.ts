// What may be said of an object that a factory makes is checked as deep as it goes.

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

// An expandable is an id, an object, or some of one.
makeOrder({ buyer: "buy_1" });
makeOrder({ buyer: makeBuyer() });
makeOrder({ buyer: { order: null } });
makeOrder({ buyer: null });

// What may be absent is left out by `undefined`, and only that.
makeOrder({ gift: undefined });
// @ts-expect-error: it is required
makeOrder({ amount: undefined });

// @ts-expect-error: no such property
makeOrder({ amout: 1 });
// @ts-expect-error: no such value
makeOrder({ status: "opened" });
// @ts-expect-error: of another type
makeOrder({ amount: "1" });
// @ts-expect-error: never null
makeOrder({ amount: null });
// @ts-expect-error: no such property within it
makeOrder({ gift: { wraped: true } });
// @ts-expect-error: of another type within it
makeOrder({ gift: { wrapped: "yes" } });
// @ts-expect-error: no such property of what it expands to
makeOrder({ buyer: { name: "a" } });
// @ts-expect-error: arrays are given whole
makeOrder({ tags: [1] });
// @ts-expect-error: and so are the objects in them
makeOrder({ lines: { data: [{ title: "tea" }] } });
// @ts-expect-error: maps have values of one type
makeOrder({ metadata: { table: 7 } });

makeAnimal({ enclosure: { size: null }, parent: { name: "a" } });
makeFood({ kind: "Plant", leaves: true });
makeEither("text");
// @ts-expect-error: no such branch
makeFood({ kind: "Stone" });

makeStripeEvent("order.paid", makeOrder());
const event = makeStripeEvent("order.paid", makeOrder(), { status: "open" });
exactly<Equal<typeof event.data.object, Order>>();
// @ts-expect-error: no such event
makeStripeEvent("order.payed", makeOrder());
// @ts-expect-error: it carries an order
makeStripeEvent("order.paid", makeBuyer());
// @ts-expect-error: no such property before it
makeStripeEvent("order.paid", makeOrder(), { stats: "open" });

export const named: Overrides<Order> = { status: "paid" };
