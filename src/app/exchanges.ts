import type { Exporter, Importer } from './exchange.ts'
import { courseExporters, courseImporters } from './exchange-courses.ts'
import { occupationExporters, occupationImporters } from './exchange-occupations.ts'
import { organisationExporters, organisationImporters } from './exchange-organisations.ts'

/** What the features can read and write on the command line, by the name that is typed. */
export const importers: Readonly<Record<string, Importer>> = {
  ...organisationImporters,
  ...occupationImporters,
  ...courseImporters,
}
export const exporters: Readonly<Record<string, Exporter>> = {
  ...organisationExporters,
  ...occupationExporters,
  ...courseExporters,
}
