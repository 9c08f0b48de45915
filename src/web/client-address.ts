import { BlockList } from 'node:net'
import type { Context } from 'hono'

const near = new BlockList()
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  near.addSubnet(network, bits, 'ipv4')
near.addAddress('::1', 'ipv6')
near.addSubnet('fc00::', 7, 'ipv6')

const isNear = (address: string) => near.check(address.replace(/^::ffff:/, ''), address.includes('.') ? 'ipv4' : 'ipv6')
const isAddress = (text: string) => /^[\da-f.:]+$/i.test(text)
type Incoming = { incoming?: { socket?: { remoteAddress?: string } } } | undefined

/**
 * The address that a request comes from. A proxy of our own (at a private address) says whom it speaks for in
 * X-Forwarded-For, whose last public entry is the one it saw itself; what a public client writes there is not believed.
 */
export function clientAddress(c: Context): string {
  const remote = (c.env as Incoming)?.incoming?.socket?.remoteAddress ?? '127.0.0.1'
  if (!isNear(remote)) return remote
  const said = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  return said.filter(isAddress).findLast((address) => !isNear(address)) ?? remote
}
