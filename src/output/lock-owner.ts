// Encodes the owner of a lock in the name of a file. It is not in the file's contents,
// because `rename` sets a name atomically.

import { readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { readOwnText } from "../source/files/read-file.js";

/** The id of this process, and a test for whether a process is alive. */
export interface Processes {
  readonly pid: number;
  isAlive(pid: number): boolean;
}

/** Identifies a process across hosts and containers. */
export interface LockOwner {
  readonly pid: number;
  /** The start time of the process, in the system's unit; `""` where unknown. */
  readonly started: string;
  /** The namespace of the process id, e.g. a container; `""` where unknown. */
  readonly space: string;
  readonly host: string;
}

/** Describes this process. */
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

/** `unique` distinguishes this lock from every other: 16 hexadecimal digits. */
export function formatOwner(owner: LockOwner, unique: string): string {
  const { pid, started, space, host } = owner;
  return `owner.${pid}.${started}.${space}.${unique}.${host}`;
}

/** Parses the name of an owner file; returns null for any other file. */
export function parseOwner(name: string): LockOwner | null {
  const match = /^owner\.(\d+)\.(\d*)\.(\d*)\.[0-9a-f]{16}\.(.*)$/.exec(name);
  if (match === null) return null;
  const [, pid = "", started = "", space = "", host = ""] = match;
  return { pid: Number(pid), started, space, host };
}

/** Returns true if the process is known to have ended; false e.g. for another host. */
export function hasEnded(owner: LockOwner, processes: Processes): boolean {
  const self = describeSelf(processes);
  if (owner.host !== self.host || owner.space !== self.space) return false;
  if (!processes.isAlive(owner.pid)) return true;
  // The system reuses process ids, so that the start time must match too.
  const started = readProcessStart(owner.pid);
  if (started !== "" && owner.started !== "") return started !== owner.started;
  return owner.pid === self.pid;
}

/** Known only on Linux; elsewhere, the process id has to suffice. */
function readProcessStart(pid: number): string {
  return readOrEmpty(() => {
    const text = readOwnText(`/proc/${pid}/stat`);
    // Field 22. The second field, the program name, may contain spaces and parentheses.
    return text.slice(text.lastIndexOf(")") + 2).split(" ")[19];
  });
}

function readSpace(): string {
  return readOrEmpty(() => /\d+/.exec(readlinkSync("/proc/self/ns/pid"))?.[0]);
}

function readOrEmpty(probe: () => string | undefined): string {
  try {
    return probe() ?? "";
  } catch {
    return "";
  }
}
