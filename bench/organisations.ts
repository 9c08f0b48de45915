import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type Chance, chance, fillings, surnames, towns, vocabulary } from './words.ts'

const kinds = ['company', 'school', 'laboratory', 'public-body', 'funder', 'cluster', 'site-operator']
const sectors = ['video-games', 'cinema', 'audiovisual', 'animation', 'multimedia']
const words = vocabulary()
const capital = (word: string) => word.charAt(0).toLocaleUpperCase('fr') + word.slice(1)

/** An invented organisation; the same number always gives the same one. */
export type Invented = {
  readonly slug: string
  readonly display_name: string
  readonly city: string
}

function nameOf(dice: Chance) {
  const word = () => capital(dice.often(words, 5))
  const second = dice.next() < 0.3 ? capital(dice.one(surnames)) : word()
  const shape = dice.next()
  if (shape < 0.2) return `${word()} ${second} ${word()}`
  if (shape < 0.35) return `${word()} & ${second}`
  return shape < 0.5 ? `${word()} de ${second}` : `${word()} ${second}`
}
const phrase = (dice: Chance, length: number) =>
  `${capital(
    Array.from({ length }, () => (dice.next() < 0.35 ? dice.one(fillings) : dice.often(words, 50))).join(' '),
  )}.`

/** A SIREN with a right check digit (Luhn). */
function sirenOf(number: number) {
  const body = String(10_000_000 + number)
  const sum = [...body].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return body + ((10 - (sum % 10)) % 10)
}

export function invent(number: number) {
  const dice = chance(7 + number)
  const display_name = nameOf(dice)
  const [city, department, latitude, longitude] = dice.often(towns)
  const own = new Set(Array.from({ length: 1 + dice.below(2) }, () => dice.often(sectors)))
  return {
    id: randomUUID(),
    slug: `bench-${number}`,
    kind: dice.often(kinds),
    display_name,
    legal_name: `${display_name} SARL`,
    siren: sirenOf(number),
    sectors: [...own].sort(),
    summary: { fr: phrase(dice, 14), en: phrase(dice, 12) },
    description: { fr: phrase(dice, 40), en: phrase(dice, 30) },
    city,
    places: city,
    departments: [department],
    latitude: latitude + (dice.next() - 0.5) / 5,
    longitude: longitude + (dice.next() - 0.5) / 5,
  }
}

const insertOrganisations = `
  insert into organisation (id, slug, kind, display_name, legal_name, siren, sectors, summary, description, city, places, departments)
  select id, slug, kind, display_name, legal_name, siren, sectors, summary, description, city, places, departments
  from jsonb_to_recordset($1) as made (id uuid, slug text, kind text, display_name text, legal_name text, siren text,
    sectors text[], summary jsonb, description jsonb, city text, places text, departments text[])`
const insertEstablishments = `
  insert into organisation_establishment (organisation_id, city, is_headquarters, latitude, longitude)
  select id, city, true, latitude, longitude
  from jsonb_to_recordset($1) as made (id uuid, city text, latitude float8, longitude float8)`
const step = 5000

/** A folder that was kept has those of the run before: they are invented again, and not written. */
async function alreadyThere(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query(`select count(*)::int as n from organisation where slug like 'bench-%'`)
  return rows[0]?.n
}

/** Writes the invented organisations from one number to another into the database, in bulk. */
export async function insertInvented(client: pg.ClientBase, from: number, to: number): Promise<Invented[]> {
  const all: Invented[] = []
  const there = await alreadyThere(client)
  for (let at = from; at < to; at += step) {
    const made = Array.from({ length: Math.min(step, to - at) }, (_, index) => invent(at + index))
    all.push(...made.map(({ slug, display_name, city }) => ({ slug, display_name, city })))
    if (at < there) continue
    const rows = JSON.stringify(made)
    await client.query(insertOrganisations, [rows])
    await client.query(insertEstablishments, [rows])
  }
  if (there >= to) return all
  await client.query('vacuum analyze organisation')
  await client.query('vacuum analyze organisation_establishment')
  await client.query('vacuum analyze search_word')
  await client.query(`select pg_notify('changed', '')`) // pages kept for visitors are out of date
  return all
}
