import { describe, expect } from 'vitest'
import { test } from '../../app/testing.ts'
import type { Context } from '../../db/context.ts'
import { makeSheet, makeSkills } from '../occupations/examples.ts'
import { profile } from '../talents/tables.ts'
import { confirmImport } from './actions/confirm.ts'
import { resumeOf } from './actions/data.ts'
import { dropImport, importCv } from './actions/imports.ts'
import { candidateXml, laughingXml, passportJson, passportXml } from './examples/europass.ts'
import { docxOf, frenchCv, odtOf, pdfOf, scannedPdf, zipOf } from './examples/files.ts'
import { asFile, asJson, takeAll } from './examples.ts'
import { holderOf } from './queries/own.ts'
import { vocabulary } from './queries/words.ts'
import { judged } from './rules/proposals.ts'
import { cvImport } from './tables.ts'

const everything = (holder: Awaited<ReturnType<typeof holderOf>>) => ({
  experiences: holder?.experiences.map(({ title, organisationName }) => `${title}, ${organisationName}`),
  education: holder?.education.map(({ area, institution }) => `${area}, ${institution}`),
  languages: holder?.languages.map(({ code, level }) => `${code} ${level}`),
  skills: holder?.skills.map(({ label, name }) => label.fr ?? name),
})
const bring = async (context: Context, file: File) => takeAll(context, await importCv(context, { file }))

describe('a CV that comes in', () => {
  test.for([
    ['PDF', pdfOf],
    ['DOCX', docxOf],
    ['ODT', odtOf],
  ] as const)(
    'as %s proposes what it says, and writes nothing before the person confirms',
    async ([, make], { site, db }) => {
      const person = await site.actor('person')
      const context = site.context(person)
      await makeSkills(context)
      await makeSheet(context)
      const waiting = await importCv(context, { file: asFile(await make(frenchCv)) })
      expect(await db.select().from(profile)).toEqual([])
      expect(waiting.proposals.list.filter(({ place }) => !place)).toEqual([])
      expect(await takeAll(context, waiting)).toMatchObject({ completed: 0 })
      const holder = await holderOf(site.read, person.id ?? '')
      expect(everything(holder)).toEqual({
        experiences: ['Animatrice 3D, Studio des Ponts', 'Animatrice de personnages, Films de la Saône'],
        education: ['Cinéma d’animation, École Émile Cohl', 'scientifique, Lycée Ampère'],
        languages: ['fr native', 'en C1', 'es A1'],
        skills: ['Blender', 'Animer des personnages', 'Anatomie'],
      })
      expect(holder?.row).toMatchObject({ headline: 'Animatrice 3D', phone: '06 12 34 56 78', visibility: 'hidden' })
      expect(holder?.occupations).toMatchObject([{ masculine: 'Animateur 3D', relation: 'held' }])
      expect(await db.select().from(cvImport)).toEqual([])
    },
  )
  test('is corrected by the person: only what is ticked goes in, as it was corrected', async ({ site }) => {
    const person = await site.actor('person')
    const context = site.context(person)
    const { id, proposals } = await importCv(context, { file: asFile(await odtOf(frenchCv)) })
    const job = proposals.list.find((one) => one.kind === 'entry' && one.list === 'work')
    await confirmImport(context, {
      id,
      items: { [job?.key ?? '']: { take: 'on', position: 'Superviseuse animation', location: '' } },
    })
    const holder = await holderOf(site.read, person.id ?? '')
    expect(holder?.experiences).toMatchObject([
      {
        title: 'Superviseuse animation',
        organisationName: 'Studio des Ponts',
        location: '',
        startsOn: '2021-03',
        endsOn: null,
      },
    ])
    expect(holder?.languages).toEqual([])
  })
  test('a second time adds nothing; another one adds what is new and fills gaps', async ({ site }) => {
    const person = await site.actor('person')
    const context = site.context(person)
    await bring(context, asFile(await pdfOf(frenchCv)))
    const before = await holderOf(site.read, person.id ?? '')
    const again = await importCv(context, { file: asFile(await odtOf(frenchCv)) })
    const words = await vocabulary(site.read, 'fr', { held: before?.skills ?? [] })
    const standings = before && judged(again.proposals, before, words).map(({ standing }) => standing)
    expect(new Set(standings)).toEqual(new Set(['known']))
    expect(await takeAll(context, again)).toMatchObject({ added: 0, completed: 0 })
    const resume = {
      work: [
        { name: 'Studio des Ponts', position: 'Animatrice 3D', startDate: '2021-03', url: 'https://ponts.example.com' },
        { name: 'Bulle', position: 'Stagiaire', startDate: '2017' },
      ],
    }
    expect(await bring(context, asJson(resume))).toMatchObject({ added: 1, completed: 1 })
    const after = await holderOf(site.read, person.id ?? '')
    expect(after?.experiences.map(({ title, url }) => [title, url])).toEqual([
      ['Stagiaire', ''],
      ['Animatrice 3D', 'https://ponts.example.com'],
      ['Animatrice de personnages', ''],
    ])
    expect(after?.experiences[1]?.highlights).toHaveLength(2)
  })
  test('as JSON Resume leaves again as it came, to the last field that nobody knows', async ({ site }) => {
    const person = await site.actor('person')
    const context = site.context(person)
    await makeSkills(context)
    const file = {
      $schema: 'https://example.org/schema.json',
      basics: {
        name: 'Camille R.',
        label: 'Animatrice',
        image: 'https://camille.example.org/me.png',
        url: 'https://camille.example.org',
        location: { city: 'Lyon', region: 'Rhône', countryCode: 'FR' },
        profiles: [
          { network: 'Mastodon', username: 'camille' },
          { network: 'GitHub', url: 'https://github.com/camille' },
        ],
      },
      work: [
        { name: 'Studio', position: 'Animatrice', startDate: '2019-03-31', description: 'Cinéma', 'x-team': [4, null] },
      ],
      skills: [{ name: 'BLENDER', level: 'Guru', keywords: ['rigging'] }, { name: 'Crochet' }],
      languages: [{ language: 'Klingon', fluency: 'un peu' }],
      volunteer: [{ organization: 'Ciné-club' }],
      projects: [{ name: 'Court métrage', roles: ['scénario'], type: 'film' }],
      references: [{ name: 'A. B.', reference: 'Une très bonne animatrice.' }],
      meta: { canonical: 'https://camille.example.org/resume.json', theme: 'even' },
    }
    await bring(context, asJson(file))
    expect(JSON.parse(JSON.stringify(await resumeOf(site.read, person, 'fr')))).toEqual(file)
  })
  test.for([
    ['SkillsPassport XML', asFile(passportXml), 'Bulle Interactive', 'fr native, en C1'],
    ['SkillsPassport JSON', asJson(passportJson), 'Bulle Interactive', 'fr native, en B2'],
    ['Candidate XML', asFile(candidateXml), 'Studio du Semnoz', 'sv native, fr B2'],
  ] as const)(
    'as Europass %s brings experiences, education and languages',
    async ([, file, employer, languages], { site }) => {
      const person = await site.actor('person')
      const context = site.context(person)
      await bring(context, file)
      const holder = await holderOf(site.read, person.id ?? '')
      expect(holder?.experiences[0]?.organisationName).toBe(employer)
      expect(holder?.education).toHaveLength(1)
      expect(everything(holder).languages?.join(', ')).toBe(languages)
      expect(holder?.row?.city).toMatch(/Grenoble|Annecy/)
    },
  )
  test('in another language says so, and still proposes skills', async ({ site }) => {
    const context = site.context(await site.actor('person'))
    await makeSkills(context)
    const german =
      'Lebenslauf\nIch arbeite seit zehn Jahren mit Blender und bin für die Animation der Figuren zuständig. Die Arbeit mit dem Team ist für mich von großer Bedeutung, und ich habe als Leiter mit der Produktion gearbeitet.'
    const { id } = await importCv(context, { file: asFile(await pdfOf(german)) })
    const page = (await (await site.as('person')).get(`/cv/import/${id}`)).text
    expect(page).toContain('dans une autre langue\u00a0: allemand')
    expect(page).toContain('Blender')
  })
  test('is reviewed on one page that shows where each thing was read, and can be set aside', async ({ site, db }) => {
    const context = site.context(await site.actor('person'))
    const { id } = await importCv(context, { file: asFile(await pdfOf(frenchCv)) })
    const browser = await site.as('person')
    const page = await browser.get(`/cv/import/${id}`)
    expect(page.text).toContain('<mark>Anglais : courant (TOEIC 890)</mark>')
    expect((await (await site.as('staff')).get(`/cv/import/${id}`)).status).toBe(404)
    expect((await browser.get('/cv')).text).toContain('Un CV attend votre décision')
    await dropImport(context, { id })
    expect(await db.select().from(cvImport)).toEqual([])
    expect(await db.select().from(profile)).toEqual([])
  })
})

const tooLarge = () => asFile(new Uint8Array(11_000_000))
describe('a file that cannot be read gets its sentence, and nothing is left of it', () => {
  test.for([
    ['a corrupt PDF', async () => asFile('%PDF-1.4 nothing more'), 'abîmé'],
    ['an encrypted PDF', async () => asFile(await pdfOf(frenchCv, { userPassword: 'secret' })), 'mot de passe'],
    ['a scanned PDF', async () => asFile(await scannedPdf()), 'est une image'],
    ['a large file', async () => tooLarge(), 'dépasse 10'],
    [
      'a zip bomb',
      async () => asFile(await docxOf('x', { 'word/media/a.bmp': Buffer.alloc(40_000_000) })),
      'démesurée',
    ],
    ['an archive', async () => asFile(await zipOf({ 'a.txt': 'x' }), 'cv.docx'), 'ni un PDF'],
    ['a picture', async () => asFile(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'cv.pdf'), 'est une image'],
    ['an old Word file', async () => asFile(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'cv.docx'), 'ancien format'],
    ['an RTF file', async () => asFile('{\\rtf1 x}'), 'RTF'],
    ['a cut DOCX', async () => asFile((await docxOf(frenchCv)).subarray(0, 300)), 'abîmé'],
    [
      'an encrypted ODT',
      async () => asFile(await odtOf('x', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' })),
      'mot de passe',
    ],
    ['XML with entities of its own', async () => asFile(laughingXml), 'entités'],
    ['some other JSON', async () => asJson({ openapi: '3.1.0' }), 'ni un JSON Resume'],
    ['some other XML', async () => asFile('<rss><channel/></rss>'), 'ni un JSON Resume'],
    ['broken JSON', async () => asFile('{"basics": '), 'abîmé'],
    ['a web page', async () => asFile('<!doctype html><p>Bonjour'), 'ni un PDF'],
    ['a program', async () => asFile(Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3, 0xff, 0xfe)), 'ni un PDF'],
    ['an empty file', async () => asFile(' '), 'pas de texte'],
    ['a shopping list', async () => asFile('lait\noeufs'), 'rien reconnu'],
  ] as const)('%s', async ([, make, sentence], { site, db }) => {
    const answer = await (await site.as('person')).post('/cv/import', { file: await make() })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(await db.select().from(cvImport)).toEqual([])
  })
  test('no file at all', async ({ site }) => {
    expect((await (await site.as('person')).post('/cv/import')).status).toBe(422)
  })
})
