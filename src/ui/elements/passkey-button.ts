import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

type Answer = { readonly problem?: string; readonly options?: unknown; readonly next?: string }
class Problem extends Error {}

async function ask(address: string, body: object): Promise<Answer> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  })
  const answer = (await response.json().catch(() => ({}))) as Answer
  if (!response.ok) throw new Problem(answer.problem)
  return answer
}

/** Signs in with a passkey, or adds one: shown only where the browser knows them. */
export class PasskeyButton extends HTMLElement {
  connectedCallback() {
    if (!('PublicKeyCredential' in window)) return
    this.hidden = false
    this.querySelector(':scope > button')?.addEventListener('click', this)
  }
  async handleEvent(event: Event) {
    const button = event.currentTarget as HTMLButtonElement
    this.say('')
    button.disabled = true
    try {
      const { next } = await this.perform()
      if (next) location.assign(next)
    } catch (error) {
      // Somebody who closes the browser's own dialogue changed their mind: that is no failure.
      if (!(error instanceof Error && error.name === 'NotAllowedError'))
        this.say((error instanceof Problem && error.message) || (this.dataset.failed ?? ''))
    } finally {
      button.disabled = false
    }
  }
  private async perform(): Promise<Answer> {
    const { mode, options: optionsAt = '', answer: answerAt = '' } = this.dataset
    const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser')
    const { options } = await ask(optionsAt, { password: this.typed('passkey-password') })
    const response =
      mode === 'register'
        ? await startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
        : await startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON })
    return ask(answerAt, { response, name: this.typed('passkey-name') })
  }
  private typed(name: string): string {
    return this.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? ''
  }
  private say(sentence: string) {
    const place = this.querySelector(':scope > [role="alert"]')
    if (place) place.textContent = sentence
  }
}
customElements.define('passkey-button', PasskeyButton)
