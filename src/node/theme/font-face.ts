/**
 * What letters of a font file are. It is kept, since the same letters come again: to read a font takes
 * longer than to read a case.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Font } from 'fontkit'
import { versionOf } from '../paths/packages.ts'
import { keepValueNow, readValue } from '../store/values.ts'
import type { FontFace } from './index.ts'

/** One font file. Widths are in em. */
export interface Face {
  readonly weights: FontFace['weights']
  has(codePoint: number): boolean
  advance(codePoint: number, weight: number): number
  kerning(left: number, right: number): number
}

/** A font file, which is opened for what nobody has asked before. Answers are kept when the process ends. */
export function keptFace({ file, weights }: FontFace, store: string): Face {
  const bytes = readFileSync(file)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const which = { store, kind: 'widths', about: [hash, weights, versionOf('fontkit')] } as const
  const known = new Map(readValue<ReadonlyMap<string, number>>(which))
  let face: Face | undefined
  const answer = (question: string, ask: (face: Face) => number): number => {
    const before = known.get(question)
    if (before !== undefined) return before
    if (!face) atEnd(() => keepValueNow(which, known))
    face ??= openFace(bytes, weights)
    const found = ask(face)
    known.set(question, found)
    return found
  }
  return {
    weights,
    has: (letter) => answer(`${letter}`, (face) => Number(face.has(letter))) === 1,
    advance: (letter, weight) =>
      answer(`${letter} ${weight}`, (face) => face.advance(letter, weight)),
    kerning: (left, right) => answer(`${left} ${right} k`, (face) => face.kerning(left, right)),
  }
}

const last: (() => void)[] = []

function atEnd(work: () => void): void {
  last.push(work)
  if (last.length > 1) return
  process.once('exit', () => {
    for (const each of last) each()
  })
}

/**
 * The parts of fontkit that vary a font and that its types leave out. Its own `getVariation` fails
 * on a WOFF2 file (fontkit 2.0.4), so the advance table is asked directly.
 */
interface VariableFont {
  variationCoords: readonly number[]
  readonly HVAR: unknown
  readonly _variationProcessor: { getAdvanceAdjustment(glyph: number, table: unknown): number }
}

function openFace(bytes: Buffer, [lightest, boldest]: FontFace['weights']): Face {
  // Loaded where it is needed, which it mostly is not.
  const { create }: typeof import('fontkit') = createRequire(import.meta.url)('fontkit')
  const open = () => create(bytes) as Font
  const font = open()
  const em = font.unitsPerEm
  const varied = new Map<number, VariableFont>()
  const variedTo = (weight: number): VariableFont => {
    const before = varied.get(weight)
    if (before) return before
    const variable = open() as unknown as VariableFont
    variable.variationCoords = [Math.min(Math.max(weight, lightest), boldest)]
    varied.set(weight, variable)
    return variable
  }
  const isVariable = (font as unknown as Partial<VariableFont>).HVAR !== undefined
  return {
    weights: [lightest, boldest],
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    advance(codePoint, weight) {
      const glyph = font.glyphForCodePoint(codePoint)
      if (!isVariable) return glyph.advanceWidth / em
      const { _variationProcessor: processor, HVAR } = variedTo(weight)
      return (glyph.advanceWidth + processor.getAdvanceAdjustment(glyph.id, HVAR)) / em
    },
    kerning(left, right) {
      const { positions } = font.layout(String.fromCodePoint(left, right))
      const advance = (codePoint: number) => font.glyphForCodePoint(codePoint).advanceWidth
      const set = positions.reduce((sum, position) => sum + position.xAdvance, 0)
      return (set - advance(left) - advance(right)) / em
    },
  }
}
