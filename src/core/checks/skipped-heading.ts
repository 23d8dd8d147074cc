/** Headings that leave a level out. */
import type { Found } from '../model/finding.ts'
import { allBlocks } from '../syntax/conventions/index.ts'
import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const skippedHeading: Check = ({ documents }) =>
  documents.flatMap(({ blocks }) => {
    let before: number | undefined
    return [...allBlocks(blocks)].flatMap((block): readonly Found[] => {
      if (block.type !== 'heading' && block.type !== 'item') return []
      const { level, place } = block
      if (level === undefined) return []
      const skipped = before !== undefined && level > before + 1
      const expected = '#'.repeat((before ?? 0) + 1)
      before = level
      if (!skipped) return []
      const title = shorten(block.type === 'heading' ? block.title : block.words.text, 40)
      const message = `Unexpected heading of level ${level} after level ${expected.length - 1}, expected level ${expected.length}: write ${`${expected} ${title}`.trim()}`
      return [{ message, place: { ...place, length: level } }]
    })
  })
