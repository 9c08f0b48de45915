import type { Language } from '../kernel/language.ts'
import type { Identity } from '../ui/page.ts'

/** What the product says of itself until a cluster has set its own name and colours. */
export const demoIdentity: Readonly<Record<Language, Identity>> = {
  fr: { name: 'Passerelle', tagline: 'Le pôle des industries de l’image en Auvergne-Rhône-Alpes' },
  en: { name: 'Passerelle', tagline: 'The cluster of the image industries in Auvergne-Rhône-Alpes' },
}
