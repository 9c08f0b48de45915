import { Avatar } from '../../../ui/avatar.tsx'

type Marked = {
  readonly id: string
  readonly slug: string
  readonly displayName: string
  readonly logoHash: string | null
}
/** The address of a logo says which one it is, so that it can be kept for a year. */
export const logoPath = ({ slug, logoHash }: Pick<Marked, 'slug' | 'logoHash'>) =>
  logoHash ? `/organisations/${slug}/logo?v=${logoHash.slice(0, 12)}` : undefined
/** The logo, or initials in a colour of the organisation's own. */
export const Mark = ({ organisation, large }: { organisation: Marked; large?: boolean }) => (
  <Avatar name={organisation.displayName} id={organisation.id} picture={logoPath(organisation)} large={large} />
)
