import { eq } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import { Refused } from '../../../kernel/errors.ts'
import * as policy from '../policy.ts'
import { changeSearchInput, idInput, saveSearchInput } from '../schema/input.ts'
import { savedSearch } from '../tables/dealings.ts'
import { text } from '../text/deeds.ts'
import { rememberFound } from './alerts.ts'

const mostSearches = 30

export const saveSearch = action({
  name: 'talents.save-search',
  about: savedSearch,
  input: saveSearchInput,
  load: async (_tx, actor) => ({ userId: actor.id ?? '' }),
  allow: policy.keepSearch,
  async run({ tx, actor, input, now, language }) {
    if ((await tx.count(policy.searchesOf(actor))) >= mostSearches) throw new Refused(text(language)('tooManySearches'))
    const row = await tx.insert(savedSearch, { ...input, userId: actor.id ?? '', createdAt: now, lookedAt: now })
    // What is on the page when it is saved is no news.
    await rememberFound(tx, actor, row, now)
    return row
  },
})
export const changeSearch = action({
  name: 'talents.change-search',
  about: savedSearch,
  input: changeSearchInput,
  load: (tx, actor, input) => tx.lock(policy.searchesOf(actor), eq(savedSearch.id, input.id)),
  allow: policy.keepSearch,
  run: ({ tx, subject, input: { name, alert } }) => tx.update(savedSearch, subject, { name, alert }),
})
export const removeSearch = action({
  name: 'talents.remove-search',
  about: savedSearch,
  input: idInput,
  load: (tx, actor, input) => tx.lock(policy.searchesOf(actor), eq(savedSearch.id, input.id)),
  allow: policy.dropSearch,
  run: ({ tx, subject }) => tx.remove(savedSearch, subject),
})
