/** The steps of an import, in their order. */
export const steps = ['reading', 'comparing', 'skills', 'sheets', 'links', 'done'] as const
export type ImportStep = (typeof steps)[number]

/** Told what an import is doing: the step, and how many lines or rows it is about. */
export type Progress = (step: ImportStep, count: number, file?: string) => void | Promise<void>

/** How far an import is, in steps. */
export const stepNumber = (step: string | null): { done: number; total: number } => ({
  done: Math.max(0, (steps as readonly string[]).indexOf(step ?? '')),
  total: steps.length - 1,
})
