/** Which files of a case folder are read, and in which order. */

/** Files in natural path order: `9-` before `10-`. */
export function inReadingOrder(files: readonly string[]): readonly string[] {
  const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
  return [...files].sort((a, b) => {
    const [left, right] = [a.split('/'), b.split('/')]
    const at = left.findIndex((part, index) => part !== right[index])
    return compare(left[at] ?? '', right[at] ?? '')
  })
}

/** Whether a path below the case folder is the case's: not hidden, and without a leading `_`. */
export function isOfCase(file: string): boolean {
  return !file.split('/').some((part) => part.startsWith('.') || part.startsWith('_'))
}
