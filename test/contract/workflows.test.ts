// Checks the claims of SECURITY.md about this repository: actions are pinned, permissions
// are minimal, scripts contain no untrusted text, and each test that it names exists.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(`${root}/${path}`, "utf8");

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly env?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = ".github/workflows";
const names = readdirSync(`${root}/${folder}`).sort();
const workflows = names.map((name): [string, Workflow] => [
  name,
  parse(read(`${folder}/${name}`)),
]);
const jobs = workflows.flatMap(([name, { jobs }]) =>
  Object.entries(jobs).map(([id, job]): [string, Job] => [
    `${name} ${id}`,
    job,
  ]),
);

/** Rights that are more than reading → what the job is for. */
const writing: Readonly<Record<string, string>> = {
  "regenerate.yml propose": "contents pull-requests",
  "release.yml publish": "id-token",
};

describe("workflows", () => {
  test("are those that are known", () => {
    expect(names).toEqual(["ci.yml", "regenerate.yml", "release.yml"]);
  });

  test("use each action by one commit, with its version beside it", () => {
    const pins = names.flatMap((name) => {
      const lines = read(`${folder}/${name}`).split("\n");
      return lines.filter((line) => /\buses:/.test(line));
    });
    expect(pins.length).toBeGreaterThan(8);
    const pinned =
      /^\s*(?:- )?uses: ([\w-]+\/[\w/-]+)@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
    expect(pins.filter((line) => !pinned.test(line))).toEqual([]);
    const distinct = new Set(pins.map((line) => line.replace(/^.*uses: /, "")));
    const actions = new Set(pins.map((line) => pinned.exec(line)?.[1]));
    expect(distinct.size).toBe(actions.size);
  });

  test.each(workflows)(
    "%s gives no right to all of its jobs",
    (_name, workflow) => {
      expect(workflow.permissions).toEqual({});
      expect(workflow.env).toBeUndefined();
    },
  );

  test.each(workflows)(
    "%s is not started by a stranger with rights",
    (_name, { on }) => {
      const known = ["pull_request", "push", "schedule", "workflow_dispatch"];
      expect(Object.keys(on).filter((event) => !known.includes(event))).toEqual(
        [],
      );
    },
  );

  test.each(jobs)(
    "%s has the rights that it needs, and a limit",
    (name, job) => {
      expect(job["timeout-minutes"]).toBeGreaterThan(0);
      const { permissions = { missing: "write" } } = job;
      const more = Object.entries(permissions).filter(
        ([, right]) => right !== "read",
      );
      expect(more.map(([scope]) => scope).join(" ")).toBe(writing[name] ?? "");
      expect(more.every(([, right]) => right === "write")).toBe(true);
    },
  );

  test.each(jobs)(
    "%s leaves no credentials to what it runs",
    (_name, { steps }) => {
      const checkouts = steps.filter(({ uses = "" }) =>
        uses.startsWith("actions/checkout@"),
      );
      expect(checkouts).toHaveLength(1);
      expect(checkouts[0]?.with?.["persist-credentials"]).toBe(false);
    },
  );

  test.each(jobs)("%s puts no expression into a script", (_name, { steps }) => {
    expect(steps.filter(({ run = "" }) => run.includes("${{"))).toEqual([]);
  });

  test.each(jobs.filter(([name]) => Object.hasOwn(writing, name)))(
    "%s may write, and runs no script of a package",
    (_name, { steps }) => {
      const commands = steps.flatMap(({ run = "" }) => run.split("\n"));
      const installing = commands.filter((line) =>
        /\bnpm (ci|i|install|publish|exec)\b|\bnpx\b/.test(line),
      );
      expect(
        installing.filter((line) => !line.includes("--ignore-scripts")),
      ).toEqual([]);
    },
  );

  test("no secret is named, and the token only where a pull request is opened", () => {
    const texts = names.map((name) => read(`${folder}/${name}`));
    expect(texts.filter((text) => /\bsecrets\b/.test(text))).toEqual([]);
    const given = jobs.filter(([, { steps }]) =>
      steps.some(({ env }) =>
        JSON.stringify(env ?? {}).includes("github.token"),
      ),
    );
    expect(given.map(([name]) => name)).toEqual(["regenerate.yml propose"]);
  });

  test("the job that generates runs no install scripts", () => {
    const job = jobs.find(([name]) => name === "regenerate.yml generate")?.[1];
    const commands = job?.steps.flatMap(({ run = [] }) => run) ?? [];
    expect(commands.slice(0, 3)).toEqual([
      "npm ci --ignore-scripts",
      "npm run build",
      "node dist/cli.js run",
    ]);
  });

  test("are kept up to date, and so are packages", () => {
    const { updates } = parse(read(".github/dependabot.yml"));
    const kept = updates.map(
      (one: Record<string, unknown>) => one["package-ecosystem"],
    );
    expect(kept).toEqual(["github-actions", "npm"]);
  });
});

test("package.json says where the package is from, as provenance needs it", () => {
  const { repository, homepage, bugs } = JSON.parse(read("package.json"));
  expect(repository.type).toBe("git");
  const [, address] =
    /^git\+(https:\/\/github\.com\/[\w-]+\/[\w-]+)\.git$/.exec(
      repository.url,
    ) ?? [];
  expect(address).toBeDefined();
  expect(homepage).toBe(`${address}#readme`);
  expect(bugs).toBe(`${address}/issues`);
});

describe("SECURITY.md", () => {
  const rows = read("SECURITY.md")
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const promises = rows.filter(
    ([first = "", second = ""]) =>
      second !== "shown by" &&
      !/^-+$/.test(first) &&
      !/^(yes|no|trusted)\b/.test(second),
  );

  test("promises something", () => {
    expect(promises.length).toBeGreaterThan(15);
  });

  test.each(promises)("%s", (_promise, shown = "") => {
    const [, file = "", name = ""] =
      /^`(test\/[^`]+)`: "(.+)"$/.exec(shown) ?? [];
    const titles = [
      ...read(file).matchAll(
        /\b(?:test|describe)(?:\.each\([\s\S]*?\))?\(\s*"((?:[^"\\]|\\.)*)"/g,
      ),
    ];
    expect(titles.map(([, title]) => title)).toContain(name);
  });
});
