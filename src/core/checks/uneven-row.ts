/** Rows with more cells than their table has columns. */
import type { Found } from '../model/finding.ts'
import { allBlocks } from '../syntax/conventions/index.ts'
import type { Check } from './shared/check.ts'

export const unevenRow: Check = ({ documents }) =>
  documents.flatMap(({ blocks }) =>
    [...allBlocks(blocks)].flatMap((block): readonly Found[] => {
      if (block.type !== 'table') return []
      const columns = block.rows[0]?.length ?? 0
      return block.rows.flatMap((row, index) => {
        if (row.length <= columns) return []
        const { line, ...place } = block.place
        // The row of dashes stands below the first one.
        const at = {
          ...place,
          ...(line === undefined ? {} : { line: line + index + 1, column: 1 }),
        }
        const words = row.slice(columns - 1).join(' | ')
        return [
          {
            message: `Unexpected row of ${row.length} cells in a table of ${columns} columns, expected ${columns}: write \\| for a line that is part of the words, as in "${words.replaceAll('|', '\\|')}"`,
            place: at,
          },
        ]
      })
    }),
  )
