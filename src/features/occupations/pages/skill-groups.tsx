import { Chip } from '../../../ui/chips.tsx'
import type { Page } from '../../../ui/page.ts'
import type { SkillLine } from '../queries/sheet.ts'
import { type Level, levels, skillKinds } from '../tables/vocabulary.ts'
import { text } from '../text/pages.ts'
import { Wording } from './pieces.tsx'

/** As many lines of a kind as are shown before the rest folds away: sheets of the repertories have a hundred. */
const most = 20

/** The skills of a sheet by kind, essential ones first and marked, with the level expected. */
export const SkillGroups = ({ page, lines }: { page: Page; lines: readonly SkillLine[] }) => {
  const t = text(page.language)
  return (
    <div class="grid gap-6 print:grid-cols-2 print:gap-3">
      {skillKinds.map((kind) => {
        const group = lines.filter((line) => line.kind === kind)
        if (group.length === 0) return null
        const [shown, rest] = [group.slice(0, most), group.slice(most)]
        return (
          <section>
            <h3 class="mb-1">{t(`kind-${kind}`)}</h3>
            <Lines page={page} lines={shown} />
            {rest.length > 0 && (
              <details>
                <summary>{t('moreSkills', { count: rest.length })}</summary>
                <Lines page={page} lines={rest} />
              </details>
            )}
          </section>
        )
      })}
    </div>
  )
}

const Lines = ({ page, lines }: { page: Page; lines: readonly SkillLine[] }) => (
  <ul class="grid list-none gap-0.5 p-0">
    {lines.map(({ slug, label, essential, level }) => (
      <li class="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-1 print:py-0">
        <a href={page.href(`/skills/${slug}`)}>
          <Wording page={page} wording={label} />
        </a>
        {essential && <Chip tone="info">{text(page.language)('essential')}</Chip>}
        {level && <LevelMark page={page} level={level} />}
      </li>
    ))}
  </ul>
)

/** The level as words, and as filled dots for the eye. */
export const LevelMark = ({ page, level }: { page: Page; level: Level }) => {
  const t = text(page.language)
  return (
    <span class="help ms-auto inline-flex items-center gap-2" title={t('levelOf', { level })}>
      <span aria-hidden="true" class="inline-flex gap-1 print:hidden">
        {levels.map((one) => (
          <i class={`size-2 rounded-full border border-current ${one <= level ? 'bg-current' : ''}`} />
        ))}
      </span>
      {t(`level-${level}`)}
    </span>
  )
}
