/** Rows of large PDFs: 100 slides, 1,000 slides, and a narrative of 700 pages. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ParseSpeeds, PDFDocument } from 'pdf-lib'
import { withBrowser } from '../../src/node/browser/index.ts'
import { handoutsOf, printHandouts } from '../../src/node/print/index.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { step } from '../../src/node/run/progress.mjs'
import { renderPages } from '../../src/node/site/pages.ts'
import { buildTimed, type Run } from './run.ts'
import { writeLongRead, writeSynthetic } from './synthetic.ts'
import { megabytes, type Row, seconds } from './table.ts'

/** Make 109 and 1,089 slides. */
const SHORT_FILES = 3
const LONG_FILES = 31

const SLIDES = 'handouts/deck.pdf'
const NARRATIVE = 'handouts/narrative.pdf'

/** The most that a whole build may take, MB: Node and the browser together. */
const ROOM = 2000

/** Makes such cases; prints the slides of the first, and builds the large ones whole. */
export async function printingRows(scratch: string): Promise<readonly Row[]> {
  const short = join(scratch, 'short')
  await writeSynthetic(short, SHORT_FILES)
  const ms = await printSlides(short)
  const slides = await countPages(join(`${short}-pages`, SLIDES))
  const long = join(scratch, 'long')
  await writeSynthetic(long, LONG_FILES)
  const many = await built(long)
  const read = join(scratch, 'read')
  await writeLongRead(read)
  const pages = await built(read)
  return [
    { what: `deck.pdf of ${slides} slides`, ...seconds(ms), budget: 2 },
    ...rowsOf(`${await countPages(join(`${long}-site`, SLIDES))} slides`, many, 15),
    ...rowsOf(`${await countPages(join(`${read}-site`, NARRATIVE))} pages to read`, pages),
  ]
}

/** @param budget s, where there is one. */
function rowsOf(what: string, { printing, memory }: Run, budget?: number): readonly Row[] {
  return [
    { what: `All handouts of ${what}`, ...seconds(printing), ...(budget ? { budget } : {}) },
    {
      what: '  peak memory of the whole build, with the browser',
      ...megabytes(memory.together),
      budget: ROOM,
    },
  ]
}

/** Milliseconds that it takes, in a browser that has started. */
async function printSlides(from: string): Promise<number> {
  const folder = `${from}-pages`
  const read = await readCase(from)
  await renderPages(read, folder)
  const which = handoutsOf(read).filter(({ file }) => file === SLIDES)
  return withBrowser(async (browser) => {
    const start = performance.now()
    await step('Printing it', () =>
      printHandouts({ folder, base: '/', read }, async () => browser, which),
    )
    return performance.now() - start
  })
}

function built(from: string): Promise<Run> {
  return step('Building it whole', () => buildTimed(from, `${from}-site`))
}

async function countPages(file: string): Promise<number> {
  const document = await PDFDocument.load(await readFile(file), {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  })
  return document.getPageCount()
}
