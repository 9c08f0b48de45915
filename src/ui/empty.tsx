import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

type EmptyProps = {
  title: string /** What would be here, and how it gets here. */
  children?: Child
  icon?: IconName | undefined /** The button that fills it. */
  action?: Child
}
/** An empty list says what would be here and gives the button. */
export const Empty = ({ title, icon = 'inbox', action, children }: EmptyProps) => (
  <div class="empty">
    <Icon name={icon} />
    <p class="empty-title">{title}</p>
    {children && <p>{children}</p>}
    {action && <p class="empty-action">{action}</p>}
  </div>
)
