/** Keeps a copy of what is drawn on slides, for whoever presents and asks for it: in the case, and published by nothing. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { InkedSlide } from '../../core/feedback/ink-copy.ts'
import { writeAtomically } from '../store/atomic-write.ts'
import { FEEDBACK, inTurn, isThere, localDay } from './folder.ts'

/** What reads and writes copies: loaded with the first, since most talks keep none. */
const copies = () => import('../../core/feedback/ink-copy.ts')

/** Slides of one copy. */
const MOST = 300

/**
 * What takes a slide after the other. Resolves, once it is on the disk, to `{ file }`, such as
 * `feedback/2026-11-30-ink.svg`; undefined where the text is not right. What another talk of that day has kept stays.
 *
 * @param say is told why nothing can be kept
 */
export function keepInk(
  folder: string,
  say: (words: string) => void,
): (text: string) => Promise<string | undefined> {
  const slides = new Map<string, InkedSlide>()
  let file: string | undefined
  return inTurn(async (text) => {
    const { inkSvg, readInkedSlide } = await copies()
    const slide = readInkedSlide(text)
    if (!slide || (slides.size >= MOST && !slides.has(slide.id))) return undefined
    isThere(folder) // it throws where the folder lies elsewhere
    slides.set(slide.id, slide)
    file ??= freeName(folder)
    await writeAtomically(join(folder, file), inkSvg([...slides.values()]), { flush: true })
    return JSON.stringify({ file })
  }, say)
}

function freeName(folder: string): string {
  const day = localDay(new Date())
  for (let number = 1; ; number++) {
    const file = `${FEEDBACK}/${day}-ink${number === 1 ? '' : `-${number}`}.svg`
    if (!existsSync(join(folder, file))) return file
  }
}
