import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { actingAs, type Context } from '../../../db/context.ts'
import { system } from '../../../kernel/actor.ts'
import { dayOf, resolveDay } from '../../../kernel/days.ts'
import type { Localised } from '../../../kernel/localised.ts'
import { closeConversation, openConversation, sayIn } from '../actions/conversations.ts'
import { inDeed } from '../examples.ts'

type Said = { readonly by: string; readonly at: string; readonly text: string }
type Described = {
  readonly conversations: readonly {
    readonly subject: string
    readonly about?: { readonly kind: string; readonly id: string; readonly title: Localised; readonly href: string }
    readonly people: readonly { readonly id: string; readonly alias?: string; readonly for?: string }[]
    readonly messages: readonly Said[]
    readonly closed?: { readonly by: string; readonly at: string }
  }[]
}
type People = ReadonlyMap<string, { readonly accountId: string }>

/** The demo's conversations, said on the days on which its file says they were. Answers how many. */
export async function loadMessages(context: Context, people: People, file = 'demo/messages.yaml'): Promise<number> {
  const { conversations } = parse(readFileSync(file, 'utf8')) as Described
  const today = dayOf(context.now)
  const account = (id: string) => {
    const found = people.get(id)
    if (!found) throw new Error(`${file}: there is no person ${id}`)
    return found.accountId
  }
  const on = (at: string) => actingAs(context, { actor: system, now: new Date(`${resolveDay(at, today)}T09:40:00Z`) })
  for (const { subject, about, people: those, messages, closed } of conversations) {
    const [first, ...more] = messages
    if (!first) throw new Error(`${file}: nobody says anything in « ${subject} »`)
    const participants = those.map((one) => ({ accountId: account(one.id), alias: one.alias, onBehalfOf: one.for }))
    const opening = { subject, openedBy: account(first.by), participants, text: first.text, ...(about && { about }) }
    const { id } = await inDeed(on(first.at), (tx) => openConversation(tx, opening))
    for (const { by, at, text } of more)
      await inDeed(on(at), (tx) => sayIn(tx, { conversationId: id, authorId: account(by), text }))
    if (closed)
      await inDeed(on(closed.at), (tx) => closeConversation(tx, { conversationId: id, by: account(closed.by) }))
  }
  return conversations.length
}
