/** Looks in every file of a build for words that were left out of it, before anybody gets the files. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { forbiddenWordsOf } from '../../core/audience/forbidden-words.ts'
import { findNeedle } from '../../core/audience/word-runs.ts'
import { findingOf } from '../../core/findings/finding-of.ts'
import type { LeftOut, Needle, Needles } from '../../core/model/audience.ts'
import type { Finding } from '../../core/model/finding.ts'
import type { ReadCase } from '../read/read-case.ts'
import { makers } from '../store/page.ts'
import { passedBefore } from '../store/passed.ts'
import { type OutputText, textsIn, textsOf } from './texts.ts'

/** The name of what the search finds. */
export const CHECK = 'leaked-words'

/** Words that were left out of the case are in an output: it may not replace the one before it. */
export class LeakError extends Error {
  override name = 'LeakError'
  readonly findings: readonly Finding[]

  constructor(findings: readonly Finding[]) {
    super(findings.map(({ message }) => message).join('\n'))
    this.findings = findings
  }
}

/** The findings of a leak; any other error is thrown again. */
export function leaksOf(error: unknown): readonly Finding[] {
  if (error instanceof LeakError) return error.findings
  throw error
}

/** Searches what a build has written; of files that were searched for the same words before, only what is new. */
interface LeakSearch {
  /** @throws LeakError with a finding for each file that tells. */
  in(folder: string): Promise<void>
  /**
   * Searches some files of a folder.
   * @throws LeakError
   */
  inFiles(folder: string, files: readonly string[]): Promise<void>
  /**
   * Searches one file that is about to be written.
   * @throws LeakError
   */
  inFile(file: string, bytes: Uint8Array): Promise<void>
}

/**
 * Prepares the search for words that were left out of a case. It costs nothing where there are
 * none. What a PDF paints is not read: the pages from which it is printed are to be searched before
 * they are removed.
 *
 * @param withNotes whether `<Notes>` may be told: in a build for the speaker
 */
export function searchForLeaks(read: ReadCase, withNotes = false): LeakSearch {
  const needles = forbiddenWordsOf(read, withNotes)
  const nothing = async () => undefined
  if (needles.size === 0) return { in: nothing, inFiles: nothing, inFile: nothing }
  const words = [...needles.values()].flat().map(({ words }) => words)
  const about = [words.sort(), makers()]
  const passed = passedBefore({ store: read.store, kind: 'searched', about })
  const how = { seen: new Set<string>(), passed }
  let isLeaking = false
  const refuse = async (read: () => AsyncGenerator<OutputText>): Promise<void> => {
    const findings = await leaksIn(read(), needles)
    isLeaking ||= findings.length > 0
    if (findings.length > 0) throw new LeakError(findings)
    if (!isLeaking) await passed.keep()
  }
  return {
    in: (folder) => refuse(() => textsIn(folder, how)),
    inFiles: (folder, files) =>
      refuse(async function* () {
        for (const file of files) yield* textsOf(file, await readFile(join(folder, file)), how)
      }),
    inFile: (file, bytes) => refuse(() => textsOf(file, bytes, how)),
  }
}

async function leaksIn(
  texts: AsyncGenerator<OutputText>,
  needles: Needles,
): Promise<readonly Finding[]> {
  const findings = new Map<string, Finding>()
  for await (const { file, text } of texts) {
    const needle = findNeedle(text, needles)
    if (needle && !findings.has(file)) findings.set(file, leak(file, needle))
  }
  return [...findings.values()]
}

const WHY: Readonly<Record<LeftOut['why'], string>> = {
  internal: 'stays inside',
  withdrawn: 'was withdrawn',
  private: 'is private',
  restricted: 'stands in an address that readers cannot open',
}

function leak(file: string, { words, left }: Needle): Finding {
  return findingOf(CHECK, {
    message: `Unexpected words in ${file} of what ${WHY[left.why]} ("${words}"), expected them in no output: if other text says the same, put it another way; if none does, report it as a fault of Throughline`,
    place: left.place,
  })
}
