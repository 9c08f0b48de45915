/** The address of a logo says which one it is, so that it can be kept for a year. */
export const logoPath = ({ slug, logoHash }: { readonly slug: string; readonly logoHash: string | null }) =>
  logoHash ? `/organisations/${slug}/logo?v=${logoHash.slice(0, 12)}` : undefined
