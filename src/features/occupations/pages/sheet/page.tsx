import { Chip, Chips, SectorChips } from '../../../../ui/chips.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import type { Page } from '../../../../ui/page.ts'
import { Picture } from '../../../../ui/picture.tsx'
import { PublicRecord, Section } from '../../../../ui/record.tsx'
import type { Sector } from '../../../../ui/tint.ts'
import type { Sheet } from '../../queries/sheet.ts'
import { titleIn, wordingIn } from '../../rules/titles.ts'
import { text } from '../../text/pages.ts'
import { jsonLdOf } from '../json-ld.ts'
import { sectorsOf } from '../pieces.tsx'
import { SkillGroups } from '../skill-groups.tsx'
import { Deeds, Keeping } from './deeds.tsx'
import { factsOf } from './facts.tsx'
import { Linked, Near } from './near.tsx'
import type { SheetProps } from './props.ts'
import { Aliases, Missions, TextSection } from './sections.tsx'

/** The sheet as an article. */
export function SheetPage(props: SheetProps) {
  const { page, sheet, lines } = props
  const t = text(page.language)
  const own = sectorsOf(sheet.sectors, props.sectors)
  const isOwn = sheet.origin === 'own'
  const summary = wordingIn(sheet.summary, page.language)
  return (
    <PublicRecord
      page={page}
      current="occupations"
      kind={isOwn ? t('sheetKind') : t('referenceKind', { origin: t(`origin-${sheet.origin}`) })}
      title={titleIn(sheet, page.language).text}
      description={summary?.text.slice(0, 300)}
      jsonLd={jsonLdOf(props)}
      noindex={sheet.state !== 'published'}
      trail={[
        { href: '/occupations', label: t('occupations') },
        ...(isOwn ? [] : [{ href: '/occupations/reference', label: t('referenceTab') }]),
      ]}
      sectors={own}
      picture={isOwn && <Picture id={sheet.id} colour={own[0]?.colour ?? 'slate'} shape="banner" />}
      chips={<HeadChips page={page} sheet={sheet} sectors={own} />}
      lead={isOwn && summary && <p lang={summary.lang}>{summary.text}</p>}
      actions={<Deeds page={page} sheet={sheet} />}
      facts={factsOf(props)}
      history={props.history}
      aside={
        <>
          <Linked {...props} />
          <Keeping page={page} sheet={sheet} />
          {[...props.asides]}
        </>
      }
    >
      <States page={page} sheet={sheet} />
      {!isOwn && <TextSection page={page} id="description" title={t('description')} wording={sheet.summary} />}
      <Missions {...props} />
      {lines.length > 0 && (
        <Section id="skills" title={t('skills')}>
          <p class="help mb-5 print:hidden">{t('skillsIntro')}</p>
          <SkillGroups page={page} lines={lines} />
        </Section>
      )}
      <TextSection
        page={page}
        id="conditions"
        title={isOwn ? t('conditions') : t('contexts')}
        wording={sheet.conditions}
      />
      <TextSection page={page} id="prospects" title={t('prospects')} wording={sheet.prospects} />
      <Aliases {...props} />
      <Near {...props} />
      {[...props.panels]}
      {!isOwn && <p class="help">{t(sheet.origin === 'rome' ? 'sourceRome' : 'sourceEsco')}</p>}
    </PublicRecord>
  )
}

const HeadChips = ({ page, sheet, sectors }: { page: Page; sheet: Sheet; sectors: readonly Sector[] }) => {
  const t = text(page.language)
  return (
    <div class="grid gap-2">
      <SectorChips page={page} sectors={sectors} />
      {sheet.family && (
        <Chips>
          <Chip>{t(`family-${sheet.family}`)}</Chip>
        </Chips>
      )}
    </div>
  )
}

const States = ({ page, sheet }: { page: Page; sheet: Sheet }) => {
  const t = text(page.language)
  return sheet.state === 'published' ? null : (
    <Notice tone="waiting">
      <p>{t(sheet.state === 'draft' ? 'draftNotice' : 'archivedNotice')}</p>
    </Notice>
  )
}
