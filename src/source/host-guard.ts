// Decides whether a host may be contacted: what is fetched may redirect or refer to any address, and
// must not reach services that only this machine or its private network can reach.

import { type LookupAddress, lookup as systemLookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** @see https://www.iana.org/assignments/iana-ipv4-special-registry */
const privateRanges: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

/**
 * Includes ranges that embed IPv4 addresses: IPv4-compatible, IPv4-translated (SIIT), local
 * NAT64, Teredo, 6to4. A translator on the way may lead them to private addresses.
 * `::ffff:0:0/96` (IPv4-mapped) is checked as the IPv4 address.
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const privateRanges6: readonly (readonly [string, number])[] = [
  ["::", 96],
  ["::ffff:0:0:0", 96],
  ["100::", 64],
  ["100:0:0:1::", 64],
  ["64:ff9b:1::", 48],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
  ["5f00::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
];

const privateAddresses = new BlockList();
for (const [address, length] of privateRanges) {
  privateAddresses.addSubnet(address, length, "ipv4");
  // NAT64: with DNS64, every host that has only an IPv4 address has one of these.
  // https://www.rfc-editor.org/rfc/rfc6052#section-3.1
  privateAddresses.addSubnet(`64:ff9b::${address}`, 96 + length, "ipv6");
}
for (const range of privateRanges6) {
  privateAddresses.addSubnet(...range, "ipv6");
}

/** Loopback, private, link-local and other addresses that are not of the public network. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, ""); // `fe80::1%eth0` names an interface as well
  return privateAddresses.check(bare, isIP(bare) === 6 ? "ipv6" : "ipv4");
}

export class PrivateAddressError extends Error {
  constructor(readonly address: string) {
    super(`${address} is a private or loopback address`);
    this.name = "PrivateAddressError";
  }
}

export interface HostGuard {
  /** The user names this host, on the command line or in the config: it may be in a private network. */
  trust(url: URL): void;
  /** Throws `PrivateAddressError` for a host that is written as such an address. */
  requireAllowed(url: URL): void;
  /** Finds the addresses of a host to connect to, and refuses private ones as an error. */
  readonly lookup: LookupFunction;
}

export interface HostGuardOptions {
  /** Whether any host may be asked, whoever names it. */
  readonly allowPrivate: boolean;
  /** What to ask for addresses; the system where it is absent. */
  readonly lookup?: typeof systemLookup;
}

export function createHostGuard({
  allowPrivate,
  lookup = systemLookup,
}: HostGuardOptions): HostGuard {
  const trusted = new Set<string>();
  /** Trusted hosts that were in the public network at first, and have to stay there. */
  const seenPublic = new Set<string>();

  const check = (host: string, addresses: readonly string[]): void => {
    const found = addresses.find(isPrivateAddress);
    const mayBePrivate = trusted.has(host) && !seenPublic.has(host);
    if (found === undefined) seenPublic.add(host);
    else if (!allowPrivate && !mayBePrivate)
      throw new PrivateAddressError(found);
  };

  return {
    trust: (url) => void trusted.add(hostOf(url.hostname)),
    requireAllowed({ hostname }) {
      const host = hostOf(hostname);
      if (isIP(host) !== 0) check(host, [host]);
    },
    lookup(hostname, options, answer) {
      const family = options.family === "IPv4" ? 4 : options.family;
      lookup(
        hostname,
        {
          ...options,
          family: family === "IPv6" ? 6 : (family ?? 0),
          all: true,
        },
        (error, addresses: LookupAddress[]) => {
          const [first] = addresses ?? [];
          const refusal = error ?? refuse(hostname, addresses);
          if (refusal !== null) answer(refusal, []);
          else if (options.all === true) answer(null, addresses);
          else answer(null, first?.address ?? "", first?.family);
        },
      );
    },
  };

  function refuse(
    hostname: string,
    addresses: readonly LookupAddress[],
  ): Error | null {
    try {
      check(
        hostOf(hostname),
        addresses.map(({ address }) => address),
      );
      return null;
    } catch (error) {
      if (error instanceof PrivateAddressError) return error;
      throw error;
    }
  }
}

/** `[::1]` → `::1`, `localhost.` → `localhost` */
function hostOf(hostname: string): string {
  return hostname
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "")
    .toLowerCase();
}
