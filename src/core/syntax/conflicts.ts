/** Places where two versions of a file met, and git or a program that syncs left both of them in it. */
import { findingOf } from '../findings/finding-of.ts'
import type { Finding } from '../model/finding.ts'
import { shorten } from '../text/phrases.ts'

// Match the marks of git at the start of a line: "<<<<<<< HEAD", "||||||| base", "=======", ">>>>>>> main".
const RE_OURS = /^<{7}(?:[ \t]+(.*))?$/
const RE_BASE = /^\|{7}(?:[ \t]|$)/
const RE_BETWEEN = /^={7}[ \t]*$/
const RE_THEIRS = /^>{7}(?:[ \t]+(.*))?$/

// Matches the start of code that shows code, as the manual has it: "````mdx".
const RE_FENCE = /^(`{4,}|~{4,})/

/** As many letters of each side are shown. */
const SHOWN = 80

/** A stretch with two versions. */
interface Conflict {
  /** 1-based. */
  readonly line: number
  readonly ours: readonly string[]
  readonly theirs: readonly string[]
  /** What git calls each: `HEAD`, `add-costs`; `''` where it says nothing. */
  readonly names: readonly [ours: string, theirs: string]
}

/** One finding for each place where both versions stand, with what each says; `[]` for none. */
export function findConflicts(text: string, file: string): readonly Finding[] {
  return conflictsIn(text).map(({ line, ours, theirs, names }) =>
    findingOf('two-versions', {
      message: `Unexpected two versions of the same lines, ${sideOf(ours, names[0])} and ${sideOf(theirs, names[1])}, expected one of them: keep what is right, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>`,
      mend: `Keep one of two versions: ${sideOf(ours, names[0])}, or ${sideOf(theirs, names[1])}. Delete the other, and the lines that begin with <<<<<<<, ======= and >>>>>>>`,
      place: { file, line, column: 1 },
    }),
  )
}

/** A mark whose counterparts somebody has deleted already is a conflict too. */
function conflictsIn(text: string): readonly Conflict[] {
  const found: Conflict[] = []
  let open: { line: number; name: string; ours: string[]; theirs: string[] } | undefined
  let side: 'ours' | 'base' | 'theirs' = 'ours'
  const close = (theirs = ''): void => {
    if (open) found.push({ ...open, names: [open.name, theirs] })
    open = undefined
  }
  let fence = ''
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const sign = RE_FENCE.exec(line)?.[1] ?? ''
    if (fence === '' || line.startsWith(fence)) fence = fence === '' ? sign : ''
    if (fence !== '') continue
    const [ours, theirs] = [RE_OURS.exec(line), RE_THEIRS.exec(line)]
    if (ours) {
      close()
      open = { line: index + 1, name: ours[1] ?? '', ours: [], theirs: [] }
      side = 'ours'
    } else if (theirs) {
      open ??= { line: index + 1, name: '', ours: [], theirs: [] }
      close(theirs[1] ?? '')
    } else if (open && RE_BASE.test(line)) side = 'base'
    else if (open && RE_BETWEEN.test(line)) side = 'theirs'
    else if (open && side !== 'base') open[side].push(line)
  }
  close()
  return found
}

/** `"Fund two clinics" (HEAD)`; `nothing (main)` where a side has deleted the lines. */
function sideOf(lines: readonly string[], name: string): string {
  const words = lines.join(' ').replace(/\s+/g, ' ').trim()
  const said = words === '' ? 'nothing' : `"${shorten(words, SHOWN)}"`
  return name.trim() === '' ? said : `${said} (${name.trim()})`
}
