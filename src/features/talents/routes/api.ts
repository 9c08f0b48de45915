import { z } from 'zod'
import { dayOf } from '../../../kernel/days.ts'
import { type Endpoint, reads, writes } from '../../../web/api.ts'
import { add } from '../actions/add.ts'
import { answerContact, askContact, withdrawContact } from '../actions/contacts.ts'
import { closeProfile } from '../actions/erase.ts'
import * as parts from '../actions/parts.ts'
import { confirmProfile, openProfile, setHeading, setMobility, setOccupations, setWishes } from '../actions/profile.ts'
import { saveSearch } from '../actions/searches.ts'
import { saveSkill, setLevels } from '../actions/skills.ts'
import { setVisibility } from '../actions/visibility.ts'
import { searchesOf } from '../queries/choices.ts'
import { type TalentRow, talents } from '../queries/list.ts'
import { contentOf } from '../queries/own.ts'
import { profileFor } from '../queries/profile.ts'
import { calledIn, calledOn } from '../rules/calling.ts'
import { searchIn } from '../rules/saved.ts'
import * as answers from '../schema/answers.ts'
import { talentFilters } from '../schema/search.ts'
import { shownAnswer } from './answer.ts'

const code = z.object({ code: z.string().regex(/^[0-9a-f]{12}$/) })
const listed = z.string().max(1000).default('')
const query = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  q: z.string().trim().max(200).default(''),
  sort: z.string().max(20).default(''),
  ...(Object.fromEntries(talentFilters.map((name) => [name, listed])) as Record<
    (typeof talentFilters)[number],
    typeof listed
  >),
})

const itemOf = ({ code, face, skills, changedAt }: TalentRow, origin: string, language: 'fr' | 'en') => ({
  code,
  url: `${origin}/talents/${code}`,
  called: calledOn(face, language),
  anonymous: face.name === null,
  headline: face.headline,
  city: face.city,
  department: face.department,
  occupations: face.occupations.map(({ slug, fr, en }) => ({ slug, title: { fr, en } })),
  skills: [...skills],
  availableOn: face.availableOn,
  workKinds: [...face.workKinds],
  changedAt: changedAt.toISOString(),
})

const reading: readonly Endpoint[] = [
  reads({
    path: '/talents',
    summary:
      'Talents that the caller may see; filters take several values separated by commas; `total` counts up to 1,001',
    scope: 'talents:read',
    query,
    response: z.object({ items: z.array(answers.talentItem), total: z.number() }),
    run: async ({ read, actor, language, origin, query: { page, limit, ...asked } }) => {
      const params = new URLSearchParams({ q: asked.q, sort: asked.sort })
      for (const name of talentFilters)
        for (const value of asked[name].split(',').filter(Boolean)) params.append(name, value)
      const question = { search: searchIn(String(params)), today: dayOf(new Date()) }
      const found = await talents(read, actor, question, { limit, offset: (page - 1) * limit })
      return { items: found.rows.map((row) => itemOf(row, origin, language)), total: found.total }
    },
  }),
  reads({
    path: '/talents/mine',
    summary: 'All that your own profile says, in the shape that imports and exports use',
    scope: 'talents:read',
    response: answers.contentAnswer,
    run: async ({ read, actor }) => {
      const content = await contentOf(read, actor)
      return content && { content }
    },
  }),
  reads({
    path: '/talents/searches',
    summary: 'Your saved searches',
    scope: 'talents:read',
    response: z.object({
      items: z.array(z.object({ id: z.string(), name: z.string(), asked: z.string(), alert: z.boolean() })),
    }),
    run: async ({ read, actor }) => ({
      items: (await searchesOf(read, actor)).map(({ id, name, asked, alert }) => ({ id, name, asked, alert })),
    }),
  }),
  reads({
    path: '/talents/:code',
    summary: 'One profile, as far as the caller may see it',
    scope: 'talents:read',
    params: code,
    response: answers.talentAnswer,
    run: async ({ read, actor, language, origin, params }) => {
      const record = await profileFor(read, actor, params.code)
      return record && shownAnswer(record.shown, calledIn(record.shown, language), origin)
    },
  }),
]

const done = z.object({ done: z.literal(true) })
const answer = () => ({ done: true as const })
const made = { scope: 'talents:write', response: done, answer } as const
const writing: readonly Endpoint[] = [
  writes({
    ...made,
    method: 'post',
    path: '/talents/mine',
    summary: 'Open your profile',
    action: openProfile,
    status: 201,
  }),
  writes({ ...made, method: 'delete', path: '/talents/mine', summary: 'Erase your profile', action: closeProfile }),
  writes({
    ...made,
    method: 'post',
    path: '/talents/mine/confirm',
    summary: 'Say that it is still up to date',
    action: confirmProfile,
  }),
  writes({
    ...made,
    method: 'put',
    path: '/talents/mine/heading',
    summary: 'Headline, summary, place, contact details',
    action: setHeading,
    body: setHeading.input,
  }),
  writes({
    ...made,
    method: 'put',
    path: '/talents/mine/occupations',
    summary: 'Occupations held and sought',
    action: setOccupations,
    body: setOccupations.input,
  }),
  writes({
    ...made,
    method: 'put',
    path: '/talents/mine/mobility',
    summary: 'Where you would work',
    action: setMobility,
    body: setMobility.input,
  }),
  writes({
    ...made,
    method: 'put',
    path: '/talents/mine/wishes',
    summary: 'Availability and kinds of work',
    action: setWishes,
    body: setWishes.input,
  }),
  writes({
    ...made,
    method: 'put',
    path: '/talents/mine/visibility',
    summary: 'Who sees what',
    action: setVisibility,
    body: setVisibility.input,
  }),
  writes({
    ...made,
    method: 'post',
    path: '/talents/mine/add',
    summary: 'Add parts, as an import does',
    action: add,
    body: add.input,
  }),
  writes({
    ...made,
    method: 'put',
    path: '/talents/mine/skill',
    summary: 'Add a skill',
    action: saveSkill,
    body: saveSkill.input,
  }),
  writes({
    ...made,
    method: 'put',
    path: '/talents/mine/levels',
    summary: 'Levels of your skills',
    action: setLevels,
    body: setLevels.input,
  }),
  writes({
    ...made,
    method: 'put',
    path: '/talents/mine/experience',
    summary: 'Add or change an experience',
    action: parts.saveExperience,
    body: parts.saveExperience.input,
  }),
  writes({
    ...made,
    method: 'put',
    path: '/talents/mine/education',
    summary: 'Add or change a course',
    action: parts.saveEducation,
    body: parts.saveEducation.input,
  }),
  writes({
    ...made,
    method: 'put',
    path: '/talents/mine/achievement',
    summary: 'Add or change an award or interest',
    action: parts.saveAchievement,
    body: parts.saveAchievement.input,
  }),
  writes({
    ...made,
    method: 'put',
    path: '/talents/mine/language',
    summary: 'Add or change a language',
    action: parts.saveLanguage,
    body: parts.saveLanguage.input,
  }),
  writes({
    ...made,
    method: 'put',
    path: '/talents/mine/link',
    summary: 'Add or change a link',
    action: parts.saveLink,
    body: parts.saveLink.input,
  }),
  writes({
    ...made,
    method: 'post',
    path: '/talents/mine/move',
    summary: 'Move a row of a list',
    action: parts.moveRow,
    body: parts.moveRow.input,
  }),
  writes({
    ...made,
    method: 'post',
    path: '/talents/mine/remove',
    summary: 'Remove a row of a list',
    action: parts.removeRow,
    body: parts.removeRow.input,
  }),
  writes({
    ...made,
    method: 'post',
    path: '/talents/searches',
    summary: 'Save a search',
    action: saveSearch,
    body: saveSearch.input,
    status: 201,
  }),
  writes({
    ...made,
    method: 'post',
    path: '/talents/:code/contact',
    summary: 'Ask to talk',
    action: askContact,
    params: code,
    body: askContact.input,
    status: 201,
  }),
  writes({
    ...made,
    method: 'post',
    path: '/talents/contacts/:id/answer',
    summary: 'Answer a request',
    action: answerContact,
    params: z.object({ id: z.uuid() }),
    body: answerContact.input,
  }),
  writes({
    ...made,
    method: 'post',
    path: '/talents/contacts/:id/withdraw',
    summary: 'Withdraw a request',
    action: withdrawContact,
    params: z.object({ id: z.uuid() }),
  }),
]
export const endpoints: readonly Endpoint[] = [...reading, ...writing]
