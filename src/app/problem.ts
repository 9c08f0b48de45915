import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { StorageFailed } from '../db/storage/storage.ts'
import { Forbidden, Invalid, NotFound, Refused, TooMany } from '../kernel/errors.ts'
import type { Language } from '../kernel/language.ts'
import { featureText } from '../kernel/text.ts'

const text = featureText('problem', {
  fr: {
    p401: 'Ce jeton est inconnu, expiré ou révoqué.',
    p403: 'Vous n’avez pas le droit de faire cela.',
    p404: 'Cette adresse ne mène à rien, ou vous n’y avez pas accès.',
    p405: 'Cette adresse ne connaît pas cette méthode.',
    p409: 'Ce n’est pas possible.',
    p413: 'C’est trop volumineux.',
    p415: 'Envoyez du JSON (content-type: application/json).',
    p422: 'Certaines réponses sont à corriger.',
    json: 'Envoyez un objet JSON.',
    p429: 'Trop de demandes. Réessayez un peu plus tard.',
    p500: 'Une erreur est survenue de notre côté.',
    p503: 'Les fichiers ne sont pas accessibles en ce moment. Réessayez dans quelques minutes.',
  },
  en: {
    p401: 'This token is unknown, expired or revoked.',
    p403: 'You may not do this.',
    p404: 'There is nothing at this address, or you have no access to it.',
    p405: 'This address does not know that method.',
    p409: 'This is not possible.',
    p413: 'This is too large.',
    p415: 'Send JSON (content-type: application/json).',
    p422: 'Some answers need correcting.',
    json: 'Send a JSON object.',
    p429: 'Too many requests. Try again a little later.',
    p500: 'Something went wrong on our side.',
    p503: 'Files cannot be reached at the moment. Try again in a few minutes.',
  },
})

export type ProblemStatus = 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503

/** An error of the API: RFC 9457 problem details. */
export function problem(
  c: Context,
  status: ProblemStatus,
  language: Language,
  more: { detail?: string | undefined; errors?: Readonly<Record<string, string>>; requestId?: string } = {},
) {
  const title = text(language)(`p${status}`)
  return c.body(JSON.stringify({ type: 'about:blank', title, status, ...more }), status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': language,
  })
}

/** A body that is no JSON object. */
export const noObject = (c: Context, language: Language) =>
  problem(c, 422, language, { errors: { '': text(language)('json') } })

/** What an error becomes. Only a defect has an id and no detail. */
export function problemOf(c: Context, error: Error, language: Language, requestId: string) {
  if (error instanceof Invalid) return problem(c, 422, language, { errors: error.errors })
  if (error instanceof NotFound) return problem(c, 404, language)
  if (error instanceof Forbidden) return problem(c, 403, language)
  if (error instanceof Refused) return problem(c, 409, language, { detail: error.message })
  if (error instanceof TooMany) {
    c.header('retry-after', String(error.retryAfter))
    return problem(c, 429, language, { detail: error.message || undefined })
  }
  if (error instanceof HTTPException && error.status === 413) return problem(c, 413, language)
  if (error instanceof StorageFailed) return problem(c, 503, language)
  return problem(c, 500, language, { requestId })
}
