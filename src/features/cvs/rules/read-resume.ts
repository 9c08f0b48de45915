import { type Resume, resumeShape } from '../schema/resume.ts'

type Tree = { [key: string | number]: unknown }
export type ReadResume = {
  readonly resume: Resume
  /** Where something stood that the schema does not allow and that was left out: 'work.0.startDate'. */
  readonly dropped: readonly string[]
}

function without(tree: unknown, path: readonly PropertyKey[]): unknown {
  const [key, ...rest] = path
  if (key === undefined || typeof tree !== 'object' || tree === null) return undefined
  if (Array.isArray(tree)) {
    const index = Number(key)
    return rest.length === 0
      ? tree.filter((_, at) => at !== index)
      : tree.map((one, at) => (at === index ? without(one, rest) : one))
  }
  const { [key as string]: gone, ...others } = tree as Tree
  return rest.length === 0 ? others : { ...others, [key as string]: without(gone, rest) }
}

const isResumeLike = (tree: unknown) =>
  typeof tree === 'object' && tree !== null && ['basics', 'work', 'education', 'skills'].some((key) => key in tree)

/**
 * A JSON Resume as it is found in the wild: what fits the schema stays as it is, each value that does not (an empty date, a
 * null) is left out and named. Null when it is no resume at all.
 */
export function readResume(raw: unknown): ReadResume | null {
  if (!isResumeLike(raw)) return null
  const dropped: string[] = []
  let tree = raw
  // One value at a time, the last of a list first: the places of the others stay true.
  for (let tries = 0; tries < 500; tries++) {
    const result = resumeShape.safeParse(tree)
    if (result.success) return { resume: result.data, dropped }
    const issue = result.error.issues.at(-1)
    if (!issue || issue.path.length === 0) return null
    tree = without(tree, issue.path)
    dropped.push(issue.path.join('.'))
  }
  return null
}
