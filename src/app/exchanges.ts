import type { Exporter, Importer } from './exchange.ts'
import { courseExporters, courseImporters } from './exchange-courses.ts'
import { organisationExporters, organisationImporters } from './exchange-organisations.ts'
import { repertoryExporters, repertoryImporters } from './exchange-repertories.ts'

/** What the features can read and write on the command line, by the name that is typed. */
export const importers: Readonly<Record<string, Importer>> = {
  ...organisationImporters,
  ...repertoryImporters,
  ...courseImporters,
}
export const exporters: Readonly<Record<string, Exporter>> = {
  ...organisationExporters,
  ...repertoryExporters,
  ...courseExporters,
}
