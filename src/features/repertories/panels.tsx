import { LinkButton } from '../../ui/button.tsx'
import { panel } from '../../web/slots.ts'
import { occupationDeedsSlot } from '../occupations/schema/slots.ts'
import { runImports } from './policy.ts'
import { text } from './text/pages.ts'

/** Above the index of sheets, for the team: where sheets come from. */
const importsLink = panel(occupationDeedsSlot, async (_, page) =>
  runImports(page.actor) ? (
    <LinkButton page={page} look="quiet" icon="arrow-up-down" href="/repertories">
      {text(page.language)('manageImports')}
    </LinkButton>
  ) : null,
)
export const panels = [importsLink]
