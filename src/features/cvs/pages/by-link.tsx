import { Head } from '../../../ui/frame/head.tsx'
import { PlainPage } from '../../../ui/frame.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { Page } from '../../../ui/page.ts'
import type { Paper } from '../rules/paper.ts'
import { linkText } from '../text/links.ts'
import { pageText } from '../text/pages.ts'
import { printText } from '../text/print.ts'
import { CvPaper } from './paper.tsx'

type SharedProps = {
  page: Page
  paper: Paper
  pdf: string /** For its owner: where it is made. */
  back?: string | undefined
}
/** A CV alone on its page, for whoever has the link: no menus, nothing to find one's way to other people. */
export function SharedCv({ page, paper, pdf, back }: SharedProps) {
  const t = linkText(page.language)
  const kind = back ? pageText(page.language)('view') : printText(page.language)('cv')
  const title = `${paper.name} – ${kind}`
  return (
    <html lang={page.language} data-theme="paper">
      <Head page={page} title={title} description={title} noindex />
      <body class="cv-alone">
        <main id="content" tabindex={-1}>
          <CvPaper paper={paper} />
        </main>
        <footer class="cv-foot">
          <p>
            <a class="btn btn-plain" href={page.href(pdf)} download>
              <Icon name="download" />
              {t('pdf')}
            </a>
          </p>
          {back ? (
            <p>
              <a href={page.href(back)}>{pageText(page.language)('back')}</a>
            </p>
          ) : (
            <p class="help">{t('sharedBy', { name: page.identity.name })}</p>
          )}
        </footer>
      </body>
    </html>
  )
}

/** 410: says kindly that there is nothing to see any more, and nothing about whose it was. */
export function GoneCv({ page }: { page: Page }) {
  const t = linkText(page.language)
  return (
    <PlainPage page={page} title={t('gone')} noindex>
      <div class="prose">
        <p>{t('goneWhy')}</p>
      </div>
    </PlainPage>
  )
}
