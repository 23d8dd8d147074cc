/** By which hosts the machines of a network reach this one. */
import { networkInterfaces } from 'node:os'

// Matches the networks of houses and offices (RFC 1918): "10.0.0.5", "172.16.0.5", "192.168.1.5".
const RE_LOCAL = /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./

/** IPv4 addresses, those of local networks first. Networks come and go: ask again. */
export function ownHosts(): readonly string[] {
  const all = Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
  return all.toSorted((a, b) => Number(RE_LOCAL.test(b)) - Number(RE_LOCAL.test(a)))
}
