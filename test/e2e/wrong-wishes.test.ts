// Wrong input beside a document of Stripe's kind: wishes and facts about names
// that it does not have, and operations whose types would have one name.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { expectRefusal, folderWithOutput, type Refusal } from "./refusal.js";
import { runCodegen } from "./run-codegen.js";
import { temporaryFolder } from "./temporary-folder.js";

const shop = readFileSync(
  new URL("../golden/cases/shop/spec.yaml", import.meta.url),
  "utf8",
);
const emit = ["models", "params", "events"];

/** A config of the one document, with what is wrong in it. */
function configWith(output: Readonly<Record<string, unknown>>): string {
  const base = { spec: "shop.yaml", out: "out", options: { emit } };
  return stringify({ outputs: [{ ...base, ...output }] });
}

/** The document, after its paths were changed. */
function shopWith(
  change: (
    paths: Record<string, Record<string, { operationId: string }>>,
  ) => void,
): string {
  const document = parse(shop);
  change(document.paths);
  return stringify(document);
}

const overrides = (property: string) => ({
  options: { emit, enums: { overrides: { [property]: "open" } } },
});

type Wrong = Omit<Refusal, "args" | "files"> & {
  readonly config?: Readonly<Record<string, unknown>>;
  readonly document?: string;
};

const wrong: Readonly<Record<string, Wrong>> = {
  "an override of an enum that names no property": {
    config: overrides("order.stat"),
    code: "option/stale",
    what: '"order.stat" is not a property with a string enum',
    where: "codegen.config.yaml #/outputs/0/options/enums/overrides/order.stat",
    help: 'did you mean "order.state"?',
  },
  "an override of a property that is not an enum": {
    config: overrides("order.id"),
    code: "option/stale",
    what: '"order.id" is not a property with a string enum',
    where: "codegen.config.yaml #/outputs/0/options/enums/overrides/order.id",
    help: "",
  },
  "an override of a parameter that no operation takes": {
    config: overrides("PostOrders.stat"),
    code: "option/stale",
    what: '"PostOrders.stat" is not a property with a string enum',
    where:
      "codegen.config.yaml #/outputs/0/options/enums/overrides/PostOrders.stat",
    help: 'did you mean "PostOrders.state"?',
  },
  "an event that the document does not list": {
    config: { events: { "mystery.solve": "order" } },
    code: "event/unknown",
    what: 'there is no event "mystery.solve"',
    where: "codegen.config.yaml #/outputs/0/events/mystery.solve",
    help: 'did you mean "mystery.solved"?',
  },
  "an event mapped to no schema": {
    config: { events: { "mystery.solved": "ordr" } },
    code: "event/unknown",
    what: '"mystery.solved" is mapped to "ordr", which is not a schema of the document',
    where: "codegen.config.yaml #/outputs/0/events/mystery.solved",
    help: 'did you mean "order"?',
  },
  "a pattern of `only` that matches nothing": {
    config: { only: ["order", "ordr"] },
    code: "only/no-match",
    what: '"ordr" matches no schema',
    where: "codegen.config.yaml #/outputs/0/only/1",
    help: 'did you mean "order"?',
  },
  "a name for an operation that is not there": {
    config: { names: { PostOrder: "SendOrder" } },
    code: "name/unknown",
    what: '`names` renames "PostOrder", which is not a schema or an operation of the document',
    where: "codegen.config.yaml #/outputs/0/names/PostOrder",
    help: 'did you mean "PostOrders"?',
  },
};

test.each(Object.entries(wrong))(
  "%s",
  async (_name, { config = {}, document, ...refusal }) => {
    const folder = await folderWithOutput({
      "shop.yaml": document ?? shop,
      "codegen.config.yaml": configWith(config),
    });
    await expectRefusal(folder, { ...refusal, args: ["run"] });
  },
);

test("names tell operations of one id apart, and need no types of requests", async () => {
  const document = shopWith((paths) => {
    Object.assign(paths["/v1/orders"]?.get ?? {}, {
      operationId: "PostOrders",
    });
  });
  const names = { "GET /v1/orders": "list_orders", GetOrdersSearch: "Search" };
  const folder = temporaryFolder({
    "shop.yaml": document,
    "codegen.config.yaml": stringify({
      outputs: [
        { spec: "shop.yaml", out: "out", names, options: { emit } },
        { spec: "shop.yaml", out: "models", names },
      ],
    }),
  });
  expect(await runCodegen(folder, ["run"])).toMatchObject({ status: 0 });
  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  expect(read("out/params/list_orders.ts")).toContain("ListOrdersParams");
  expect(read("out/params/post_orders.ts")).toContain("PostOrdersParams");
  expect(read("out/params/search.ts")).toContain("SearchParams");
  expect(read("models/index.ts")).not.toContain("Params");
});

test("and without what is wrong it runs", async () => {
  const folder = temporaryFolder({
    "shop.yaml": shop,
    "codegen.config.yaml": configWith({
      events: { "mystery.solved": "order" },
      ...overrides("PostOrders.state"),
    }),
  });
  expect(await runCodegen(folder, ["run"])).toMatchObject({
    status: 0,
    stderr: "",
  });
});
