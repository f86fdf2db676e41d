// The documents that swagger-parser is tested with, most of them wrong in one way
// each, some in several files, some circular.

import { describeSuite } from "./describe-suite.js";

describeSuite("swagger-parser");
