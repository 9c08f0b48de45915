import { eq, sql } from 'drizzle-orm'
import type { Mail } from '../../../db/outbox.ts'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Language } from '../../../kernel/language.ts'
import { user } from '../../accounts/tables.ts'
import * as policy from '../policy.ts'
import { text } from '../text/mails.ts'

type Letter = { readonly subject: string; readonly text: string }
type Send = (mail: Mail) => Promise<void>
type Write = (language: Language) => Letter
type Person = { readonly id: string; readonly name: string; readonly email: string; readonly language: Language }

const fields = { id: user.id, name: user.name, email: user.email, language: user.language }
const send = (mail: Send, person: Person, write: Write) => {
  const { subject, text: body } = write(person.language)
  const greeting = text(person.language)('hello', { name: person.name })
  return mail({
    to: person.email,
    accountId: person.id,
    language: person.language,
    subject,
    text: `${greeting}\n\n${body.replace(/\n{3,}/g, '\n\n')}\n`,
  })
}

/** One mail to a person, in their language; nothing for somebody whose account is gone. */
export async function personMail(read: Reader, mail: Send, userId: string | null, write: Write) {
  if (userId === null) return
  const [person] = await read.select(fields).from(narrow(policy.peopleNamed(), eq(user.id, userId)))
  if (person) await send(mail, person, write)
}

/** One mail to everybody of the cluster's team. */
export async function staffMails(read: Reader, mail: Send, write: Write) {
  const team = await read
    .select(fields)
    .from(narrow(policy.peopleNamed(), sql`${user.role} in ('staff', 'administrator')`))
    .orderBy(user.id)
  for (const person of team) await send(mail, person, write)
}
