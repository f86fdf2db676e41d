// Which hosts may be asked, by whoever names them; the addresses of names come from a
// table, as hosts of the public network cannot be had in a test.

import type { LookupAddress } from "node:dns";
import { describe, expect, test } from "vitest";
import {
  createHostGuard,
  type HostGuard,
  isPrivateAddress,
  PrivateAddressError,
} from "../../../src/source/host-guard.js";

const publicAddresses = [
  "1.1.1.1",
  "9.255.255.255",
  "11.0.0.0",
  "100.63.255.255",
  "100.128.0.0",
  "126.255.255.255",
  "128.0.0.0",
  "169.253.255.255",
  "172.15.255.255",
  "172.32.0.0",
  "192.167.255.255",
  "223.255.255.255",
  "2606:4700:4700::1111",
  "2a00::1",
  "::ffff:1.1.1.1",
  "64:ff9b::1.1.1.1",
];

const privateOnes = [
  "0.0.0.0",
  "10.0.0.1",
  "100.64.0.1",
  "127.0.0.1",
  "127.255.255.254",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::127.0.0.1",
  "::ffff:127.0.0.1",
  "::ffff:7f00:1",
  "::ffff:10.1.2.3",
  "64:ff9b::7f00:1",
  "64:ff9b::10.1.2.3",
  "64:ff9b::169.254.169.254",
  "64:ff9b:1::1.1.1.1",
  "::ffff:0:127.0.0.1",
  "::ffff:0:0a00:1",
  "::10.0.0.1",
  "::1.1.1.1",
  "2001::1",
  "2001:2::1",
  "2001:db8::1",
  "2002:a00:1::",
  "3fff::1",
  "5f00::1",
  "100::1",
  "fec0::1",
  "2002:7f00:1::",
  "fc00::1",
  "fdff::1",
  "fe80::1",
  "fe80::1%eth0",
  "ff02::1",
];

test.each(publicAddresses)("%s is public", (address) => {
  expect(isPrivateAddress(address)).toBe(false);
});

test.each(privateOnes)("%s is private", (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});

describe("a guard", () => {
  const names: Record<string, string[]> = {
    "public.example": ["1.1.1.1"],
    "intranet.example": ["10.0.0.7"],
    "mixed.example": ["1.1.1.1", "::1"],
  };

  function guardOf(allowPrivate = false): HostGuard {
    return createHostGuard({
      allowPrivate,
      // The shape in which the guard asks: all addresses at once.
      lookup: ((
        name: string,
        _options: unknown,
        answer: (error: Error | null, addresses: LookupAddress[]) => void,
      ) => {
        const addresses = (names[name] ?? []).map((address) => ({
          address,
          family: address.includes(":") ? 6 : 4,
        }));
        answer(null, addresses);
      }) as never,
    });
  }

  /** Null, or the address for which it is refused. */
  function refused(guard: HostGuard, address: string): string | null {
    const url = new URL(address);
    let found: string | null = null;
    const note = (error: unknown) => {
      if (!(error instanceof PrivateAddressError)) throw error;
      found = error.address;
    };
    try {
      guard.requireAllowed(url);
    } catch (error) {
      note(error);
    }
    const name = url.hostname;
    if (name in names) {
      guard.lookup(name, { all: true }, (error) => error && note(error));
    }
    return found;
  }

  test("takes any address that the user names", () => {
    const guard = guardOf();
    for (const address of [
      "http://127.0.0.1:3000/",
      "http://[::1]/",
      "http://intranet.example/",
    ]) {
      guard.trust(new URL(address));
      expect(refused(guard, address)).toBeNull();
    }
  });

  test("refuses private ones that others name, however they are written", () => {
    const guard = guardOf();
    guard.trust(new URL("http://127.0.0.1/"));
    expect(refused(guard, "http://public.example/")).toBeNull();
    expect(refused(guard, "http://intranet.example/")).toBe("10.0.0.7");
    expect(refused(guard, "http://mixed.example/")).toBe("::1");
    for (const address of [
      "http://127.0.0.2/",
      "http://2130706434/",
      "http://0x7f.0.0.2/",
      "http://0177.0.0.2/",
      "http://127.2/",
      "http://[::ffff:127.0.0.2]/",
      "http://0/",
      "http://169.254.169.254/latest/meta-data",
    ]) {
      expect(refused(guard, address)).not.toBeNull();
    }
  });

  test("allows all hosts if the user allows private ones", () => {
    expect(refused(guardOf(true), "http://intranet.example/")).toBeNull();
    expect(refused(guardOf(true), "http://[::1]/")).toBeNull();
  });

  test("refuses a named host that moves from the public network to a private one", () => {
    const guard = guardOf();
    guard.trust(new URL("http://public.example/"));
    expect(refused(guard, "http://public.example/")).toBeNull();
    names["public.example"] = ["127.0.0.1"];
    expect(refused(guard, "http://public.example/")).toBe("127.0.0.1");
  });
});
