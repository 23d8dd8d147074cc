/** Which files of a case folder are read, and in which order where nothing else says it. */
import { naturally } from '../../core/settings/file-order.ts'

/** `1.mdx`, and what may have become one: `1.MD`, `1.markdown`. */
export const RE_WRITING = /\.(?:mdx?|markdown)$/i

/** Files in natural path order: `9-` before `10-`. */
export function inReadingOrder(files: readonly string[]): readonly string[] {
  return files.toSorted(naturally)
}

// Matches what an address of a module can't hold, "a#b", "50%", and what stands for bytes that are
// no name in UTF-8.
const RE_UNADDRESSED = /[#?%\\\p{Cc}\uFFFD]/gu

/** Whether pages can be made of what lies at a path, which is written with forward slashes. */
export function isAddressable(path: string): boolean {
  return path.search(RE_UNADDRESSED) < 0
}

/** The nearest path of which they can. */
export function addressable(path: string): string {
  return path.replace(RE_UNADDRESSED, '-')
}

// Matches what starts with a dot or a "_", and folders of packages.
const RE_ASIDE = /^(?:[._].*|node_modules)$/

/** Whether a path below the case folder is the case's: not hidden, not set aside, no package. */
export function isOfCase(file: string): boolean {
  return !file.split('/').some((part) => RE_ASIDE.test(part))
}
