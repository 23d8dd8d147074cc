/** Drawings kept on disk, so that what has not changed is not drawn again. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import type { Drawn } from '../../core/diagram/index.ts'
import type { ThemeName } from '../../core/model/themes.ts'
import { parseJson } from '../../core/text/json.ts'
import { browserFingerprint } from '../browser/fingerprint.ts'
import { versionOf } from '../paths/packages.ts'
import { writeAtomically } from '../store/atomic-write.ts'
import { readStored, storeFolder } from '../store/index.ts'
import { readTheme } from '../theme/index.ts'

/** A number for what this room does to Mermaid's drawings. Raise it with every change of that. */
const TREATMENT = 23

const picture = { svg: z.string(), width: z.number(), height: z.number() }

const Stored = z.object({
  /** Which browser drew it. */
  browser: z.string(),
  drawn: z.discriminatedUnion('ok', [
    z.object({
      ok: z.literal(true),
      ...picture,
      labelSize: z.number(),
      overlap: z.tuple([z.string(), z.string()]).optional(),
      parts: z.array(z.object(picture)).optional(),
      one: z.object(picture).optional(),
    }),
    z.object({ ok: z.literal(false), message: z.string(), line: z.number().optional() }),
  ]),
})

/** Which of the drawings that are kept: a text is drawn anew for each font. */
export interface Drawings {
  readonly theme: ThemeName
  /** Where they are kept. */
  readonly store: string
}

/** What the drawings of a case are kept by: its store and its theme. */
export function drawingsOf(read: {
  readonly settings: { readonly theme: ThemeName }
  readonly store: string
}): Drawings {
  return { theme: read.settings.theme, store: read.store }
}

/**
 * What was made of a text when it was last drawn, by whichever browser. Undefined where it was
 * never drawn with this Mermaid and the font of this theme.
 */
export function readDrawing(text: string, of: Drawings): Drawn | undefined {
  return readStoredDrawing(text, of)?.drawn as Drawn | undefined // as written: absent stays absent in JSON
}

/** True where the text was drawn by the browser that would draw it now, or there is none. */
export function isDrawn(text: string, of: Drawings): boolean {
  const stored = readStoredDrawing(text, of)
  return stored !== undefined && [stored.browser, ''].includes(browserFingerprint())
}

/** Keeps a drawing; other processes see the old file or the new one, never half of it. */
export function writeDrawing(text: string, of: Drawings, drawn: Drawn): Promise<void> {
  return writeAtomically(pathOf(text, of), JSON.stringify({ browser: browserFingerprint(), drawn }))
}

function readStoredDrawing(text: string, of: Drawings): z.infer<typeof Stored> | undefined {
  const stored = readStored(pathOf(text, of))?.toString() ?? ''
  // A damaged file is one that was never written: the next draw replaces it.
  return Stored.safeParse(parseJson(stored)).data
}

function pathOf(text: string, { theme, store }: Drawings): string {
  const about = [text, [versionOf('mermaid')], readTheme(theme).mark, TREATMENT]
  const hash = createHash('sha256').update(JSON.stringify(about)).digest('hex')
  return join(storeFolder(store, 'diagrams'), `${hash.slice(0, 32)}.json`)
}
