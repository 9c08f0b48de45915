import { Refused } from '../../../kernel/errors.ts'
import { formValues } from '../../../web/form-values.ts'
import { found, goTo, idAt, need, routes, show, type Web } from '../../../web/routing.tsx'
import { merge } from '../actions/merge.ts'
import { MergeChoicePage, MergeComparePage } from '../pages/merge.tsx'
import * as policy from '../policy.ts'
import { bestMatches, everySector } from '../queries/directory.ts'
import { duplicatesOf } from '../queries/duplicates.ts'
import { byId } from '../queries/organisation.ts'
import { mergeChoices } from '../rules/merge.ts'
import { sectorsFor } from '../rules/sector-labels.ts'
import { organisationMergeSlot } from '../schema/input.ts'
import { text } from '../text/team.ts'
import { organisationAt } from './organisation.tsx'

async function pairAt(c: Web) {
  need(c, policy.merge, {})
  const kept = await organisationAt(c)
  return { kept, gone: found(await byId(c.var.read, c.var.page.actor, idAt(c))) }
}
async function comparePage(c: Web, refusal: string | null = null) {
  const { kept, gone } = await pairAt(c)
  const { read, page, hang } = c.var
  const [sectors, moves] = await Promise.all([everySector(read), hang(organisationMergeSlot, gone)])
  return (
    <MergeComparePage
      page={page}
      kept={kept}
      gone={gone}
      differences={mergeChoices(kept, gone)}
      sectors={sectorsFor(sectors, page.language)}
      moves={moves}
      refusal={refusal}
    />
  )
}

export const mergeRoutes = routes()
  .get('/organisations/:slug/merge', async (c) => {
    const organisation = await organisationAt(c)
    need(c, policy.merge, organisation)
    const { read, page } = c.var
    const q = page.query.get('q')?.trim() ?? ''
    const others = q
      ? (await bestMatches(read, q, 20)).rows
      : await duplicatesOf(read, page.actor, organisation, organisation.id)
    const shown = others.filter((one) => one.id !== organisation.id)
    return show(c, <MergeChoicePage page={page} organisation={organisation} q={q} others={shown} />)
  })
  .get('/organisations/:slug/merge/:id', async (c) => show(c, await comparePage(c)))
  .post('/organisations/:slug/merge/:id', async (c) => {
    const { kept, gone } = await pairAt(c)
    const { choice = {} } = (await formValues(c)) as { choice?: Readonly<Record<string, unknown>> }
    const take = Object.keys(choice).filter((field) => choice[field] === 'other')
    try {
      const { slug } = await merge(c.var.context, { id: kept.id, otherId: gone.id, take })
      return goTo(c, `/organisations/${slug}`, text(c.var.page.language)('merged'))
    } catch (error) {
      if (error instanceof Refused) return show(c, await comparePage(c, error.message), 409)
      throw error
    }
  })
