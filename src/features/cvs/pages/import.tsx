import type { Child } from 'hono/jsx'
import { Button } from '../../../ui/button.tsx'
import { Chip, type Tone } from '../../../ui/chips.tsx'
import { Field, TextArea } from '../../../ui/form/field.tsx'
import { FileField } from '../../../ui/form/file-field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { FormPage, PlainPage } from '../../../ui/frame.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import { basicsText, editable, type Judged, languageOfLabel } from '../rules/proposals.ts'
import { isReadable } from '../rules/recognise.ts'
import type { SourceKind } from '../schema/cv.ts'
import type { Proposal } from '../schema/proposal.ts'
import { sectionKeys } from '../schema/resume.ts'
import { importText } from '../text/import.ts'
import { pageText } from '../text/pages.ts'
import { printText } from '../text/print.ts'

export function ImportForm({ page, draft, most }: { page: Page; draft: Draft; most: number }) {
  const t = importText(page.language)
  return (
    <FormPage
      page={page}
      title={t('import')}
      intro={<p>{t('importIntro')}</p>}
      trail={[{ href: '/cv', label: pageText(page.language)('cvs') }]}
    >
      <Form page={page} draft={draft} action="/cv/import" button={t('read')} cancel={{ href: '/cv' }} multipart>
        <FileField
          page={page}
          draft={draft}
          name="file"
          label={t('file')}
          help={t('fileHelp')}
          kinds={t('kinds')}
          accept=".pdf,.docx,.odt,.json,.xml"
          most={most}
        />
      </Form>
    </FormPage>
  )
}

export type ReviewProps = {
  page: Page
  row: {
    readonly id: string
    readonly source: SourceKind
    readonly language: string | null
    readonly text: string
    readonly proposals: { readonly dropped: readonly string[] }
  }
  judged: readonly Judged[]
  occupationName: (id: string) => string
  /** What the site calls a skill that a file names by one of its other names. */
  skillName: (name: string) => string
  draft: Draft
}
/** Groups of the review, in the order of a CV. */
const groups = ['basics', 'occupations', ...sectionKeys, 'basics.profiles', 'rest'] as const
type Group = (typeof groups)[number]
const groupOf = (proposal: Proposal): Group =>
  proposal.kind === 'entry' ? proposal.list : proposal.kind === 'occupation' ? 'occupations' : proposal.kind

export function Review(props: ReviewProps) {
  const { page, row, judged, draft } = props
  const t = importText(page.language)
  const { dropped } = row.proposals
  return (
    <PlainPage
      page={page}
      title={t('review')}
      kind={t(`source-${row.source}`)}
      intro={<p>{t('reviewIntro')}</p>}
      trail={[{ href: '/cv', label: pageText(page.language)('cvs') }]}
      noindex
    >
      <div class="stack">
        {!isReadable(row.language) && (
          <Notice tone="waiting">
            <p>{t('otherLanguage', { language: languageOfLabel(row.language ?? '', page.language) })}</p>
          </Notice>
        )}
        {dropped.length > 0 && (
          <Notice>
            <p>{t('leftOut', { count: dropped.length, list: dropped.slice(0, 20).join(', ') })}</p>
          </Notice>
        )}
        <Form
          page={page}
          draft={draft}
          action={`/cv/import/${row.id}`}
          button={t('confirm')}
          icon="check"
          more={
            <Button look="quiet" formaction={page.href(`/cv/import/${row.id}/drop`)}>
              {t('drop')}
            </Button>
          }
        >
          {groups.map((group) => (
            <GroupOf {...props} group={group} shown={judged.filter(({ proposal }) => groupOf(proposal) === group)} />
          ))}
        </Form>
        {row.text && (
          <details class="cv-text">
            <summary>{t('fullText')}</summary>
            <pre tabindex={0}>{row.text}</pre>
          </details>
        )}
      </div>
    </PlainPage>
  )
}

type GroupProps = ReviewProps & { group: Group; shown: readonly Judged[] }
function GroupOf({ group, shown, ...props }: GroupProps) {
  if (shown.length === 0) return null
  const t = importText(props.page.language)
  const title =
    group === 'basics' || group === 'occupations' || group === 'basics.profiles' || group === 'rest'
      ? t(group)
      : printText(props.page.language)(`part-${group}`)
  return (
    <fieldset class="field-group cv-review">
      <legend>{title}</legend>
      {group === 'rest' && <p class="help">{t('restWhat')}</p>}
      <ul>
        {shown.map((one) => (
          <Item {...props} one={one} />
        ))}
      </ul>
    </fieldset>
  )
}

const tones: Record<Judged['standing'], Tone> = { new: 'good', known: 'neutral', completes: 'info', differs: 'waiting' }
const longFields = new Set(['summary', 'description', 'reference'])

const cut = (text: string) => (text.length > 120 ? `${text.slice(0, 120)}…` : text)
/** What a proposal is called beside its tick. */
function nameOf({ page, occupationName, skillName }: ReviewProps, proposal: Proposal): string {
  const t = importText(page.language)
  if (proposal.kind === 'occupation') return occupationName(proposal.id)
  if (proposal.kind === 'basics') return `${t(`field-${proposal.field}`)} – ${cut(basicsText(proposal.value))}`
  if (proposal.kind === 'entry' && proposal.list === 'skills') return skillName(String(proposal.item.name ?? ''))
  if (proposal.kind === 'rest') return t('rest')
  const [first = '', second = ''] = editable[proposal.list] ?? []
  const said = [proposal.item[first], proposal.list === 'basics.profiles' ? '' : proposal.item[second]]
  const words = said.filter((one): one is string => typeof one === 'string' && one !== '')
  return words.join(', ') || (Object.values(proposal.item).find((one) => typeof one === 'string') as string) || '…'
}

function Item({ one, ...props }: ReviewProps & { one: Judged }) {
  const { page, row, draft } = props
  const { proposal, standing, isTicked, now } = one
  const t = importText(page.language)
  const name = nameOf(props, proposal)
  const answers = (draft.values.items as Record<string, Record<string, unknown>> | undefined)?.[proposal.key]
  const isOn = draft.values.items ? answers?.take === 'on' : isTicked
  const isGuess = proposal.kind === 'entry' && proposal.isGuess
  return (
    <li class="cv-proposal">
      <div class="cv-proposal-head">
        <label class="choice">
          <input type="checkbox" class="checkbox" name={`items.${proposal.key}.take`} checked={isOn} />
          <span>{name}</span>
        </label>
        <Chip tone={tones[standing]}>{t(`standing-${standing}`)}</Chip>
        {isGuess && <Chip>{t('guess')}</Chip>}
      </div>
      {standing === 'differs' && <p class="help">{t('now', { now })}</p>}
      {proposal.kind !== 'rest' && (proposal.kind !== 'occupation' || proposal.place) && (
        <details class="cv-details">
          <summary>{proposal.place ? t('correct') : t('correctOnly')}</summary>
          <Corrections {...props} proposal={proposal} />
          {proposal.place && row.text && <Where page={page} text={row.text} {...proposal.place} />}
        </details>
      )}
    </li>
  )
}

/** The fields of a proposal, folded: most people only tick. */
function Corrections({ page, proposal }: ReviewProps & { proposal: Proposal }) {
  const t = importText(page.language)
  const key = `items.${proposal.key}`
  if (proposal.kind === 'occupation' || proposal.kind === 'rest') return null
  if (proposal.kind === 'basics') {
    const draft = { values: { [`${key}.value`]: basicsText(proposal.value) }, errors: {} }
    const field = { page, draft, name: `${key}.value`, label: t(`field-${proposal.field}`), optional: true }
    return proposal.field === 'summary' ? <TextArea {...field} rows={4} /> : <Field {...field} />
  }
  const { list, item } = proposal
  const fields = (editable[list] ?? []).filter((field) => !(list === 'skills' && field === 'name'))
  const values = Object.fromEntries(fields.map((field) => [`${key}.${field}`, item[field] ?? '']))
  const draft = { values, errors: {} }
  const inputs = fields.map((field): Child => {
    const label = t(`f-${field === 'name' && (list === 'work') ? 'employer' : field}` as 'f-name')
    const shared = { page, draft, name: `${key}.${field}`, label, optional: true }
    return longFields.has(field) ? <TextArea {...shared} rows={3} /> : <Field {...shared} />
  })
  return <div class="cv-fields">{inputs}</div>
}

const around = 90
/** The place in the text, marked, with a little of what stands around it. */
function Where({ page, text, from, to }: { page: Page; text: string; from: number; to: number }) {
  const end = Math.min(to, from + 600)
  return (
    <div class="cv-where">
      <p class="help">{importText(page.language)('where')}</p>
      <blockquote lang="">
        {from > around && '… '}
        {text.slice(Math.max(0, from - around), from)}
        <mark>{text.slice(from, end)}</mark>
        {text.slice(end, end + around)}
        {end + around < text.length && ' …'}
      </blockquote>
    </div>
  )
}
