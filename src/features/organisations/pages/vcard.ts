import { inLanguage } from '../../../kernel/localised.ts'
import type { Page } from '../../../ui/page.ts'
import type { OrganisationRecord } from '../queries/organisation.ts'
import { logoPath } from '../rules/logo.ts'

/** RFC 6350, 3.4: what would end a value is written with a backslash. */
const escaped = (text: string) => text.replace(/([\\,;])/g, '\\$1').replace(/\r?\n/g, '\\n')

/** RFC 6350, 3.2: at most 75 octets a line, continued on one that begins with a space; no character is cut. */
export function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let size = 0
  for (const character of line) {
    const octets = Buffer.byteLength(character)
    if (size + octets > (lines.length === 0 ? 75 : 74)) {
      lines.push(current)
      current = ''
      size = 0
    }
    current += character
    size += octets
  }
  return [...lines, current].join('\r\n ')
}

/** An electronic business card (vCard 4.0) of what this reader may see. */
export function organisationCard(page: Page, one: OrganisationRecord): string {
  const logo = logoPath(one)
  const address = (place: OrganisationRecord['establishments'][number]) =>
    `ADR;TYPE=work:;;${[place.address, place.city, '', place.postcode, place.country].map(escaped).join(';')}`
  const [first] = one.establishments
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    `UID:urn:uuid:${one.id}`,
    `FN:${escaped(one.displayName)}`,
    `ORG:${escaped(one.legalName)}`,
    one.website && `URL:${one.website}`,
    one.email && `EMAIL;TYPE=work:${escaped(one.email)}`,
    one.phone && `TEL;TYPE=work;VALUE=uri:tel:${one.phone.replace(/[^\d+]/g, '')}`,
    ...one.establishments.map(address),
    first?.latitude != null && `GEO:geo:${first.latitude},${first.longitude}`,
    logo && `LOGO:${page.origin}${logo}`,
    one.summary.fr && `NOTE;LANGUAGE=${page.language}:${escaped(inLanguage(one.summary, page.language))}`,
    `SOURCE:${page.origin}/organisations/${one.slug}/card.vcf`,
    `REV:${one.changedAt.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    'END:VCARD',
  ]
  return lines
    .filter((line) => typeof line === 'string' && line !== '')
    .map((line) => `${folded(line as string)}\r\n`)
    .join('')
}
