import type { PropsWithChildren } from 'hono/jsx'
import { blank, type Draft } from './form/draft.ts'
import { Form } from './form.tsx'
import { FormPage, type FrameOptions } from './frame.tsx'
import { Notice } from './notice.tsx'
import type { Page } from './page.ts'

type ConfirmProps = PropsWithChildren<
  FrameOptions & {
    page: Page
    /** The question: « Retirer l’offre « Animateur 3D » ? » */
    title: string
    /** What follows from the deed, and whether it can be undone. */
    consequence: string
    action: string
    /** The deed: « Retirer l’offre ». */
    button: string
    cancel: { readonly href: string; readonly label?: string }
    danger?: boolean | undefined
    draft?: Draft | undefined
    hidden?: Readonly<Record<string, string>> | undefined
  }
>
/** Asks before a deed that is hard to undo; `children` may hold fields (a reason). */
export const ConfirmPage = (props: ConfirmProps) => {
  const {
    page,
    title,
    consequence,
    action,
    button,
    cancel,
    danger = true,
    draft = blank,
    hidden,
    children,
    ...frame
  } = props
  return (
    <FormPage page={page} title={title} {...frame}>
      <Notice tone={danger ? 'waiting' : 'info'}>
        <p>{consequence}</p>
      </Notice>
      <Form page={page} draft={draft} action={action} button={button} cancel={cancel} danger={danger} hidden={hidden}>
        {children}
      </Form>
    </FormPage>
  )
}
