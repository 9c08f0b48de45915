import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

async function seen(remote: string | undefined, forwarded?: string) {
  const app = new Hono().get('/', (c) => c.text(clientAddress(c)))
  const headers: Record<string, string> = forwarded ? { 'x-forwarded-for': forwarded } : {}
  const env = remote ? { incoming: { socket: { remoteAddress: remote } } } : undefined
  return (await app.request('/', { headers }, env)).text()
}

describe('the address of a client', () => {
  test('is the one that the connection comes from', async () => {
    expect(await seen('203.0.113.7')).toBe('203.0.113.7')
    expect(await seen(undefined)).toBe('127.0.0.1')
  })
  test('is what our own proxy saw, not what the client claims', async () => {
    expect(await seen('127.0.0.1', '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7')
    expect(await seen('::ffff:10.0.0.3', '203.0.113.7, 10.0.0.9')).toBe('203.0.113.7')
    expect(await seen('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7')
    expect(await seen('127.0.0.1', 'nonsense <b>')).toBe('127.0.0.1')
  })
})
