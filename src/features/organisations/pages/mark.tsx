import { Avatar } from '../../../ui/avatar.tsx'
import { logoPath } from '../rules/logo.ts'

type Marked = {
  readonly id: string
  readonly slug: string
  readonly displayName: string
  readonly logoHash: string | null
}
/** The logo, or initials in a colour of the organisation's own. */
export const Mark = ({ organisation, large }: { organisation: Marked; large?: boolean }) => (
  <Avatar name={organisation.displayName} id={organisation.id} picture={logoPath(organisation)} large={large} />
)
