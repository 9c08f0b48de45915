/** The five ways in which a request can fail without being a defect of the program. */
export class NotFound extends Error {
  readonly status = 404
}
export class Forbidden extends Error {
  readonly status = 403
}
/** A rule says no. The message is a sentence in the reader's language that says why and what to do. */
export class Refused extends Error {
  readonly status = 409
}
/** Too often: `retryAfter` seconds to wait. */
export class TooMany extends Error {
  readonly status = 429
  readonly retryAfter: number
  constructor(retryAfter: number, message?: string) {
    super(message)
    this.retryAfter = retryAfter
  }
}
/** One message for each wrong field, in the reader's language; the key '' stands for the form as a whole. */
export type FieldErrors = Readonly<Record<string, string>>
export class Invalid extends Error {
  readonly status = 422
  readonly errors: FieldErrors
  constructor(errors: FieldErrors) {
    super(
      Object.entries(errors)
        .map(([field, message]) => (field ? `${field}: ${message}` : message))
        .join('\n'),
    )
    this.errors = errors
  }
}
