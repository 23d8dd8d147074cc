/** Rows of large PDFs: 100 slides, 1,000 slides, and a narrative of 700 pages. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ParseSpeeds, PDFDocument } from 'pdf-lib'
import { step } from '../progress.mjs'
import { renderPages } from '../site.ts'
import { readCase } from '../sources.ts'
import { watchMemory } from './memory.ts'
import { writeLongRead, writeSynthetic } from './synthetic.ts'
import { megabytes, type Row, seconds } from './table.ts'

/** Make 109 and 1,089 slides. */
const SHORT_FILES = 3
const LONG_FILES = 31

const PRINT_ONLY = join(import.meta.dirname, 'print-only.ts')

const SLIDES = ['handouts/deck.pdf']
const ALL = ['narrative', 'deck', 'notes', 'leave-behind', 'one-page'].map(
  (name) => `handouts/${name}.pdf`,
)

/** The most that may be taken while printing, MB: Node and the browser together. */
const ROOM = 2000

/** Makes such cases, and prints each in a process of its own. */
export async function printingRows(scratch: string): Promise<readonly Row[]> {
  const short = join(scratch, 'short')
  await writeSynthetic(short, SHORT_FILES)
  const few = await printed(short, SLIDES)
  const long = join(scratch, 'long')
  await writeSynthetic(long, LONG_FILES)
  const many = await printed(long, ALL)
  const read = join(scratch, 'read')
  await writeLongRead(read)
  const pages = await printed(read, ['handouts/narrative.pdf'])
  return [
    { what: `deck.pdf of ${few.pages} slides`, ...seconds(few.ms), budget: 2 },
    { what: `All PDFs of ${many.pages} slides`, ...seconds(many.ms) },
    { what: '  peak memory, with the browser', ...peakOf(many), budget: ROOM },
    { what: `narrative.pdf of ${pages.pages} pages`, ...seconds(pages.ms) },
    { what: '  peak memory, with the browser', ...peakOf(pages), budget: ROOM },
  ]
}

interface Printed {
  readonly ms: number
  /** Bytes; 0 where the system does not tell. */
  readonly peak: number
  /** Of the deck, or else of the only file. */
  readonly pages: number
}

async function printed(from: string, files: readonly string[]): Promise<Printed> {
  const folder = `${from}-pages`
  const read = await readCase(from)
  await renderPages(read, folder)
  const { ms, peak } = await step('Printing it', () => timed([from, folder, ...files]))
  const file = files.find((each) => SLIDES.includes(each)) ?? files[0] ?? ''
  const document = await PDFDocument.load(await readFile(join(folder, file)), {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  })
  return { ms, peak, pages: document.getPageCount() }
}

/** @throws when printing fails, with what it said. */
function timed(order: readonly string[]): Promise<Pick<Printed, 'ms' | 'peak'>> {
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, [PRINT_ONLY, ...order], (error, said) => {
      const peak = memory.stop()
      if (error) reject(error)
      else resolve({ ms: Number(said), peak })
    })
    const memory = watchMemory(child.pid ?? 0)
  })
}

function peakOf({ peak }: Printed): Pick<Row, 'amount' | 'unit'> {
  return peak === 0 ? {} : megabytes(peak)
}
