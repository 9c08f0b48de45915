import type { PropsWithChildren } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'
import type { Page } from './page.ts'
import { addressOf } from './page-address.ts'

/** `primary` is the one next deed of a page; `plain` the others; `quiet` looks like text; `danger` destroys. */
export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger'
type Shared = {
  look?: ButtonLook | undefined
  icon?: IconName | undefined
  small?: boolean | undefined
}
const looks = { primary: 'btn btn-primary', plain: 'btn btn-plain', quiet: 'btn btn-ghost', danger: 'btn btn-error' }
const classOf = ({ look = 'plain', small }: Shared) => `${looks[look]}${small ? ' btn-sm' : ''}`

type ButtonProps = PropsWithChildren<
  Shared & { name?: string | undefined; value?: string | undefined; formaction?: string | undefined }
>
/** Sends the form in which it stands. */
export function Button({ name, value, formaction, icon, children, ...shared }: ButtonProps) {
  return (
    <button class={classOf(shared)} type="submit" name={name} value={value} formaction={formaction}>
      {icon && <Icon name={icon} small={shared.small} />}
      {children}
    </button>
  )
}

type LinkButtonProps = PropsWithChildren<Shared & { page: Page; href: string; rel?: string | undefined }>
/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ page, href, rel, icon, children, ...shared }: LinkButtonProps) {
  return (
    <a class={classOf(shared)} href={addressOf(page, href)} rel={rel}>
      {icon && <Icon name={icon} small={shared.small} />}
      {children}
    </a>
  )
}

type PressProps = PropsWithChildren<
  Shared & { page: Page; action: string; hidden?: Readonly<Record<string, string>> | undefined }
>
/** A deed of one click: a form with a single button (mark as read, follow, withdraw). */
export function Press({ page, action, hidden = {}, children, ...look }: PressProps) {
  return (
    <form method="post" action={addressOf(page, action)} class="press">
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button {...look}>{children}</Button>
    </form>
  )
}
