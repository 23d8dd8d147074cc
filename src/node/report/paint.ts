/** Colours on a terminal: never the only sign of anything. */

import { styleText } from 'node:util'
import type { Severity } from '../../core/model/severity.ts'

/** What a piece of text is; its look follows from this. */
export type Tone = Severity | 'quiet' | 'strong'

/** How text is printed. */
export interface Surface {
  readonly paint: (tone: Tone, text: string) => string
  /** Columns that a shown line of a source may take, its number included. */
  readonly columns: number
}

const STYLES = {
  error: ['red', 'bold'],
  warning: ['yellow', 'bold'],
  advice: ['cyan', 'bold'],
  quiet: ['dim'],
  strong: ['bold'],
} as const satisfies Record<Tone, readonly Parameters<typeof styleText>[0][]>

const COLUMNS = 100
const NARROWEST = 40

/** Paints without colours, as in a file. */
export const plain: Surface = { paint: (_, text) => text, columns: COLUMNS }

/** Paints for standard output: with colours where it is a terminal and NO_COLOR does not forbid them. */
export function onTerminal(stream: NodeJS.WriteStream = process.stdout): Surface {
  return {
    paint: (tone, text) => styleText([...STYLES[tone]], text, { stream }),
    columns: Math.max(NARROWEST, Math.min(stream.columns ?? COLUMNS, 2 * COLUMNS)),
  }
}
