import { seedOf } from './picture-seed.ts'

/** « Ada Lovelace » -> AL; « Studio Arpège » -> SA. */
export const initialsOf = (name: string): string => {
  const words = name.split(/[\s’'-]+/).filter((word) => /^\p{L}/u.test(word))
  const [first = '', last = ''] = words.length > 1 ? [words[0], words.at(-1)] : [words[0] ?? '']
  return ((first[0] ?? '') + (last[0] ?? '')).toUpperCase() || '?'
}
const shades = ['violet', 'carmine', 'teal', 'orange', 'blue', 'green', 'plum', 'ochre'] as const

type AvatarProps = {
  name: string /** Seeds the colour. */
  id?: string | undefined
  picture?: string | undefined
  large?: boolean | undefined
}
/** A person or an organisation without a picture: initials; the name stands beside it. */
export const Avatar = ({ name, id = name, picture, large }: AvatarProps) => {
  const size = large ? ' is-large' : ''
  if (picture)
    return (
      <img
        class={`avatar${size}`}
        src={picture}
        alt=""
        loading="lazy"
        width={large ? 72 : 40}
        height={large ? 72 : 40}
      />
    )
  return (
    <span class={`avatar${size} tint-${shades[seedOf(id) % shades.length]}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
