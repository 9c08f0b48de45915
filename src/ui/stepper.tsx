import { Icon } from './icon.tsx'
import type { Page } from './page.ts'
import { text } from './text.ts'

export type Step = {
  readonly label: string
  readonly state: 'done' | 'current' | 'ahead'
  /** When it was reached, or is expected: « 3 mars 2027 ». */
  readonly when?: string | undefined
}
const words = { done: 'stepDone', current: 'stepCurrent', ahead: 'stepAhead' } as const

/** The states of a record, from the first to the last. */
export const Stepper = ({ page, steps }: { page: Page; steps: readonly Step[] }) => {
  const t = text(page.language)
  return (
    <ol class="stepper" aria-label={t('steps')}>
      {steps.map(({ label, state, when }) => (
        <li class={`is-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
          <span class="step-dot">{state === 'done' && <Icon name="check" small />}</span>
          <span class="step-label">{label}</span>
          <span class="sr-only"> ({t(words[state])})</span>
          {when && <span class="step-when">{when}</span>}
        </li>
      ))}
    </ol>
  )
}

/** The steps of a record that stands in one of some ordered states. */
export const stepsTo = <State extends string>(
  states: readonly State[],
  current: State,
  label: (state: State) => string,
  when: (state: State) => string | undefined = () => undefined,
): Step[] => {
  const place = states.indexOf(current)
  return states.map((state, index) => ({
    label: label(state),
    state: index < place ? 'done' : index === place ? 'current' : 'ahead',
    when: when(state),
  }))
}
