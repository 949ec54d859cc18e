import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses that lead inside: this machine, its networks, its cloud's metadata (IANA special-purpose registries). */
const INSIDE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  INSIDE.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  INSIDE.addSubnet(net, bits, 'ipv6');

const isInside = (address: string): boolean => INSIDE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

export type Target = { readonly host: string; readonly port: number };

/** Whether an address may be called at all: https to a public name, or what the operator allows by host and port. */
export function mayCall(url: URL, allowed: readonly Target[]): boolean {
  if (isAllowed(url, allowed)) return true;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return url.protocol === 'https:' && url.username === '' && !(isIP(host) && isInside(host));
}

/** The same for what is only read: photos of feeds are often at plain http. */
export function mayFetch(url: URL, allowed: readonly Target[]): boolean {
  const secure = new URL(url);
  if (url.protocol === 'http:') secure.protocol = 'https:';
  return isAllowed(url, allowed) || mayCall(secure, []);
}

export const isAllowed = (url: URL, allowed: readonly Target[]): boolean => {
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  return /^https?:$/.test(url.protocol) && allowed.some((each) => each.host === url.hostname && each.port === port);
};

/** Finds a name's addresses when the call is made, and gives only public ones: a name may lead inside by then. */
export const lookUpPublic: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const outside = (addresses ?? []).filter(({ address }) => !isInside(address));
    const [first] = outside;
    if (error) done(error, '', 4);
    else if (!first) done(new Error('the name leads to no public address'), '', 4);
    else if (options.all) done(null, outside as never);
    else done(null, first.address, first.family);
  });
};
