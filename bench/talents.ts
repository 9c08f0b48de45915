import type pg from 'pg'
import type { Invented } from './organisations.ts'
import { chance, fillings, surnames, towns, vocabulary } from './words.ts'

const words = vocabulary()
const capital = (word: string) => word.charAt(0).toLocaleUpperCase('fr') + word.slice(1)
const sheets = Array.from({ length: 72 }, (_, index) => ({
  slug: `bench-metier-${index}`,
  fr: `${capital(words[index] ?? '')} ${words[300 + index]}`,
}))
const kinds = ['open-ended', 'fixed-term', 'intermittent', 'freelance', 'internship', 'apprenticeship']
const sectors = ['video-games', 'cinema', 'audiovisual', 'animation', 'multimedia']
const cefr = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2']
const languages = ['fr', 'en', 'es', 'de', 'it', 'ja']
const uuid = (kind: number, number: number) =>
  `0190${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
export const skillId = (number: number) => uuid(3, number)
const skillCount = 400

/** An invented talent as the cards of their readers hold it: three in ten are for members only, one in ten is anonymous. */
function invent(number: number) {
  const dice = chance(90_000 + number)
  const name = `${capital(dice.often(words, 50))} ${capital(dice.one(surnames))}`
  const [city, department] = dice.often(towns)
  const held = [...new Set([dice.often(sheets), dice.often(sheets)])]
  const skills = [...new Set(Array.from({ length: 4 + dice.below(10) }, () => dice.often(skillNumbers)))]
  const spoken = [...new Set(['fr', dice.often(languages), dice.often(languages)])]
  const workKinds = [...new Set([dice.one(kinds), dice.one(kinds)])]
  const text = (length: number) =>
    Array.from({ length }, () => (dice.next() < 0.35 ? dice.one(fillings) : dice.often(words, 50))).join(' ')
  const anonymous = dice.next() < 0.1
  const headline = text(8)
  const availableOn = dice.next() < 0.7 ? `2026-${String(1 + dice.below(12)).padStart(2, '0')}-15` : null
  return {
    id: uuid(1, number),
    code: number.toString(16).padStart(12, '0'),
    email: `talent-${number}@bench.example`,
    name,
    city,
    fromRank: dice.next() < 0.3 ? 2 : 1,
    face: {
      name: anonymous ? null : name,
      headline,
      city,
      department,
      occupations: held.map(({ slug, fr }) => ({ slug, fr, en: fr })),
      skills: skills.map((one) => ({ id: skillId(one), level: 1 + dice.below(4) })),
      availableOn,
      workKinds,
      photoHash: null,
    },
    title: `${anonymous ? '' : name} ${headline} ${held.map(({ fr }) => fr).join(' ')}`,
    detail: `${city} ${skills.map((one) => words[1000 + one]).join(' ')}`,
    body: text(120),
    skills: skills.map(skillId),
    facets: [
      ...held.map(({ slug }) => `occupation:${slug}`),
      `sector:${dice.often(sectors)}`,
      `place:${department}`,
      ...(dice.next() < 0.3 ? ['place:69'].filter((one) => one !== `place:${department}`) : []),
      ...spoken.map((one) => `language:${one}`),
      ...workKinds.map((one) => `kind:${one}`),
      ...(dice.next() < 0.4 ? ['remote:yes'] : []),
    ],
    spoken: spoken.flatMap((one) => cefr.slice(0, 1 + dice.below(6)).map((level) => `${one}:${level}`)),
    availableOn,
    changedAt: new Date(Date.UTC(2026, 0, 1) - number * 60_000).toISOString(),
  }
}
const skillNumbers = Array.from({ length: skillCount }, (_, index) => index)

const shape = `(id uuid, code text, email text, name text, "fromRank" int, face jsonb, title text, detail text, body text, skills uuid[],
  facets text[], spoken text[], "availableOn" date, "changedAt" timestamptz)`
const statements = [
  `insert into account_user (id, name, email, email_verified) select id, name, email, true from jsonb_to_recordset($1) as made ${shape}`,
  `insert into talent_profile (id, user_id, code, visibility, consented_at, created_at, changed_at)
   select id, id, code, case when "fromRank" = 1 then 'public' else 'members' end, "changedAt", "changedAt", "changedAt" from jsonb_to_recordset($1) as made ${shape}`,
  `insert into talent_card (id, profile_id, from_rank, to_rank, code, face, title, detail, body, skills, facets, spoken, available_on, changed_at)
   select id, id, "fromRank", 3, code, face, title, detail, body, skills, facets, spoken, "availableOn", "changedAt" from jsonb_to_recordset($1) as made ${shape}`,
]
const step = 2000

/** So many invented talents; what a kept folder has already is not written again. */
export async function insertTalents(client: pg.ClientBase, count: number): Promise<Invented[]> {
  const { rows } = await client.query(`select count(*)::int as n from talent_profile where code like '0000000%'`)
  const there = rows[0]?.n ?? 0
  if (there === 0)
    for (const number of skillNumbers)
      await client.query(
        `insert into skill (id, slug, kind, label) values ($1, $2, 'tool', jsonb_build_object('fr', $3::text)) on conflict do nothing`,
        [skillId(number), `bench-skill-${number}`, words[1000 + number]],
      )
  const all: Invented[] = []
  for (let at = 0; at < count; at += step) {
    const made = Array.from({ length: Math.min(step, count - at) }, (_, index) => invent(at + index))
    all.push(...made.map(({ code, name, city }) => ({ slug: code, display_name: name, city })))
    if (at < there) continue
    const json = JSON.stringify(made)
    for (const statement of statements) await client.query(statement, [json])
  }
  if (there < count)
    for (const table of ['talent_card', 'talent_profile', 'skill']) await client.query(`vacuum analyze ${table}`)
  await client.query(`select pg_notify('changed', '')`)
  return all
}
