import { action } from '../../db/action.ts'
import { system } from '../../kernel/actor.ts'
import * as policy from './policy.ts'
import { currentText } from './queries.ts'
import { siteTextInput } from './schema.ts'
import { siteText } from './tables.ts'

/** Writes a new version of a text, or its first one. Nothing changes when the words are the same. */
export const writeText = action({
  name: 'portal.write-text',
  about: siteText,
  input: siteTextInput,
  load: async (tx, _actor, { slug }) => ({ current: await currentText(tx, system, slug) }),
  allow: policy.editText,
  async run({ tx, actor, now, input, subject: { current } }) {
    const same =
      current && (['title', 'summary', 'body'] as const).every((field) => sameWords(current[field], input[field]))
    if (same) return current
    return tx.insert(siteText, { ...input, writtenAt: now, writtenBy: actor.id })
  },
})

type Words = { readonly fr: string; readonly en?: string | undefined }
const sameWords = (one: Words, other: Words) => one.fr === other.fr && (one.en ?? '') === (other.en ?? '')
