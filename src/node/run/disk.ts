/** What a disk refuses, in words for people. */

/** Why nothing can be written, by the name that the system gives it. */
const WHY: Readonly<Record<string, string>> = {
  EACCES: 'it is not yours to write',
  EEXIST: 'a file is where a folder should be',
  EDQUOT: 'no more space is allowed there',
  EIO: 'the disk does not answer',
  EISDIR: 'a folder is there',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file is where a folder should be',
  EPERM: 'it is not yours to write',
  EROFS: 'the disk can only be read',
  ESTALE: 'the network drive is gone',
}

// Matches "ENOSPC: no space left on device, write" and "EACCES: permission denied, mkdtemp '/tmp/a-XX'".
const RE_SYSTEM = /\b(E[A-Z]+): [^,\n]+, (\w+)(?: '([^'\n]+)')?/

/** The same by number, as programs in Rust say it: "No space left on device (os error 28)". */
const NUMBERS: Readonly<Record<string, string>> = {
  ...{ 1: 'EPERM', 5: 'EIO', 13: 'EACCES', 28: 'ENOSPC', 30: 'EROFS', 122: 'EDQUOT' },
}
const RE_NUMBER = /\(os error (\d+)\)/
// Matches "Failed to write file in /a/b.mjs".
const RE_FILE = /\bwrite file in ([^\n]+)/

// Matches what the browser says where it has no room for a PDF.
const RE_UNREAD = /\bIO\.read\): Read failed/

/** What the programs that we use say of a disk; undefined where it is something else. */
function refusalOfOthers(message: string): string | undefined {
  if (RE_UNREAD.test(message))
    return 'Nothing can be printed, since the browser has no room for temporary files: make room, or set TMPDIR to a folder with more, and try again. What was there before is as it was.'
  const why = WHY[NUMBERS[RE_NUMBER.exec(message)?.[1] ?? ''] ?? '']
  if (why === undefined) return undefined
  const file = RE_FILE.exec(message)?.[1]
  return `Nothing can be written${file === undefined ? '' : ` at ${file}`}, since ${why}: make room or choose another folder, and try again. What was there before is as it was.`
}

/** Why a disk refused, of an error or of what an error says; undefined where it was not the disk. */
export function whyRefused(error: unknown): string | undefined {
  const { code = '', message = '' } = Object(error) as { code?: string; message?: string }
  const [, named = '', call] = RE_SYSTEM.exec(message) ?? []
  // Elsewhere it is no matter of the disk.
  if (call === 'mkdtemp' && named === 'ENOENT') return 'there is no such folder'
  return WHY[code] ?? WHY[named]
}

/** Calls that only write: of others nobody knows here what they were for. */
const WRITING = /^(?:copyfile|link|mkdir|mkdtemp|rename|rmdir|symlink|unlink|utime|write)$/

/** What only who writes is told. */
const OF_WRITING = /^(?:EDQUOT|ENOSPC|EROFS)$/

/** A sentence on what a disk refused: what, where, why, and what to do; undefined where it was not the disk. */
export function refusal(error: unknown): string | undefined {
  const why = whyRefused(error)
  if (why === undefined) return refusalOfOthers(String(Object(error).message ?? ''))
  const { path, message = '' } = Object(error) as { path?: string; message?: string }
  const [, code = '', call = '', named] = RE_SYSTEM.exec(message) ?? []
  if (!WRITING.test(call) && !OF_WRITING.test(code)) return undefined
  const place = path ?? named
  const what = `Nothing can be written${place === undefined ? '' : ` at ${place}`}, since ${why}`
  const next =
    call === 'mkdtemp'
      ? 'set TMPDIR to a folder that can be written'
      : 'make room or choose another folder'
  return `${what}: ${next}, and try again. What was there before is as it was.`
}
