import type { SettingFlag } from "../settings/setting.js";

/** `{name: "remotePrivate"}` → `--remote-private`; `{name: "out", argument: "<dir>"}` → `--out <dir>`. */
export function flagUsage({
  name,
  argument,
}: Pick<SettingFlag, "argument" | "name">): string {
  const words = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return argument === undefined ? `--${words}` : `--${words} ${argument}`;
}
