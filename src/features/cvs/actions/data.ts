import type { Reader } from '../../../db/reader.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Language } from '../../../kernel/language.ts'
import type { PersonalData, PersonalFile } from '../../../web/personal.ts'
import { answerable } from '../../documents/queries/files.ts'
import * as policy from '../policy.ts'
import { cvList, everyLink, looksOf, waitingImport } from '../queries/cvs.ts'
import { holderOf } from '../queries/own.ts'
import { vocabulary } from '../queries/words.ts'
import { toResume } from '../rules/exchange.ts'
import { contentOf } from '../rules/holder.ts'
import { stateOfLink } from '../rules/links.ts'
import { paperOf } from '../rules/paper.ts'
import { pdfOf } from '../rules/paper-pdf.ts'
import type { Resume } from '../schema/resume.ts'
import { dataText } from '../text/data.ts'

/** Everything comes back from it: what was imported leaves as it came, what only we know stands beside. */
export async function resumeOf(read: Reader, person: Actor, language: Language): Promise<Resume | null> {
  const holder = person.id ? await holderOf(read, person.id) : null
  if (!holder) return null
  const organisations = holder.experiences.flatMap(({ organisationId }) => organisationId ?? [])
  const words = await vocabulary(read, language, { organisations, held: holder.skills })
  return toResume(contentOf(holder), holder.person, words)
}

/** Each CV as a PDF, named by its number: a file's name tells nobody what its owner calls it. */
async function pdfFiles(read: Reader, person: Actor, now: Date): Promise<PersonalFile[]> {
  const cvs = await cvList(read, person, now)
  return cvs.map((one, at) => ({
    name: `cv-${at + 1}.pdf`,
    open: async () => {
      const holder = await holderOf(read, person.id ?? '')
      if (!holder) return Buffer.alloc(0)
      return pdfOf(paperOf(holder, one), now, { name: 'Passerelle' })
    },
  }))
}
const resumeFile = (read: Reader, person: Actor): PersonalFile => ({
  name: 'json-resume.json',
  open: async () => Buffer.from(JSON.stringify(await resumeOf(read, person, person.language), null, 2), 'utf8'),
})

export const cvData: PersonalData = {
  key: 'cvs',
  data: async (read, person) => ({
    cvs: (await cvList(read, person, new Date())).map(({ userId: _, ...one }) => one),
    links: await everyLink(read, person),
    looks: await looksOf(read, person),
    waitingImport: await waitingImport(read, person),
  }),
  files: async (read, person) => [resumeFile(read, person), ...(await pdfFiles(read, person, new Date()))],
  consequences: async (read, person, language) => {
    const t = dataText(language)
    const [cvs, links] = await Promise.all([cvList(read, person, new Date()), everyLink(read, person)])
    const open = links.filter((one) => stateOfLink(one, dayOf(new Date())) === 'open').length
    return [
      ...(cvs.length > 0 ? [t('goesCvs', { count: cvs.length })] : []),
      ...(open > 0 ? [t('goesLinks', { count: open })] : []),
    ]
  },
  // Links and looks go with their CVs.
  erase: async (tx, { id }) => {
    const person = { id } as Actor
    await tx.removeAll(policy.cvsOf(person))
    await tx.removeAll(policy.importsOf(person))
  },
}

/** All of one's profile and CVs, for the button of its own: as JSON, as JSON Resume, the PDFs, the files. */
export async function wholeExport(read: Reader, person: Actor, now: Date): Promise<PersonalFile[]> {
  const holder = await holderOf(read, person.id ?? '')
  const json = (name: string, value: unknown): PersonalFile => ({
    name,
    open: async () => Buffer.from(JSON.stringify(value, null, 2), 'utf8'),
  })
  const documents = await read.rows(policy.filesOf(person))
  return [
    json('profile.json', holder),
    json('cvs.json', await cvData.data(read, person)),
    resumeFile(read, person),
    ...(await pdfFiles(read, person, now)),
    ...documents.map(
      (one, at): PersonalFile => ({
        name: `files/${at + 1}-${one.name}`,
        open: () => answerable(read, one).open(),
      }),
    ),
  ]
}
