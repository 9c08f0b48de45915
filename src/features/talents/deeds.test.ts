import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { type site as openSite, test } from '../../app/testing.ts'
import { system } from '../../kernel/actor.ts'
import { followUp } from '../followups/tables.ts'
import { notice } from '../messages/tables.ts'
import { mergeSkill } from '../occupations/actions/skills.ts'
import { skill } from '../occupations/tables.ts'
import { merge } from '../organisations/actions/merge.ts'
import { example } from '../organisations/examples.ts'
import { add } from './actions/add.ts'
import { sendAlerts } from './actions/alerts.ts'
import { tendConsents } from './actions/consents.ts'
import { askContact, leaveTrace, withdrawContact } from './actions/contacts.ts'
import { followNames, followOrganisations, followSkills } from './actions/follow.ts'
import { moved, moveRow, removeRow, saveExperience, saveLanguage } from './actions/parts.ts'
import { confirmProfile, openProfile } from './actions/profile.ts'
import { answerProposal } from './actions/proposals.ts'
import { saveSearch } from './actions/searches.ts'
import { saveSkill, setLevels } from './actions/skills.ts'
import { block, setVisibility } from './actions/visibility.ts'
import { makeCast } from './examples/cast.ts'
import { makeProfile } from './examples.ts'
import { skillSuggestions } from './queries/choices.ts'
import { contentOf, looks, ownWhole } from './queries/own.ts'
import { pastCount, skillProposal } from './tables/dealings.ts'
import { card, experience, profile, talentSkill } from './tables.ts'

type Site = ReturnType<typeof openSite>
const day = (written: string) => new Date(`${written}T06:00:00Z`)
async function ready(site: Site, change: Parameters<typeof makeProfile>[1] = {}) {
  const cast = await makeCast(site)
  const me = await cast.by('person')
  const made = await makeProfile(me, change)
  const bySystem = (now?: Date) => site.context(system, now)
  const own = async () => ownWhole(site.read, await site.actor('person'))
  return { ...cast, me, profile: made, bySystem, own }
}
const message = 'Bonjour, nous aimerions vous rencontrer.'

describe('the parts of a profile', () => {
  test('are added, changed, put in order and removed, by their owner alone', async ({ site }) => {
    const { me, by, own } = await ready(site)
    for (const title of ['Un', 'Deux', 'Trois']) await saveExperience(me, { title, startsOn: '03/2020' })
    const titles = async () => (await own())?.experiences.map((one) => one.title)
    expect(await titles()).toEqual(['Trois', 'Deux', 'Un'])
    const [first] = (await own())?.experiences ?? []
    expect(first?.startsOn).toBe('2020-03')
    const row = { list: 'experience', id: first?.id ?? '' }
    await moveRow(me, { ...row, by: 'down' })
    expect(await titles()).toEqual(['Deux', 'Trois', 'Un'])
    await saveExperience(me, { id: row.id, title: 'Trois bis' })
    await openProfile(await by('hr'), {})
    for (const deed of [
      removeRow,
      (context: never, input: object) => saveExperience(context, { ...input, title: 'x' }),
    ])
      await expect(deed((await by('hr')) as never, row)).rejects.toMatchObject({ status: 404 })
    await removeRow(me, row)
    expect(await titles()).toEqual(['Deux', 'Un'])
  })
  test('refuse an end before the beginning, a day that does not exist and the same language twice', async ({
    site,
  }) => {
    const { me } = await ready(site)
    await expect(saveExperience(me, { title: 'x', startsOn: '2021-05', endsOn: '2020' })).rejects.toMatchObject({
      errors: { endsOn: expect.stringContaining('précède') },
    })
    await expect(saveExperience(me, { title: 'x', startsOn: '2021-02-30' })).rejects.toMatchObject({ status: 422 })
    await saveLanguage(me, { code: 'en', level: 'C1' })
    await expect(saveLanguage(me, { code: 'en', level: 'B1' })).rejects.toMatchObject({ status: 409 })
  })
  test('link an employer that is in the directory, by choice or by its very name', async ({ site, db }) => {
    const { me, company } = await ready(site)
    await saveExperience(me, { title: 'a', organisationName: company.displayName.toUpperCase() })
    await saveExperience(me, { title: 'b', organisationName: 'Studio que personne ne connaît' })
    const rows = await db.select().from(experience)
    expect(new Map(rows.map((one) => [one.title, one.organisationId]))).toEqual(
      new Map([
        ['a', company.id],
        ['b', null],
      ]),
    )
  })
  test('stay where they are at the ends of a list', () => {
    expect(moved(['a', 'b'], 'a', 'up')).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 'b', 'down')).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 'c', 'down')).toEqual(['a', 'b'])
  })
  test('come in from an import, and go out again as they came', async ({ site }) => {
    const { me, sheet } = await ready(site)
    const extra = { 'x-editor': { theme: 'kendall', numbers: [1, 2] } }
    await add(me, {
      heading: { headline: 'Ignoré, car il y en a un', phone: '+33 6 01 02 03 04', extra },
      occupations: { held: [sheet.id], sought: [] },
      skills: [{ name: 'BLENDER', level: 2, extra }, { name: 'Vielle à roue' }],
      experiences: [
        { title: 'Premier', startsOn: '2019-09-02', highlights: ['un', 'deux'], extra },
        { title: 'Second' },
      ],
      education: [{ area: 'Cinéma', courses: ['Montage'], extra }],
      achievements: [{ kind: 'award', title: 'Prix', extra }],
      languages: [{ code: 'it', level: 'A2', extra }],
      links: [{ kind: 'network', url: 'https://exemple.fr/moi', username: 'moi', extra }],
    })
    const content = await contentOf(site.read, await site.actor('person'))
    expect(content).toMatchObject({
      heading: { headline: 'Du storyboard au rendu', phone: '+33 6 01 02 03 04', extra },
      occupations: { held: [sheet.id], sought: [] },
      skills: [
        { name: '', level: 2, extra },
        { name: 'Vielle à roue', skillId: null },
      ],
      experiences: [
        { title: 'Premier', startsOn: '2019-09-02', highlights: ['un', 'deux'], extra },
        { title: 'Second' },
      ],
      education: [{ area: 'Cinéma', courses: ['Montage'], extra }],
      achievements: [{ title: 'Prix', extra }],
      languages: [{ code: 'it', extra }],
      links: [{ username: 'moi', extra }],
    })
  })
  test('lose nothing to an import that is silent about them', async ({ site }) => {
    const { me } = await ready(site)
    const told = async () => contentOf(site.read, await site.actor('person'))
    await add(me, { mobility: { towns: ['Lyon'] } })
    const before = await told()
    await add(me, { heading: { headline: '', city: '', phone: '' }, mobility: {}, wishes: {} })
    expect(await told()).toEqual(before)
    await add(me, { wishes: { workKinds: ['open-ended'] } })
    expect((await told())?.wishes).toEqual({ ...before?.wishes, workKinds: ['open-ended'] })
  })
})

describe('skills', () => {
  test('are suggested by name, synonym and with a slip; what is chosen twice is refused', async ({ site }) => {
    const { me } = await ready(site)
    expect((await skillSuggestions(site.read, 'blen', 'fr')).map(({ label }) => label)).toEqual(['Blender'])
    expect((await skillSuggestions(site.read, 'blendr', 'fr')).map(({ label }) => label)).toEqual(['Blender'])
    await saveSkill(me, { name: 'blender' })
    await expect(saveSkill(me, { name: 'Blender' })).rejects.toMatchObject({ status: 409 })
  })
  test('that nobody knows go to the team once, whoever writes them', async ({ site, db }) => {
    const { me, by } = await ready(site)
    await saveSkill(me, { name: 'Rotopinceau', level: 3 })
    await makeProfile(await by('reviewer'), { skills: [{ name: 'rotopinceau', level: 1 }] })
    const proposals = await db.select().from(skillProposal)
    expect(proposals).toHaveLength(1)
    await answerProposal(await by('staff'), {
      id: proposals[0]?.id,
      answer: 'accepted',
      fr: 'Rotopinceau',
      kind: 'tool',
    })
    const rows = await db.select().from(talentSkill)
    expect(rows.map(({ name, level }) => [name, level]).sort()).toEqual([
      ['', 1],
      ['', 3],
    ])
    expect(new Set(rows.map(({ skillId }) => skillId)).size).toBe(1)
    expect((await db.select().from(notice)).map(({ kind }) => kind)).toEqual(['talents.proposal'])
    await expect(
      answerProposal(await by('staff'), { id: proposals[0]?.id, answer: 'refused', words: 'Non' }),
    ).rejects.toMatchObject({ status: 409 })
  })
  test('become a synonym of one in the list, or are refused with a reason', async ({ site, db }) => {
    const { me, by } = await ready(site)
    await saveSkill(me, { name: 'Blendeur' })
    await saveSkill(me, { name: 'Télépathie' })
    const ids = new Map((await db.select().from(skillProposal)).map(({ label, id }) => [label, id]))
    await answerProposal(await by('staff'), { id: ids.get('Blendeur'), answer: 'alias', skill: 'Blender' })
    expect((await skillSuggestions(site.read, 'blendeur', 'fr'))[0]).toMatchObject({
      label: 'Blender',
      detail: 'Blendeur',
    })
    await expect(
      answerProposal(await by('staff'), { id: ids.get('Télépathie'), answer: 'refused' }),
    ).rejects.toMatchObject({ status: 422 })
    await answerProposal(await by('staff'), { id: ids.get('Télépathie'), answer: 'refused', words: 'Trop rare.' })
    expect((await db.select().from(talentSkill)).map(({ name }) => name).sort()).toEqual(['', 'Télépathie'])
  })
  test('follow a merge in the list, and levels are set together', async ({ site, db }) => {
    const { me, bySystem, own } = await ready(site, { skills: [{ name: 'Blender', level: 4 }, { name: 'Patience' }] })
    await mergeSkill(bySystem(), { slug: 'blender', into: 'Modéliser des objets' })
    await followSkills(bySystem(), {})
    const [kept] = await db.select().from(skill).where(eq(skill.slug, 'modeliser-des-objets'))
    const skills = (await own())?.skills ?? []
    expect(skills[0]).toMatchObject({ skillId: kept?.id, level: 4 })
    await setLevels(me, { levels: { [skills[0]?.id ?? '']: 0, [skills[1]?.id ?? '']: 2 } })
    expect((await own())?.skills.map(({ level }) => level)).toEqual([null, 2])
  })
})

describe('looks', () => {
  test('are kept once a day for each reader, with their organisation, and shown to the owner alone', async ({
    site,
  }) => {
    const { profile: mine, by, company } = await ready(site)
    for (const now of ['2027-01-04', '2027-01-04', '2027-01-05'])
      await leaveTrace(await by('hr', day(now)), { code: mine.code })
    expect(await looks(site.read, await site.actor('person'))).toMatchObject([
      { lookedOn: '2027-01-05', reader: 'Hr Exemple', organisation: company.displayName },
      { lookedOn: '2027-01-04' },
    ])
    expect(await looks(site.read, await site.actor('staff'))).toEqual([])
    await expect(leaveTrace(await by('person'), { code: mine.code })).rejects.toMatchObject({ status: 403 })
  })
})

describe('a contact', () => {
  test('is asked once, owed an answer where the talent stands by their name, and settled by it', async ({
    site,
    db,
  }) => {
    const { profile: mine, by } = await ready(site)
    const hr = await by('hr')
    const request = await askContact(hr, { code: mine.code, message })
    await expect(askContact(hr, { code: mine.code, message })).rejects.toMatchObject({ status: 409 })
    expect(await db.select().from(followUp)).toMatchObject([{ kind: 'talents.answer-contact', state: 'open' }])
    const browser = await site.as('person')
    await browser.post(`/talents/mine/contacts/${request.id}`, { answer: 'accepted', words: 'Avec plaisir.' })
    expect(await db.select().from(followUp)).toMatchObject([{ state: 'settled' }])
    await expect(askContact(hr, { code: mine.code, message })).rejects.toMatchObject({ status: 409 })
    await expect(withdrawContact(hr, { id: request.id })).rejects.toMatchObject({ status: 409 })
  })
  test('of an anonymous talent opens no follow-up, whose list would say a name', async ({ site, db }) => {
    const { me, by } = await ready(site)
    const { code } = await setVisibility(me, { visibility: 'public', anonymous: true })
    await askContact(await by('hr'), { code, message })
    expect(await db.select().from(followUp)).toEqual([])
  })
  test('speaks for no organisation but one’s own', async ({ site }) => {
    const { profile: mine, by, bySystem } = await ready(site)
    const other = await example(bySystem(), 'school')
    await expect(
      askContact(await by('hr'), { code: mine.code, message, organisationId: other.id }),
    ).rejects.toMatchObject({ status: 409 })
  })
})

describe('saved searches', () => {
  test('tell of a profile once, and only of what their owner may see', async ({ site, db }) => {
    const { me, by, bySystem, company } = await ready(site, { visibility: { visibility: 'hidden' } })
    await saveSearch(await by('hr'), { name: 'Annecy', asked: 'place=74', alert: 'on' })
    const told = async () => (await db.select().from(notice)).filter(({ kind }) => kind === 'talents.alert').length
    await sendAlerts(bySystem(), {})
    expect(await told()).toBe(0)
    await setVisibility(me, { visibility: 'members', blocked: [{ id: company.id, name: '' }] })
    await sendAlerts(bySystem(), {})
    expect(await told()).toBe(0)
    await setVisibility(me, { visibility: 'members' })
    for (let morning = 0; morning < 3; morning++) await sendAlerts(bySystem(), {})
    expect(await told()).toBe(1)
  })
})

describe('over the years', () => {
  test('a silent profile is reminded, put to sleep and erased; a sign of life starts anew', async ({ site, db }) => {
    const cast = await makeCast(site)
    const bySystem = (now: Date) => site.context(system, now)
    const at = (written: string) => cast.by('person', day(written))
    await makeProfile(await at('2027-01-10'), { occupations: { held: [cast.sheet.id] } })
    const night = async (written: string) => {
      await tendConsents(bySystem(day(written)), {})
      const [row] = await db.select().from(profile)
      const cards = await db.select().from(card)
      return row ? [row.state, row.remindedAt !== null, cards.length] : 'gone'
    }
    expect(await night('2028-01-09')).toEqual(['awake', false, 1])
    expect(await night('2028-01-10')).toEqual(['awake', true, 1])
    expect(await night('2028-02-09')).toEqual(['awake', true, 1])
    await confirmProfile(await at('2028-02-09'), {})
    expect(await night('2028-02-10')).toEqual(['awake', false, 1])
    expect(await night('2029-02-09')).toEqual(['awake', true, 1])
    expect(await night('2029-03-09')).toEqual(['asleep', true, 0])
    await confirmProfile(await at('2029-03-20'), {})
    expect(await night('2029-03-21')).toEqual(['awake', false, 1])
    await night('2030-03-20')
    await night('2030-04-20')
    expect(await night('2030-07-19')).toEqual(['asleep', true, 0])
    expect(await night('2030-07-20')).toBe('gone')
    expect(
      (await db.select().from(pastCount).orderBy(pastCount.year)).map(({ year, people }) => [year, people]),
    ).toEqual([
      [2027, 1],
      [2028, 1],
      [2029, 1],
      [2030, 1],
    ])
    const told = (await db.select().from(notice)).filter(({ kind }) => kind === 'talents.consent')
    expect(told).toHaveLength(6)
  })
})

describe('what happens elsewhere', () => {
  test('reaches the cards: a new name, a merged organisation', async ({ site, db }) => {
    const { me, company, bySystem, own } = await ready(site)
    const gone = await example(bySystem(), 'school')
    await block(me, { organisationId: gone.id })
    await saveExperience(me, { title: 'Prof', organisationId: gone.id })
    await merge(bySystem(), { id: company.id, otherId: gone.id, take: [] })
    await followOrganisations(bySystem(), {})
    expect((await own())?.blockedOrganisations).toEqual([company.id])
    expect((await own())?.experiences[0]?.organisation?.id).toBe(company.id)
    await (await site.as('person')).post('/account', {
      name: 'Autre Nom',
      language: 'fr',
      headline: '',
      bio: '',
      city: '',
    })
    await followNames(bySystem(), {})
    expect((await db.select().from(card)).map(({ face }) => face.name)).toContain((await own())?.name)
  })
})
