// The OpenAPI Initiative's own examples, of 2.0 to 3.2: all of them are right.

import { describeSuite } from "./describe-suite.js";

describeSuite("openapi-examples");
