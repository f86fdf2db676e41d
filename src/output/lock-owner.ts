// Who holds the lock of an output folder ↔ a file's name. It is in the name, and
// not in the file, so that one call sets it, whole: `mkdir`, `rename`.

import { readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { readOwnText } from "../source/files/read-file.js";

/** What only the process itself knows. */
export interface Processes {
  readonly pid: number;
  isAlive(pid: number): boolean;
}

export interface LockOwner {
  readonly pid: number;
  /** When the process began, in the system's own count; `""` where that is unknown. */
  readonly started: string;
  /** What process ids are counted in, such as a container; `""` where that is unknown. */
  readonly space: string;
  readonly host: string;
}

export function describeSelf({ pid }: Processes): LockOwner {
  return {
    pid,
    started: readProcessStart(pid),
    space: readSpace(),
    host: hostname()
      .replace(/[^\w.-]/g, "_")
      .slice(0, 100),
  };
}

/** `unique` makes the name one that no other lock ever had. */
export function formatOwner(owner: LockOwner, unique: string): string {
  const { pid, started, space, host } = owner;
  return `owner.${pid}.${started}.${space}.${unique}.${host}`;
}

/** Null for a file that is not ours. */
export function parseOwner(name: string): LockOwner | null {
  const match = /^owner\.(\d+)\.(\d*)\.(\d*)\.[0-9a-f]{16}\.(.*)$/.exec(name);
  if (match === null) return null;
  const [, pid = "", started = "", space = "", host = ""] = match;
  return { pid: Number(pid), started, space, host };
}

/** False where it cannot be known, as of a process on another host. */
export function hasEnded(owner: LockOwner, processes: Processes): boolean {
  const self = describeSelf(processes);
  if (owner.host !== self.host || owner.space !== self.space) return false;
  if (!processes.isAlive(owner.pid)) return true;
  // The system gives the id of a process that ended to another one, later.
  const started = readProcessStart(owner.pid);
  if (started !== "" && owner.started !== "") return started !== owner.started;
  return owner.pid === self.pid;
}

/** Linux has it; elsewhere the process id alone must do. */
function readProcessStart(pid: number): string {
  return read(() => {
    const text = readOwnText(`/proc/${pid}/stat`);
    // Field 22. The second, the name of the program, may hold spaces and brackets.
    return text.slice(text.lastIndexOf(")") + 2).split(" ")[19];
  });
}

function readSpace(): string {
  return read(() => /\d+/.exec(readlinkSync("/proc/self/ns/pid"))?.[0]);
}

function read(look: () => string | undefined): string {
  try {
    return look() ?? "";
  } catch {
    return "";
  }
}
