import type { Child } from 'hono/jsx'
import { dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import { Press } from '../../../ui/button.tsx'
import { Aside } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chips.tsx'
import { FormPage } from '../../../ui/frame.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PublicRecord } from '../../../ui/record.tsx'
import { completenessOf } from '../rules/completeness.ts'
import { nextStep } from '../rules/consent.ts'
import { text } from '../text/mine.ts'
import { words } from '../text/words.ts'
import { Heading, Lists, type MineProps, Mobility, Occupations, Skills, Wishes } from './sections.tsx'
import { Files, Photo } from './uploads.tsx'

/** /talents/mine without a profile yet */
export function StartPage({ page, panels }: Pick<MineProps, 'page' | 'panels'>) {
  const t = text(page.language)
  return (
    <FormPage page={page} title={t('startTitle')} intro={t('startIntro')} current="talents">
      <div class="flex flex-col items-start gap-8">
        <p class="prose">{t('startHow')}</p>
        <Press page={page} action="/talents/mine" look="primary" icon="plus">
          {t('start')}
        </Press>
        {panels}
      </div>
    </FormPage>
  )
}

function Standing({ page, own }: MineProps) {
  const t = text(page.language)
  const { at } = nextStep(own)
  const day = formatDay(dayOf(at), page.language)
  if (own.state === 'asleep' || own.remindedAt)
    return (
      <Notice tone="waiting">
        <p>{own.state === 'asleep' ? t('asleep', { day }) : t('reminded', { day })}</p>
        <Press page={page} action="/talents/mine/confirm" look="primary">
          {t(own.state === 'asleep' ? 'wake' : 'stillMe')}
        </Press>
      </Notice>
    )
  const who = words(page.language)(`opening-${own.visibility}`).toLowerCase()
  return (
    <Notice tone={own.visibility === 'hidden' ? 'waiting' : 'good'}>
      <p>
        {own.visibility === 'hidden'
          ? t(own.decidedAt ? 'hiddenNow' : 'undecided')
          : t(own.anonymous ? 'openAnonymous' : 'openNow', { who })}{' '}
        <a class="link" href={page.href('/talents/mine/visibility')}>
          {t('who')}
        </a>
      </p>
    </Notice>
  )
}

const places: Readonly<Record<string, string>> = {
  headline: 'heading',
  summary: 'heading',
  place: 'heading',
  occupations: 'occupations',
  skills: 'skills',
  experiences: 'experience',
  education: 'education',
  availability: 'wishes',
  mobility: 'mobility',
  languages: 'language',
  links: 'link',
}
function Completeness({ page, own }: MineProps) {
  const t = text(page.language)
  const { percent, missing } = completenessOf(own)
  return (
    <Aside title={missing.length === 0 ? t('complete') : t('completePercent', { percent })}>
      <progress class="progress" max={100} value={percent} aria-label={t('completePercent', { percent })} />
      {missing.length > 0 && (
        <>
          <p class="help">{t('nextSteps')}</p>
          <ul class="stack">
            {missing.slice(0, 4).map((one) => (
              <li>
                <a class="link" href={`#${places[one]}`}>
                  {t(`milestone-${one}`)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Aside>
  )
}

function Ways({ page, own, looked, waiting }: MineProps) {
  const t = text(page.language)
  const links: readonly (readonly [string, string, number?])[] = [
    ['/talents/mine/visibility', t('who')],
    ['/talents/mine/preview', t('preview')],
    ['/talents/mine/looks', t('looks'), looked],
    ['/talents/mine/contacts', t('contacts'), waiting],
    ['/talents/mine/close', t('close')],
  ]
  return (
    <Aside title={own.name}>
      <ul class="stack">
        {links.map(
          ([href, label, count]): Child => (
            <li>
              <a class="link" href={page.href(href)}>
                {label}
              </a>
              {count ? (
                <>
                  {' '}
                  <Chip>{String(count)}</Chip>
                </>
              ) : null}
            </li>
          ),
        )}
      </ul>
    </Aside>
  )
}

/** /talents/mine */
export function MinePage(props: MineProps) {
  const { page } = props
  const t = text(page.language)
  return (
    <PublicRecord
      page={page}
      title={t('mine')}
      lead={t('intro')}
      noindex
      current="talents"
      trail={[{ href: '/talents', label: 'Talents' }]}
      chips={<Standing {...props} />}
      next={
        <>
          <Completeness {...props} />
          <Ways {...props} />
          {props.panels}
        </>
      }
    >
      <Heading {...props} />
      <Occupations {...props} />
      <Skills {...props} />
      <Wishes {...props} />
      <Mobility {...props} />
      <Lists {...props} />
      <Files {...props} />
      <Photo {...props} />
    </PublicRecord>
  )
}
