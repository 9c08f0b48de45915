/** Why the program cannot work here: one sentence for the operator, printed without a stack; the exit code is 1. */
export class CannotStart extends Error {}

/** What the operating system said, in words: 'EACCES' -> 'permission denied'. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  const reasons: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'a part of the path is a file',
    EEXIST: 'there is a file of that name',
    ENOENT: 'a part of the path is missing',
  }
  return reasons[code ?? ''] ?? message
}
