import { eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { test } from '../../app/testing.ts'
import { attachStorage, storageOf } from '../../db/storage/attached.ts'
import { type Storage, StorageFailed } from '../../db/storage/storage.ts'
import { journal } from '../../db/tables.ts'
import { type Actor, system } from '../../kernel/actor.ts'
import { password, signUp } from '../accounts/examples.ts'
import { user } from '../accounts/tables.ts'
import { documentsData } from './actions/personal.ts'
import { discard, expire, sweep } from './actions/sweep.ts'
import { give, point } from './examples.ts'
import { documentsOf } from './policy.ts'
import { pdfOf, pictureOf } from './rules/testing-files.ts'
import { discarded, document } from './tables.ts'

const broken = async () => {
  throw new StorageFailed('the disk is full')
}
const failing = (storage: Storage): Storage => ({ ...storage, put: broken, get: broken, check: broken })
async function keysIn(storage: Storage): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of storage.list()) keys.push(key)
  return keys
}
/** The same storage with only some of its objects in sight: the tests of a worker share one. */
const showing = (storage: Storage, ...keys: string[]): Storage => ({
  ...storage,
  list: async function* () {
    for await (const one of storage.list()) if (keys.includes(one.key)) yield one
  },
})

describe('one’s own files', () => {
  test('are listed, shown, downloaded under their true name, and deleted', async ({ site }) => {
    const person = await site.actor('person')
    const { id } = await give(site.context(person), 'Portfolio d’été.pdf', await pdfOf('Monteuse à Lyon'))
    const browser = await site.as('person')
    expect((await browser.get('/documents')).text).toContain('Portfolio d’été.pdf')
    expect((await browser.get(`/en/documents/${id}`)).text).toMatch(/Monteuse à Lyon/)
    const file = await browser.get(`/documents/${id}/file`)
    expect(file.headers.get('content-disposition')).toContain(
      "filename*=UTF-8''Portfolio%20d%E2%80%99%C3%A9t%C3%A9.pdf",
    )
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(file.text.slice(0, 5)).toBe('%PDF-')
    expect((await browser.get(`/documents/${id}/delete`)).text).toMatch(/Supprimer «.Portfolio d’été.pdf.»/)
    expect((await browser.post(`/documents/${id}/delete`)).location).toBe('/documents')
    expect((await browser.get(`/documents/${id}`)).status).toBe(404)
  })

  test('show nothing of somebody else’s: not in lists, exports, the API or by their address', async ({ site }) => {
    const { id } = await give(site.context(await site.actor('person')), 'secret-de-zoé.txt', 'À moi')
    const other = await site.as('employee')
    for (const path of ['/documents', '/documents/export.csv', '/api/v1/documents', '/documents?q=secret'])
      expect((await other.get(path)).text).not.toContain('zoé')
    for (const path of ['', '/file', '/thumbnail', '/delete'])
      expect((await other.get(`/documents/${id}${path}`)).status).toBe(404)
    expect((await other.post(`/documents/${id}/delete`)).status).toBe(404)
    expect((await other.get('/documents/not-an-id')).status).toBe(404)
    expect((await (await site.as('visitor')).get(`/documents/${id}/file`)).status).toBe(404)
  })

  test('are found by name, kind and purpose, with counts', async ({ site }) => {
    const context = site.context(await site.actor('person'))
    await give(context, 'été.txt', 'a')
    await give(context, 'hiver.png', point)
    await give(context, 'plan.txt', 'b', 'cluster')
    const browser = await site.as('person')
    const titles = async (query: string) =>
      [...(await browser.get(`/documents${query}`)).text.matchAll(/<h3><a [^>]*>([^<]+)/g)]
        .map(([, title]) => title)
        .sort()
    expect(await titles('?q=ete')).toEqual(['été.txt'])
    expect(await titles('?family=picture')).toEqual(['hiver.png'])
    expect(await titles('?purpose=documents.trial-cluster')).toEqual(['plan.txt'])
    expect(await titles('?family=nonsense')).toEqual([])
    expect((await browser.get('/documents/export.csv')).text.split('\r\n')).toHaveLength(5)
  })

  test('of a picture have a small one without what the camera wrote', async ({ site }) => {
    const { id, thumbnail } = await give(
      site.context(await site.actor('person')),
      'moi.jpg',
      await pictureOf('jpeg', 900, 600),
    )
    expect(thumbnail).toMatch(/^[0-9a-f]{64}$/)
    const small = await (await site.as('person')).get(`/documents/${id}/thumbnail`)
    expect([small.status, small.headers.get('content-type')]).toEqual([200, 'image/webp'])
  })

  test('of a film can be asked for in parts', async ({ site }) => {
    const film = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from('ftypisom\0\0\0\0isommp42'),
      Buffer.alloc(500, 7),
    ])
    const { id } = await give(site.context(await site.actor('person')), 'bande.mp4', film)
    const part = await (await site.as('person')).get(`/documents/${id}/file`, { range: 'bytes=4-11' })
    expect([part.status, part.text, part.headers.get('content-range')]).toEqual([206, 'ftypisom', 'bytes 4-11/524'])
  })

  test('given twice are two files and one object; the object stays until both are gone', async ({ site }) => {
    const context = site.context(await site.actor('person'))
    const content = `twice ${crypto.randomUUID()}`
    const [one, other] = [await give(context, 'a.txt', content), await give(context, 'b.txt', content)]
    expect(one.sha256).toBe(other.sha256)
    const browser = await site.as('person')
    await browser.post(`/documents/${one.id}/delete`)
    await discard(site.context(system), {})
    expect((await browser.get(`/documents/${other.id}/file`)).text).toBe(content)
    await browser.post(`/documents/${other.id}/delete`)
    await discard(site.context(system), {})
    expect(await keysIn(storageOf(site.read))).not.toContain(one.sha256)
  })
})

describe('when the storage fails', () => {
  test('nothing is half done, and a reader gets a page that says so', async ({ db, site }) => {
    const context = site.context(await site.actor('person'))
    const { id } = await give(context, 'a.txt', 'there')
    attachStorage(db, failing(storageOf(site.read)))
    await expect(give(context, 'b.txt', 'not there')).rejects.toThrow(StorageFailed)
    const answer = await (await site.as('person')).get(`/documents/${id}/file`)
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([503, null])
    expect(answer.text).toContain('Les fichiers ne sont pas accessibles en ce moment')
    expect(await site.read.count(documentsOf(await site.personOf('person')))).toBe(1)
    expect((await (await site.as('staff')).get('/documents/storage')).text).toContain('the disk is full')
  })
})

describe('the night', () => {
  test('removes an object whose upload was killed before its row, a day later and not before', async ({ db, site }) => {
    const storage = storageOf(site.read)
    const { key } = await storage.put(Buffer.from(`orphan ${crypto.randomUUID()}`))
    const kept = await give(site.context(await site.actor('person')), 'a.txt', `kept ${crypto.randomUUID()}`)
    const only = showing(storage, key, kept.sha256)
    attachStorage(db, only)
    const hours = (count: number) => site.context(system, new Date(Date.now() + count * 3_600_000))
    expect(await sweep(hours(1), {})).toMatchObject({ objects: 2, removed: 0 })
    expect(await sweep(hours(25), {})).toMatchObject({ objects: 2, removed: 1, held: 0, missing: 0 })
    expect(await keysIn(only)).toEqual([kept.sha256])
  })

  test('holds back when most of the storage is strange to this database, until somebody has looked', async ({
    db,
    site,
  }) => {
    const storage = storageOf(site.read)
    const old = new Date('2026-01-01')
    const gone: string[] = []
    const keys = Array.from({ length: 30 }, (_, n) => n.toString(16).padStart(64, '0'))
    const strange: Storage = {
      ...storage,
      remove: async (key) => void gone.push(key),
      list: async function* () {
        for (const key of keys) yield { key, bytes: 1, changedAt: old }
      },
    }
    attachStorage(db, strange)
    expect(await sweep(site.context(system), {})).toMatchObject({ removed: 0, held: 30 })
    const staff = await site.as('staff')
    expect((await staff.get('/documents/storage')).text).toMatch(/30 contenus sans fiche ont été retenus/)
    await staff.post('/documents/storage/sweep', { evenMany: 'on' })
    expect(gone).toHaveLength(30)
  })

  test('notices files whose object is gone', async ({ db, site }) => {
    await give(site.context(await site.actor('person')), 'a.txt', 'lost')
    attachStorage(db, showing(storageOf(site.read)))
    expect(await sweep(site.context(system), {})).toMatchObject({ objects: 0, missing: 1 })
  })

  test('takes away files past their last day', async ({ site }) => {
    const now = new Date('2026-11-24T10:00:00Z')
    const person = await site.actor('person')
    const { id } = await give(site.context(person, now), 'photo.png', point, 'narrow')
    const there = () => site.read.count(documentsOf({ id: person.id ?? '' }), sql`${document.id} = ${id}`)
    await expire(site.context(system, new Date('2026-12-24T10:00:00Z')), {})
    expect(await there()).toBe(1)
    await expire(site.context(system, new Date('2026-12-25T10:00:00Z')), {})
    expect(await there()).toBe(0)
  })
})

describe('whoever leaves', () => {
  test('takes their files along, and leaves none of their own behind', async ({ site, db }) => {
    const zoe = { name: 'Zoé Essai', email: 'zoe-leaves@example.org', password }
    const browser = await signUp(site, zoe)
    const [account] = await db.select().from(user).where(eq(user.email, zoe.email))
    const person: Actor = { ...(await site.actor('person')), id: account?.id ?? '', email: zoe.email }
    const own = await give(site.context(person), 'à-moi.txt', `mine ${crypto.randomUUID()}`)
    const common = await give(site.context(person), 'au-pôle.txt', `ours ${crypto.randomUUID()}`, 'cluster')
    const files = (await documentsData.files?.(site.read, person)) ?? []
    expect(files.map(({ name }) => name.replace(/^\w+-/, '')).toSorted()).toEqual(['au-pôle.txt', 'à-moi.txt'])
    expect((await browser.get('/account/data/delete')).text).toMatch(
      /Votre fichier.*est effacé.*Un fichier que vous avez ajouté/s,
    )

    expect((await browser.post('/account/data/delete', { password })).location).toBe('/')
    await discard(site.context(system), {})
    const rows = await db.select().from(document)
    expect(rows).toMatchObject([{ id: common.id, ownerId: null }])
    const keys = await keysIn(storageOf(site.read))
    expect(keys).toContain(common.sha256)
    expect(keys).not.toContain(own.sha256)
    expect(JSON.stringify([await db.select().from(journal), await db.select().from(discarded)])).not.toContain('à-moi')
  })
})
