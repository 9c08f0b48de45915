import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { test } from '../../app/testing.ts'
import { document } from '../documents/tables.ts'
import { addFile } from './actions/files.ts'
import { setVisibility } from './actions/visibility.ts'
import { makeCast } from './examples/cast.ts'
import { makeProfile } from './examples.ts'
import { talentFile } from './tables.ts'

const picture = () => new File([readFileSync('src/ui/card.png')], 'Person Exemple portfolio.png')

describe('a file of a profile', () => {
  test('is served to those who see it, and goes with the profile', async ({ site, db }) => {
    const { by } = await makeCast(site)
    const me = await by('person')
    const { code } = await makeProfile(me)
    await addFile(me, { title: 'Portfolio', file: picture() })
    const [row] = await db.select().from(talentFile)
    const path = `/talents/${code}/files/${row?.id}`
    const answer = await site.visit().get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    await setVisibility(me, { visibility: 'public', parts: { files: 'members' } })
    expect((await site.visit().get(path)).status).toBe(404)
    expect((await (await site.as('hr')).get(path)).status).toBe(200)
    await (await site.as('person')).post('/talents/mine/close')
    expect(await db.select().from(document)).toEqual([])
  })
  test('of an anonymous talent is not there, nor its name', async ({ site, db }) => {
    const { by } = await makeCast(site)
    const me = await by('person')
    await makeProfile(me)
    await addFile(me, { title: 'Portfolio', file: picture() })
    const { code } = await setVisibility(me, { visibility: 'members', anonymous: true })
    const [row] = await db.select().from(talentFile)
    const hr = await site.as('hr')
    expect((await hr.get(`/talents/${code}/files/${row?.id}`)).status).toBe(404)
    expect((await hr.get(`/talents/${code}`)).text).not.toContain('Portfolio')
  })
  test('is a picture or a PDF, and is removed by its row', async ({ site, db }) => {
    const { by } = await makeCast(site)
    const me = await by('person')
    await makeProfile(me)
    await expect(addFile(me, { title: 'x', file: new File(['MZ'], 'x.pdf') })).rejects.toMatchObject({ status: 422 })
    await addFile(me, { title: 'Portfolio', file: picture() })
    const [row] = await db.select().from(talentFile)
    await (await site.as('person')).post('/talents/mine/remove', { list: 'file', id: row?.id ?? '' })
    expect(await db.select().from(talentFile)).toEqual([])
    expect(await db.select().from(document)).toEqual([])
  })
})
