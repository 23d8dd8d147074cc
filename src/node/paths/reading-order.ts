/** Which files of a case folder are read, and in which order where nothing else says it. */
import { naturally } from '../../core/settings/file-order.ts'

/** Matches files of writing: `1.mdx`, and what may have become one later: `1.MD`, `1.markdown`. */
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

// Matches "20-costs (conflicted copy 2026-03-14).mdx", "20-costs (1).mdx", "20-costs - Copy.mdx",
// "20-costs.sync-conflict-20260314-101112-ABCDEFG.mdx".
const RE_COPY =
  /(?: \((?:\d{1,2}|[^()/]*conflict[^()/]*)\)| - Copy(?: \(\d{1,2}\))?|\.sync-conflict-[^./]+)(?=\.[^./]+$)/i

/** The file of which another, beside it, is a copy by its name: programs that sync make them. */
export function originalOf(file: string, files: readonly string[]): string | undefined {
  const original = file.replace(RE_COPY, '')
  return original !== file && files.includes(original) ? original : undefined
}

/** The files whose words the case is made of: no copy tells them twice. */
export function textsAmong(files: readonly string[]): readonly string[] {
  return files.filter(
    (file) => file.endsWith('.mdx') && isAddressable(file) && originalOf(file, files) === undefined,
  )
}
