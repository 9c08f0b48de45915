import { Button, LinkButton } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/form/choices.tsx'
import { Field, TextArea } from '../../../ui/form/field.tsx'
import { type Draft, Fieldset, Form } from '../../../ui/form.tsx'
import { Frame, Heading } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import type { LinkEntry } from '../queries/cvs.ts'
import type { Paper, PaperEntry } from '../rules/paper.ts'
import { type CvPart, contactKinds, type Layout } from '../schema/cv.ts'
import { pageText } from '../text/pages.ts'
import { printText } from '../text/print.ts'
import { Links } from './links.tsx'
import { designChoices } from './list.tsx'
import { CvPaper } from './paper.tsx'

export type EditorProps = {
  page: Page
  id: string
  name: string
  draft: Draft
  layout: Layout
  /** The rows of the profile for each part, in the CV's order. */
  rows: ReadonlyMap<CvPart, readonly PaperEntry[]>
  paper: Paper
  links: readonly LinkEntry[]
  linkDraft: Draft
}

/** The form at the left, what comes of it at the right, the links below. */
export function CvEditor(props: EditorProps) {
  const { page, id, name, draft, paper } = props
  const t = pageText(page.language)
  const form = { page, draft }
  return (
    <Frame page={page} title={t('editTitle', { name })} trail={[{ href: '/cv', label: t('cvs') }]} noindex wide>
      <Heading
        title={t('editTitle', { name })}
        actions={
          <>
            <LinkButton page={page} href={`/cv/${id}/view`} icon="eye" look="quiet">
              {t('view')}
            </LinkButton>
            <LinkButton page={page} href={`/cv/${id}/pdf`} icon="download">
              {t('pdf')}
            </LinkButton>
          </>
        }
      />
      <live-preview class="cv-editor" data-source={page.href(`/cv/${id}/preview`)}>
        <div class="cv-form">
          <Form page={page} draft={draft} action={`/cv/${id}`} button={t('save')} cancel={{ href: '/cv' }}>
            {/* Enter in a field saves: without this, the first button of the form would take a step up. */}
            <button type="submit" class="sr-only" tabindex={-1}>
              {t('save')}
            </button>
            <Field {...form} name="name" label={t('name')} help={t('nameHelp')} />
            {designChoices(page, draft)}
            <Fieldset legend={t('head')}>
              <Field {...form} name="title" label={t('title')} help={t('titleHelp')} optional />
              <TextArea
                {...form}
                name="intro"
                label={t('intro')}
                help={t('introHelp')}
                rows={4}
                maxlength={2000}
                optional
              />
              <Choices
                {...form}
                name="contact"
                many
                optional
                look="chips"
                label={t('contact')}
                help={t('contactHelp')}
                options={contactKinds.map((value) => ({ value, label: t(`contact-${value}`) }))}
              />
            </Fieldset>
            <Fieldset legend={t('parts')} help={t('partsHelp')}>
              <ol class="cv-parts">
                {props.layout.parts.map((_, at) => (
                  <Part {...props} at={at} />
                ))}
              </ol>
            </Fieldset>
          </Form>
          <p class="cv-delete">
            <LinkButton page={page} href={`/cv/${id}/delete`} icon="trash" look="quiet" small>
              {t('delete')}
            </LinkButton>
          </p>
        </div>
        <section class="cv-preview" aria-labelledby="preview">
          <h2 id="preview">{t('preview')}</h2>
          <p class="help">{t('previewHow')}</p>
          <div data-preview>
            <CvPreview page={page} paper={paper} />
          </div>
        </section>
      </live-preview>
      <Links page={page} cvId={id} links={props.links} draft={props.linkDraft} />
    </Frame>
  )
}

/** What the editor's script fetches while somebody types. */
export const CvPreview = ({ page, paper }: { page: Page; paper: Paper }) => (
  <>
    <CvPaper paper={paper} level={2} />
    {paper.parts.length === 0 && <p class="help">{pageText(page.language)('previewEmpty')}</p>}
  </>
)

function Part({ page, layout, rows, paper, at }: EditorProps & { at: number }) {
  const one = layout.parts[at]
  if (!one) return null
  const { part, shown, hidden } = one
  const t = pageText(page.language)
  const title = printText(page.language)(`part-${part}`)
  const entries = rows.get(part) ?? []
  const name = (field: string) => `parts.${at}.${field}`
  return (
    <li class="cv-part-choice">
      <input type="hidden" name={name('part')} value={part} />
      <input type="hidden" name={name('asked')} value="on" />
      <div class="cv-part-head">
        <label class="choice">
          <input type="checkbox" class="checkbox" name={name('shown')} checked={shown} />
          <span>{title}</span>
        </label>
        <Moves page={page} move={part} what={title} isFirst={at === 0} isLast={at === layout.parts.length - 1} />
      </div>
      {part !== 'summary' && entries.length === 0 && <p class="help">{t('emptyPart')}</p>}
      {entries.length > 0 && (
        <details open={entries.length <= 8}>
          <summary>{t('rows', { count: entries.length })}</summary>
          <ol>
            {entries.map((entry, index) => (
              <li class="cv-row-choice">
                <input type="hidden" name={name('order')} value={entry.id} />
                <label class="choice">
                  <input
                    type="checkbox"
                    class="checkbox"
                    name={name('chosen')}
                    value={entry.id}
                    checked={!hidden.includes(entry.id)}
                  />
                  <span lang={paper.language}>
                    {entry.label}
                    {entry.when && <small>{entry.when}</small>}
                  </span>
                </label>
                <Moves
                  page={page}
                  move={`${part}:${entry.id}`}
                  what={entry.label}
                  isFirst={index === 0}
                  isLast={index === entries.length - 1}
                />
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  )
}

type MovesProps = { page: Page; move: string; what: string; isFirst: boolean; isLast: boolean }
function Moves({ page, move, what, isFirst, isLast }: MovesProps) {
  const t = pageText(page.language)
  return (
    <span class="cv-moves">
      {!isFirst && (
        <Button look="quiet" small icon="arrow-up" name="move" value={`${move}:up`}>
          <span class="sr-only">{t('upOne', { what })}</span>
        </Button>
      )}
      {!isLast && (
        <Button look="quiet" small icon="arrow-down" name="move" value={`${move}:down`}>
          <span class="sr-only">{t('downOne', { what })}</span>
        </Button>
      )}
    </span>
  )
}
