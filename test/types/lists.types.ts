// Lists are `List<T>`, and search results `SearchResult<T>`.

import type {
  Charge,
  Customer,
  List,
  Operations,
  Refund,
  SearchResult,
  Subscription,
  SubscriptionItem,
} from "../../generated/stripe/index.js";
import { type Equal, exactly } from "./equal.js";

exactly<Equal<Subscription["items"], List<SubscriptionItem>>>();
// Expandable: absent unless a request asks for it.
exactly<Equal<Charge["refunds"], List<Refund> | null | undefined>>();
exactly<Equal<Operations["GET /v1/charges"]["response"], List<Charge>>>();
exactly<
  Equal<
    Operations["GET /v1/customers/search"]["response"],
    SearchResult<Customer>
  >
>();

declare const result: SearchResult<Charge>;
result.next_page satisfies string | null;
result.object satisfies "search_result";
exactly<Equal<typeof result.total_count, number | undefined>>();

declare const list: List<Charge>;
list.object satisfies "list";
// @ts-expect-error: a list has no `next_page`
list.next_page;
// @ts-expect-error: a list is not a search result
list satisfies SearchResult<Charge>;
