/** Places as terminals and editors read them. */
import type { Place } from '../../core/model/case.ts'
import { printable } from './width.ts'

/**
 * `slides/30-decisions.mdx:14:3`, which editors make a link of.
 * @param folder Shown before the file; `''` or `.` for none.
 */
export function spell({ file, line, column }: Place, folder: string): string {
  return [pathOf(file, folder), line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(':')
}

/** The same as one line for a terminal: a name may have characters that move the cursor. */
export function print(place: Place, folder: string): string {
  return printable(spell(place, folder).replaceAll('\n', '·'))
}

/** `slides/30-decisions.mdx` */
export function pathOf(file: string, folder: string): string {
  return folder === '' || folder === '.' ? file : `${folder.replace(/\/$/, '')}/${file}`
}
