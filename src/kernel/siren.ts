/** The French register of companies (INSEE): nine digits for a company, fourteen for one of its establishments. */
const laPoste = '356000000'
const digitsOf = (written: string) => written.replace(/[\s.\u00a0\u202f-]/g, '')

/** Luhn's sum: every second digit from the right is doubled, and the digits of the result are added. */
const luhn = (digits: string) =>
  [...digits].reverse().reduce((sum, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)

/** '732 829 320' -> '732829320'; null when it is no SIREN. */
export function sirenOf(written: string): string | null {
  const digits = digitsOf(written)
  return /^\d{9}$/.test(digits) && digits !== '000000000' && luhn(digits) % 10 === 0 ? digits : null
}

/**
 * '732 829 320 00074' -> '73282932000074'; null when it is no SIRET. La Poste has more establishments than Luhn's sum
 * leaves numbers: the plain sum of their digits is a multiple of five instead (INSEE).
 */
export function siretOf(written: string): string | null {
  const digits = digitsOf(written)
  if (!/^\d{14}$/.test(digits) || digits.startsWith('000000000')) return null
  if (luhn(digits) % 10 === 0) return digits
  const plainSum = [...digits].reduce((sum, digit) => sum + Number(digit), 0)
  return digits.startsWith(laPoste) && plainSum % 5 === 0 ? digits : null
}

/** « 732 829 320 » and « 732 829 320 00074 », as they are written in France. */
export const writtenSiren = (siren: string) => siren.replace(/^(\d{3})(\d{3})(\d{3})(\d*)$/, '$1 $2 $3 $4').trim()
