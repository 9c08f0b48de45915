import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import { system } from '../../kernel/actor.ts'
import { makeSheet, makeSkills } from '../occupations/examples.ts'
import { importEsco } from './actions/import-esco.ts'
import { importRome } from './actions/import-rome.ts'
import { importSheets } from './actions/import-sheets.ts'
import { archive, escoFilesExample, mobilityExample, romeFilesExample, zipOf } from './examples/archives.ts'
import { importing } from './jobs.ts'

type Site = ReturnType<typeof site>
const withRepertories = async (site: Site) => {
  await makeSkills(site.context(system))
  await makeSheet(site.context(system))
  await importRome(site.context(system), await archive({ ...romeFilesExample(), ...mobilityExample }))
  await importEsco(site.context(system), await archive(escoFilesExample(), 'esco-v1.1.1.zip'))
}
const sheet = `- slug: scripte
  title: { fr: { masculine: Scripte, feminine: Scripte } }
  family: technical
  summary: { fr: Suit le tournage plan par plan. }
`

describe('visitors', () => {
  test('read in the pages of occupations what was imported, in both languages', async ({ site }) => {
    await withRepertories(site)
    for (const path of [
      '/occupations/reference?origin=rome&group=L',
      '/occupations/scripte-rome',
      '/occupations/animateur-3d-esco',
      '/occupations/motion-tracer-esco',
      '/skills?origin=esco',
      '/skills/blender-rome',
    ])
      for (const language of ['', '/en'])
        expect((await site.visit().get(language + path)).status, language + path).toBe(200)
    expect((await site.visit().get('/occupations/scripte-rome')).text).toContain('Mobilités selon le ROME')
  })
  test('see neither imports nor exports, nor the way to them', async ({ site }) => {
    const browser = site.visit()
    for (const path of ['/repertories', '/repertories/occupations.yaml', '/repertories/skills.csv'])
      expect((await browser.get(path)).status, path).toBe(403)
    expect((await browser.get('/occupations')).text).not.toContain('/repertories')
    expect((await browser.get('/api/v1/occupations-repertories')).status).toBe(404)
  })
})

describe('the team', () => {
  test('finds imports above the index of sheets', async ({ site }) => {
    const browser = await site.as('staff')
    for (const path of ['/occupations', '/occupations/reference'])
      expect((await browser.get(path)).text, path).toContain('href="/repertories"')
    expect((await browser.get('/repertories')).status).toBe(200)
  })
  test('finds an import in the history of the sheets that it wrote', async ({ site }) => {
    await importSheets(site.context(system), { bytes: Buffer.from(sheet), name: 'fiches.yaml' })
    expect((await (await site.as('staff')).get('/occupations/scripte')).text).toContain('par un import')
  })
  test('reads what the official files do not hold as a note, not as a refusal', async ({ site }) => {
    const browser = await site.as('staff')
    const file = new File([new Uint8Array(await zipOf(escoFilesExample()))], 'esco-v1.1.1.zip')
    const { location } = await browser.post('/repertories', { kind: 'esco', file })
    await importing.run(site.context(system), site.read, '')
    const { text } = await browser.get(location ?? '')
    expect(text).toContain('il n’y a rien à faire')
    expect(text).not.toContain('Ce qui est laissé de côté')
  })
  test('imports own sheets after a look at the preview, and exports them', async ({ site }) => {
    const browser = await site.as('staff')
    const file = new File(['- { id: maya, kind: tool, label: { fr: Maya } }\n'], 'outils.yaml')
    const sent = await browser.post('/repertories', { kind: 'sheets', file })
    expect(sent.status).toBe(303)
    const path = sent.location ?? ''
    expect((await browser.get(path)).text).toContain('Importer 1 élément')
    expect((await browser.get(`${path}/progress`)).text).toContain('"finished":false')
    await browser.post(`${path}/run`)
    expect((await browser.get(path)).text).toContain('Ce que l’import a fait')
    expect((await browser.get('/repertories/skills.yaml')).text).toContain('id: maya')
    expect((await browser.get('/repertories/occupations.csv')).text).toContain('title_fr_masculine')
    const again = await browser.post('/repertories', { kind: 'sheets', file })
    expect((await browser.get(again.location ?? '')).text).toContain('ne change rien')
    expect((await browser.post(`${again.location}/abandon`)).location).toBe('/repertories')
    const wrong = await browser.post('/repertories', { kind: 'sheets', file: new File(['- ['], 'x.yaml') })
    expect([wrong.status, wrong.text.includes('x.yaml, ligne 1')]).toEqual([422, true])
  })
})
