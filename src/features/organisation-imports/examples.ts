import { system } from '../../kernel/actor.ts'
import type { Examples, Rows, Stage } from '../../web/examples.ts'
import { upload } from './actions/preview.ts'

export const prepare = async ({ context }: Stage) => ({
  importRun: await upload(context(system), { file: new File(['Nom;Ville\nStudio Vert;Lyon'], 'organisations.csv') }),
})

/** An address for each page with parameters. */
export const examplePaths: NonNullable<Examples['examplePaths']> = Object.fromEntries([
  ...['', '/columns', '/undo'].map((rest) => [
    `/organisations/imports/:id${rest}`,
    ({ importRun }: Rows) => `/organisations/imports/${importRun.id}${rest}`,
  ]),
  ...['', '/lines'].map((rest) => [
    `/api/v1/organisation-imports/:id${rest}`,
    ({ importRun }: Rows) => `/api/v1/organisation-imports/${importRun.id}${rest}`,
  ]),
])

export const doors: Readonly<Record<string, (rows: Rows) => object>> = {
  'organisation-imports.upload': () => ({}),
  'organisation-imports.preview': ({ importRun }) => importRun,
  'organisation-imports.apply': ({ importRun }) => importRun,
  'organisation-imports.undo': ({ importRun }) => importRun,
}
