import { blank, type Draft } from '../../../ui/form.tsx'
import { found, need, press, routes, show, submit, type Web } from '../../../web/routing.tsx'
import { titleOf } from '../../occupations/rules/titles.ts'
import { confirmImport } from '../actions/confirm.ts'
import { dropImport, importCv } from '../actions/imports.ts'
import { limits } from '../actions/reading/limits.ts'
import { ImportForm, Review } from '../pages/import.tsx'
import * as policy from '../policy.ts'
import { importById } from '../queries/cvs.ts'
import { occupationsById, vocabulary } from '../queries/words.ts'
import { judged } from '../rules/proposals.ts'
import { importText } from '../text/import.ts'
import { idOf, ownHolder } from './asked.ts'

const form = (c: Web, draft: Draft) => <ImportForm page={c.var.page} draft={draft} most={limits.bytes} />

async function review(c: Web, draft: Draft) {
  const { page, read } = c.var
  const row = found(await importById(read, page.actor, idOf(c)))
  const holder = await ownHolder(c)
  const words = await vocabulary(read, page.language, { held: holder.skills })
  const ids = row.proposals.list.flatMap((one) => (one.kind === 'occupation' ? [one.id] : []))
  const titles = new Map((await occupationsById(read, ids)).map((one) => [one.id, titleOf(one, page.language)]))
  return (
    <Review
      page={page}
      row={row}
      judged={judged(row.proposals, holder, words)}
      occupationName={(id) => titles.get(id) ?? ''}
      skillName={(name) => words.skillLabel(words.skillNamed(name) ?? '') || name}
      draft={draft}
    />
  )
}

export const importRoutes = () =>
  routes()
    .get('/cv/import', (c) => {
      need(c, policy.have, {})
      return show(c, form(c, blank))
    })
    .post('/cv/import', (c) =>
      submit(c, {
        write: importCv,
        done: ({ id }) => `/cv/import/${id}`,
        again: (draft) => form(c, { ...draft, values: {} }),
      }),
    )
    .get('/cv/import/:id', async (c) => show(c, await review(c, blank)))
    .post('/cv/import/:id', (c) =>
      submit(c, {
        extra: { id: idOf(c) },
        write: confirmImport,
        done: () => '/cv',
        notice: ({ added, completed }, language) => {
          const t = importText(language)
          return added + completed > 0 ? t('confirmed', { count: added + completed }) : t('confirmedNone')
        },
        again: (draft) => review(c, draft),
      }),
    )
    .post('/cv/import/:id/drop', (c) =>
      press(c, {
        extra: { id: idOf(c) },
        write: dropImport,
        done: () => '/cv',
        notice: (_, language) => importText(language)('dropped'),
      }),
    )
