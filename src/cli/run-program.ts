// Defines the command line: commands, options, help texts and exit codes. Each command
// is imported when it is called, with the libraries that it needs.

import { fileURLToPath } from "node:url";
import { Command, CommanderError } from "commander";
import { flagUsage } from "../config/flag-usage.js";
import { outputKeys } from "../config/keys.js";
import { createDiagnostic } from "../diagnostics/diagnostic.js";
import { showAddress } from "../diagnostics/show-address.js";
import { terminalLine, terminalText } from "../diagnostics/terminal-text.js";
import type { Setting, SettingFlag } from "../settings/setting.js";
import { readOwnText } from "../source/files/read-file.js";
import { formatBug } from "./report/format-bug.js";
import { formatDiagnostics } from "./report/format-diagnostics.js";
import {
  type ExitCode,
  exitCodes,
  Interrupted,
  type Shell,
  stopSignals,
} from "./shell.js";
import { toInputError } from "./to-input-error.js";

/** Runs the command in `argv` (without `node` and the script); returns the exit code. */
export async function runProgram(
  argv: readonly string[],
  processShell: Shell,
): Promise<number> {
  const shell = printableShell(processShell);
  let exitCode: number = exitCodes.done;
  const program = createProgram(shell, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return exitCode;
  } catch (error) {
    shell.progress("");
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCodes.done;
      const group = program.commands.find(
        (command) => command.name() === argv[0] && command.commands.length > 0,
      );
      const names = (group ?? program).commands.map((command) =>
        command.name(),
      );
      const message =
        error.code === "commander.help"
          ? `missing command; expected one of ${names.join(", ")}`
          : error.message.replace(/^error: /, "");
      const [summary = "", advice] = showArgument(message).split("\n");
      const help = advice?.replace(/^\((.*)\)$/, "$1");
      shell.say(
        formatDiagnostics([createDiagnostic("cli/usage", null, summary, help)]),
      );
      return exitCodes.wrongInput;
    }
    if (error instanceof Interrupted) {
      const help = "nothing on disk was changed; run again";
      const at = null;
      shell.say(
        formatDiagnostics([
          createDiagnostic("cli/interrupted", at, error.message, help),
        ]),
      );
      return stopSignals[error.signal];
    }
    return reportError(error, shell);
  }
}

/** Hides secrets: the argument in `unknown option '--sepc=x'` may be a URL with a password. */
function showArgument(message: string): string {
  return message.replace(
    /'(-[\w-]*=)?(.*)'/s,
    (_quoted, option: string | undefined, value: string) =>
      `'${option ?? ""}${showAddress(value)}'`,
  );
}

/**
 * Prints an error. An error that is neither wrong input nor a failure of the system is
 * a bug.
 */
export function reportError(error: unknown, shell: Shell): ExitCode {
  const expected = toInputError(error);
  if (expected === null) {
    shell.say(formatBug(error));
    return exitCodes.bug;
  }
  shell.say(formatDiagnostics(expected.diagnostics));
  return exitCodes.wrongInput;
}

/** Escapes everything that any command prints. */
function printableShell(shell: Shell): Shell {
  return {
    ...shell,
    print: (text) => shell.print(terminalText(text)),
    say: (text) => shell.say(terminalText(text)),
    progress: (line) => shell.progress(terminalLine(line)),
  };
}

function createProgram(shell: Shell, end: (code: ExitCode) => void): Command {
  const program = new Command("codegen")
    .description(
      "Renders an OpenAPI document into model files that you commit, one per schema.",
    )
    .version(readToolVersion())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => shell.print(text),
      writeErr: () => {}, // `runProgram` prints errors
    })
    .showHelpAfterError(false)
    .addHelpText(
      "afterAll",
      `
Without --spec, --template and --out, codegen.config.yaml lists what to generate.
Precedence: flag > --set > config > default. --only and --overlay replace the lists of
the config; --set and --limit replace single keys of its options and limits. If a
key, or a flag that is not repeatable, is given twice, the last one wins.
SOURCE is a path, a URL, npm:NAME/FILE for a file in an installed package, a pin, or
- for standard input. It is JSON or YAML.

Exit codes: 0 done, 1 files on disk differ (check), 2 wrong input, 3 a bug in codegen,
130 or 143 interrupted while writing: all changes were undone.`,
    );

  addGenerateCommands(program, shell, end);
  addReadCommands(program, shell, end);
  return program;
}

/** The commands that generate: `run` writes, `check` compares. */
function addGenerateCommands(
  program: Command,
  shell: Shell,
  end: (code: ExitCode) => void,
): void {
  withJobFlags(program.command("run"))
    .description("generate, and write the files that differ")
    .option("--dry-run", "print what would change, and write nothing")
    .option("--help-options", "list the options of the template pack")
    .option("--json", "report as JSON on standard output")
    .option("--quiet", "print nothing but warnings and errors")
    .action(async (flags) => {
      const { runCommand } = await import("./commands/run-command.js");
      end(await runCommand(flags, shell));
    });

  withJobFlags(program.command("check"))
    .description("exit with 1 if the files on disk are not up to date")
    .option("--json", "report as JSON on standard output")
    .option("--quiet", "list the files that differ; print nothing if none does")
    .action(async (flags) => {
      const { checkCommand } = await import("./commands/check-command.js");
      end(await checkCommand(flags, shell));
    });
}

/** The commands that only print. */
function addReadCommands(
  program: Command,
  shell: Shell,
  end: (code: ExitCode) => void,
): void {
  withJobFlags(program.command("list"))
    .description("list the schemas, with kind and file")
    .option("--json", "as JSON")
    .action(async (flags) => {
      const { listCommand } = await import("./commands/list-command.js");
      end(await listCommand(flags, shell));
    });

  withJobFlags(program.command("inspect"))
    .description("print the view that the templates receive for a schema")
    .argument("<name>", "the schema's name in the document")
    .option("--view", "with the type of each field")
    .action(async (name, flags) => {
      const { inspectCommand } = await import("./commands/inspect-command.js");
      end(await inspectCommand(name, flags, shell));
    });

  program
    .command("eject")
    .description("copy a template pack, or single templates, to change them")
    .argument("[templates...]", "such as model, partials/doc, runtime/forms.ts")
    .option("--template <pack>", "the built-in pack", "typescript")
    .requiredOption("--to <folder>", "the new folder")
    .action(async (templates, flags) => {
      const { ejectCommand } = await import("./commands/eject-command.js");
      end(ejectCommand(templates, flags, shell));
    });

  const presence = program
    .command("presence")
    .description("facts about which nullable properties are always present");
  withJobFlags(presence.command("learn"))
    .description("write the presence file that the config names")
    .requiredOption(
      "--from <source>",
      "npm:NAME@VERSION as installed, the folder of that package, or samples:FOLDER",
    )
    .action(async (flags) => {
      const { learnPresenceCommand } = await import(
        "./commands/learn-presence-command.js"
      );
      end(await learnPresenceCommand(flags, shell));
    });

  program
    .command("explain")
    .description("explain a diagnostic, or list all of them")
    .allowExcessArguments(false)
    .argument("[code]", "such as schema/no-items")
    .option("--json", "as JSON")
    .action(async (code, flags) => {
      const { explainCommand } = await import("./commands/explain-command.js");
      end(explainCommand(code, flags, shell));
    });
}

function withJobFlags(command: Command): Command {
  command
    .allowExcessArguments(false)
    .option("--config <file>", "the config to read (codegen.config.yaml)");
  for (const { flag } of Object.values<Setting>(outputKeys)) {
    if (flag !== undefined) addFlag(command, flag);
  }
  return command.option("--strict", "treat warnings as errors");
}

function addFlag(command: Command, flag: SettingFlag): void {
  const collect = (value: string, before: readonly string[] = []) => [
    ...before,
    value,
  ];
  if (flag.repeats) command.option(flagUsage(flag), flag.help, collect);
  else command.option(flagUsage(flag), flag.help);
}

function readToolVersion(): string {
  const file = new URL("../../package.json", import.meta.url);
  const { version } = JSON.parse(readOwnText(fileURLToPath(file)));
  return String(version);
}
