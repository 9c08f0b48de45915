import { describe, expect } from 'vitest'
import { type site, test } from '../../../app/testing.ts'
import { actingAs } from '../../../db/context.ts'
import { system } from '../../../kernel/actor.ts'
import { escoFilesExample, romeFilesExample, zipOf } from '../examples/archives.ts'
import { importing } from '../jobs.ts'
import { importById, imports, repertories } from '../queries/repertories.ts'
import { abandonImport, runImport, submitImport } from './uploads.ts'

type Site = ReturnType<typeof site>
const staff = async (site: Site) => site.context(await site.actor('staff'))
const sent = async (site: Site, kind: string, bytes: Buffer | string, name = 'a.zip') =>
  submitImport(await staff(site), { kind, file: new File([new Uint8Array(Buffer.from(bytes))], name) })
const stateOf = async (site: Site, id: string) => importById(site.read, system, id)
const sheets = async (site: Site) => (await repertories(site.read, system)).map((one) => one.sheets)
const own = '- { id: maya, kind: tool, label: { fr: Maya } }\n- { id: x, kind: zzz }\n'

describe('a repertory that is handed in', () => {
  test('waits, is imported by the job, and says what came of it', async ({ site }) => {
    const { id } = await sent(site, 'rome', await zipOf(romeFilesExample()))
    expect(await stateOf(site, id)).toMatchObject({ state: 'waiting', summary: null })
    await importing.run(site.context(system), site.read, '')
    expect(await stateOf(site, id)).toMatchObject({
      state: 'done',
      bytes: null,
      step: 'done',
      summary: { occupations: { created: 2 } },
    })
    expect(await sheets(site)).toEqual([2, 0, 0])
  })
  test('that is refused says file, line and reason, and changes nothing', async ({ site }) => {
    const files = { ...escoFilesExample(), 'skills_en.csv': 'a,b\n' }
    const { id } = await sent(site, 'esco', await zipOf(files))
    await importing.run(site.context(system), site.read, '')
    expect(await stateOf(site, id)).toMatchObject({
      state: 'refused',
      refusal: { file: 'skills_en.csv', line: 1, reason: expect.stringContaining('conceptUri') },
    })
    expect(await sheets(site)).toEqual([0, 0, 0])
  })
  test('is answered in the language of the person who handed it in', async ({ site }) => {
    const english = { ...(await site.actor('staff')), language: 'en' as const }
    const context = actingAs(site.context(english), { language: 'en' })
    const file = new File([new Uint8Array(await zipOf({ 'a.csv': 'x' }))], 'a.zip')
    const { id } = await submitImport(context, { kind: 'esco', file })
    await importing.run(site.context(system), site.read, '')
    expect((await stateOf(site, id))?.refusal?.reason).toContain('This file is missing.')
  })
  test('is not run twice', async ({ site }) => {
    const { id } = await sent(site, 'rome', await zipOf(romeFilesExample()))
    await runImport(site.context(system), site.read, id)
    await expect(runImport(site.context(system), site.read, id)).rejects.toMatchObject({ status: 409 })
  })
})

describe('own sheets that are handed in', () => {
  test('are shown first: what would be created, what is refused and why', async ({ site }) => {
    const row = await sent(site, 'sheets', own, 'a.yaml')
    expect(row).toMatchObject({
      state: 'proposed',
      summary: { skills: { created: 1 }, refused: 1, refusals: [{ line: 2 }] },
    })
    expect((await repertories(site.read, system))[2]?.skills).toBe(0)
  })
  test('come in when somebody says so, and do not when somebody says no', async ({ site }) => {
    const one = await sent(site, 'sheets', own, 'a.yaml')
    await runImport(await staff(site), site.read, one.id)
    expect((await repertories(site.read, system))[2]?.skills).toBe(1)
    const other = await sent(site, 'sheets', own, 'b.yaml')
    await abandonImport(await staff(site), { id: other.id })
    expect((await imports(site.read, system)).map(({ fileName }) => fileName)).toEqual(['a.yaml'])
    await expect(abandonImport(await staff(site), { id: one.id })).rejects.toMatchObject({ status: 409 })
  })
  test('that cannot be read are an error of the field', async ({ site }) => {
    await expect(sent(site, 'sheets', '- [', 'a.yaml')).rejects.toMatchObject({
      status: 422,
      errors: { file: expect.stringContaining('a.yaml, ligne 1') },
    })
    await expect(sent(site, 'sheets', '', 'a.yaml')).rejects.toMatchObject({
      errors: { file: 'Choisissez un fichier.' },
    })
    await expect(sent(site, 'zzz', own, 'a.yaml')).rejects.toMatchObject({ status: 422 })
  })
  test('come by the API as well, in base64', async ({ site }) => {
    const file = { name: 'a.yaml', base64: Buffer.from(own).toString('base64') }
    expect((await submitImport(await staff(site), { kind: 'sheets', file })).state).toBe('proposed')
  })
})

test('nobody but the team hands in files', async ({ site }) => {
  const context = site.context(await site.actor('reviewer'))
  await expect(submitImport(context, { kind: 'rome', file: new File(['x'], 'a.zip') })).rejects.toMatchObject({
    status: 403,
  })
  await expect(abandonImport(context, { id: 'nothing' })).rejects.toMatchObject({ status: 404 })
})
