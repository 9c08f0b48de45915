import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, localised, moment } from '../../db/columns.ts'
import { recorded } from '../../db/history.ts'

/**
 * A text of the site: legal notice, privacy, accessibility... One row for each version, never changed: the newest one of
 * a slug is what readers see, the others are its history.
 */
export const siteText = recorded(
  pgTable(
    'site_text',
    {
      id: id(),
      slug: text().notNull(),
      title: localised().notNull(),
      summary: localised().notNull(),
      /** Markdown, without HTML. */
      body: localised().notNull(),
      writtenAt: moment().notNull(),
      writtenBy: uuid(),
    },
    (table) => [index('site_text_newest').on(table.slug, table.writtenAt.desc())],
  ),
  { except: ['body'] },
)
