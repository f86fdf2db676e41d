// Decides which hosts may be contacted. A document or a server may refer or redirect to
// any address, but must not reach services that only this machine or its private
// network can reach.

import {
  type LookupAddress,
  type LookupOptions,
  lookup as systemLookup,
} from "node:dns";
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
 * Includes ranges that embed IPv4 addresses, since a translator may route them to
 * private addresses: IPv4-compatible, IPv4-translated (SIIT), local NAT64, Teredo,
 * 6to4. `BlockList` checks IPv4-mapped addresses (`::ffff:0:0/96`) as IPv4.
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
  // With NAT64 and DNS64, a host that has only an IPv4 address also gets one of these.
  // https://www.rfc-editor.org/rfc/rfc6052#section-3.1
  privateAddresses.addSubnet(`64:ff9b::${address}`, 96 + length, "ipv6");
}
for (const range of privateRanges6) {
  privateAddresses.addSubnet(...range, "ipv6");
}

/**
 * Returns true for loopback, private, link-local and other addresses outside the public
 * network.
 */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, ""); // `fe80::1%eth0` includes a network interface
  return privateAddresses.check(bare, isIP(bare) === 6 ? "ipv6" : "ipv4");
}

/** The host is, or resolves to, a private or loopback address. */
export class PrivateAddressError extends Error {
  constructor(readonly address: string) {
    super(`${address} is a private or loopback address`);
    this.name = "PrivateAddressError";
  }
}

/** Checks hosts before a request, and the addresses that they resolve to. */
export interface HostGuard {
  /**
   * Marks a host that the user named on the command line or in the config. Trusted
   * hosts may be private.
   */
  trust(url: URL): void;
  /** @throws PrivateAddressError if the host of the URL is itself a private address */
  requireAllowed(url: URL): void;
  /** Resolves a host name for a connection, and fails for private addresses. */
  readonly lookup: LookupFunction;
}

export interface HostGuardOptions {
  /** True to allow every host. */
  readonly allowPrivate: boolean;
  /** Resolves host names; the system's resolver by default. */
  readonly lookup?: typeof systemLookup;
}

/** One guard serves all requests of a document: it remembers trusted hosts. */
export function createHostGuard({
  allowPrivate,
  lookup = systemLookup,
}: HostGuardOptions): HostGuard {
  const trusted = new Set<string>();
  /**
   * Hosts that have resolved to public addresses. Even a trusted host may not become
   * private later: that is how DNS rebinding works.
   */
  const seenPublic = new Set<string>();

  const check = (host: string, addresses: readonly string[]): void => {
    const privateAddress = addresses.find(isPrivateAddress);
    const mayBePrivate = trusted.has(host) && !seenPublic.has(host);
    if (privateAddress === undefined) seenPublic.add(host);
    else if (!allowPrivate && !mayBePrivate)
      throw new PrivateAddressError(privateAddress);
  };

  return {
    trust: (url) => void trusted.add(hostOf(url.hostname)),
    requireAllowed({ hostname }) {
      const host = hostOf(hostname);
      if (isIP(host) !== 0) check(host, [host]);
    },
    lookup(hostname, options, callback) {
      lookup(
        hostname,
        { ...options, family: familyNumber(options.family), all: true },
        (error, addresses: LookupAddress[]) => {
          const [first] = addresses ?? [];
          const refusal = error ?? refuse(hostname, addresses);
          if (refusal !== null) callback(refusal, []);
          else if (options.all === true) callback(null, addresses);
          else callback(null, first?.address ?? "", first?.family);
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

/** Returns 4 or 6; 0 means either family. */
function familyNumber(family: LookupOptions["family"]): number {
  if (family === "IPv4") return 4;
  return family === "IPv6" ? 6 : (family ?? 0);
}

/** `[::1]` → `::1`, `localhost.` → `localhost` */
function hostOf(hostname: string): string {
  return hostname
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "")
    .toLowerCase();
}
