import type { Context } from '../../db/context.ts'
import type { Examples, Rows, Stage } from '../../web/examples.ts'
import { confirmImport } from './actions/confirm.ts'
import { createCv, createLink } from './actions/cvs.ts'
import { importCv } from './actions/imports.ts'
import { frenchCv, odtOf } from './examples/files.ts'

export const asFile = (bytes: Uint8Array | string, name = 'cv') => new File([bytes as Uint8Array<ArrayBuffer>], name)
export const asJson = (value: unknown) => asFile(JSON.stringify(value), 'cv.json')

type Waiting = Awaited<ReturnType<typeof importCv>>
/** Takes everything that an import proposes. */
export const takeAll = (context: Context, { id, proposals }: Waiting) =>
  confirmImport(context, { id, items: Object.fromEntries(proposals.list.map(({ key }) => [key, { take: 'on' }])) })

/** Somebody with a profile read from a CV. */
export async function withProfile(context: Context): Promise<void> {
  await takeAll(context, await importCv(context, { file: asFile(await odtOf(frenchCv)) }))
}
export const aCv = { name: 'Pour les studios', language: 'fr', design: 'sober' } as const

const somebodys = (rows: Rows) => ({ userId: rows.cvOwner })
const anything = () => ({})
export const doors: NonNullable<Examples['doors']> = {
  'cvs.create': anything,
  'cvs.save': somebodys,
  'cvs.delete': somebodys,
  'cvs.create-link': somebodys,
  'cvs.revoke-link': somebodys,
  'cvs.open-link': anything,
  'cvs.import': anything,
  'cvs.confirm-import': somebodys,
  'cvs.drop-import': somebodys,
  'cvs.forget-imports': anything,
}
export const examplePaths: NonNullable<Examples['examplePaths']> = {
  '/cv/:id': ({ cv }) => `/cv/${cv.id}`,
  '/cv/:id/view': ({ cv }) => `/cv/${cv.id}/view`,
  '/cv/:id/pdf': ({ cv }) => `/cv/${cv.id}/pdf`,
  '/cv/:id/delete': ({ cv }) => `/cv/${cv.id}/delete`,
  '/cv/import/:id': ({ cvImport }) => `/cv/import/${cvImport.id}`,
  '/cv/shared/:token': ({ cvLink }) => new URL(cvLink.url).pathname,
  '/cv/shared/:token/pdf': ({ cvLink }) => `${new URL(cvLink.url).pathname}/pdf`,
  '/api/v1/cv/:id/links': ({ cv }) => `/api/v1/cv/${cv.id}/links`,
}
/** The cast's plain person has a profile, a CV with a link, and an import that waits. */
export async function prepare({ context, actor }: Stage) {
  const person = await actor('person')
  const theirs = context(person)
  await withProfile(theirs)
  const cv = await createCv(theirs, aCv)
  const cvLink = await createLink(theirs, { id: cv.id, label: 'Studio des Ponts', endsOn: '' })
  const cvImport = await importCv(theirs, { file: asJson({ basics: { name: 'Ada' }, work: [{ name: 'Bulle' }] }) })
  return { cv, cvLink, cvImport, cvOwner: person.id }
}
