import type { PropsWithChildren } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

export type NoticeTone = 'info' | 'good' | 'waiting' | 'bad'
const icons: Record<NoticeTone, IconName> = {
  info: 'info',
  good: 'circle-check',
  waiting: 'triangle-alert',
  bad: 'circle-alert',
}
type NoticeProps = PropsWithChildren<{
  tone?: NoticeTone | undefined
  title?: string | undefined
  /** It came after the page was loaded, or says what has just been done: read out at once. */
  live?: boolean | undefined
}>
/** A message on a page: what to know, what was done, what is missing. */
export const Notice = ({ tone = 'info', title, live, children }: NoticeProps) => (
  <div class={`notice is-${tone}`} role={live ? 'status' : undefined}>
    <Icon name={icons[tone]} />
    <div>
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  </div>
)
