/** A state machine written as a table: from each state, the states that may follow. */
export type Machine<State extends string> = Readonly<Record<State, readonly NoInfer<State>[]>>

export const machine = <const State extends string>(transitions: Machine<State>) => ({
  states: Object.keys(transitions) as State[],
  next: (from: State) => transitions[from],
  /** Whether `to` may directly follow `from`. */
  allows: (from: State, to: State) => (transitions[from] as readonly State[]).includes(to),
})
