// Descriptions whose code blocks `cargo test` would compile and run. What rustdoc makes of
// the result is tried with cargo in test/property/hostile-rust.test.ts.

import { expect, test } from "vitest";
import { withoutDocTests } from "../../../../src/languages/rust/without-doc-tests.js";

test.each([
  ["a block without a language", "```\n  run()\n```", "```text\n  run()\n```"],
  ["a block of Rust", "```rust,no_run\nrun()\n```", "```text\nrun()\n```"],
  [
    "a block that should panic",
    "~~~should_panic\nrun()\n~~~",
    "~~~text\nrun()\n~~~",
  ],
  ["another language is kept", "```json\n    {}\n```", "```json\n    {}\n```"],
  ["Rust among others", "```json,rust\nrun()\n```", "```text\nrun()\n```"],
  [
    "an indented block",
    "a\n\n    run()\n      x\n\nb",
    "a\n\n```text\nrun()\n  x\n```\n\nb",
  ],
  [
    "an indented block with a fence in it",
    "    ```\n    run()",
    "````text\n```\nrun()\n````",
  ],
  ["a paragraph of a list", "- a\n\n    b", "- a\n\n   b"],
  [
    "an indented block behind a list",
    "- a\n\nb\n\n    run()",
    "- a\n\nb\n\n```text\nrun()\n```",
  ],
  ["an indented block with tabs", "\trun()", "   run()"],
  ["an indented block in a list", "-     run()", "-   run()"],
  [
    "an indented block behind a closed one",
    "```js\n```\n    run()",
    "```js\n```\n   run()",
  ],
  [
    "a longer fence is not closed by a shorter",
    "````js\n```\n    x\n````\n    run()",
    "````js\n```\n    x\n````\n   run()",
  ],
  [
    "a fence behind spaces",
    "  ```\n  run()\n  ```",
    "  \\```\n  run()\n  \\```",
  ],
  ["a fence in a quote", "> ```\n> run()", "> \\```\n> run()"],
  ["a fence in a list", "1. ```\n   run()", "1. \\```\n   run()"],
  ["what is not a fence", "```a`b\n    run()", "\\```a`b\n   run()"],
  [
    "HTML that hides a fence",
    "<!--\n```\n-->\n    run()",
    "\\<!--\n```text\n-->\n    run()",
  ],
  ["words and inline code", "Use `run()` or <b>", "Use `run()` or <b>"],
])("%s", (_what, text, expected) => {
  expect(withoutDocTests(text.split("\n")).join("\n")).toBe(expected);
});
