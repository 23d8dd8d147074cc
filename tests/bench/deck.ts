/** Rows of a deck of 1,000 slides, beside the same slides in reveal.js as it comes. */
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { withBrowser } from '../../src/node/browser/index.ts'
import { step } from '../../src/node/run/progress.mjs'
import { serve } from '../../src/node/serve/index.ts'
import { writePlain } from './plain.ts'
import { measurePresenting, type Presenting } from './presenting.ts'
import { buildTimed } from './run.ts'
import { writeSynthetic } from './synthetic.ts'
import { megabytes, type Row, seconds } from './table.ts'

/** Makes 1,089 slides, those below others counted. */
const FILES = 31

/** Number of a slide in the middle of what runs right. */
const MIDDLE = 150

/** Builds such a deck, and presents both with the processor slowed down four times. */
export async function deckRows(scratch: string): Promise<readonly Row[]> {
  const folder = join(scratch, 'talk')
  await writeSynthetic(folder, FILES)
  const out = join(scratch, 'talk-site')
  await step('Building a long deck', () => buildTimed(folder, out, { pdfs: false }))
  const plain = join(scratch, 'talk-plain')
  const slides = await writePlain(join(out, 'deck', 'index.html'), plain)
  const { ours, theirs } = await step('Presenting it', () =>
    withBrowser(async (browser) => ({
      ours: await present(browser, out, 'deck/'),
      theirs: await present(browser, plain, ''),
    })),
  )
  return rowsOf(slides, ours, theirs)
}

/** The rows, with how many times as long as in reveal.js it takes. */
export function rowsOf(slides: number, ours: Presenting, theirs: Presenting): readonly Row[] {
  const beside = (what: string, name: 'usable' | 'next' | 'box' | 'goTo' | 'overview'): string =>
    `${what} (${(ours[name] / theirs[name]).toFixed(2)} × reveal.js)`
  return [
    { what: `A deck of ${slides} slides, processor slowed down four times` },
    { what: beside('Usable', 'usable'), ...seconds(ours.usable), budget: 1.5 },
    { what: beside('Next slide, median of 30', 'next'), ...ms(ours.next), budget: 50 },
    { what: beside('Go-to box opens', 'box'), ...ms(ours.box) },
    { what: beside('Go to a slide in the middle', 'goTo'), ...ms(ours.goTo) },
    { what: beside('Overview opens', 'overview'), ...ms(ours.overview) },
    { what: 'Memory of its script, once usable', ...megabytes(ours.before.heap) },
    {
      what: '  more after 300 slides',
      ...megabytes(ours.after.heap - ours.before.heap),
      budget: 5,
    },
    {
      what: `  more after 300 slides, of ${ours.before.nodes}`,
      amount: ours.after.nodes - ours.before.nodes,
      unit: 'nodes',
      budget: 1000,
    },
  ]
}

async function present(browser: Browser, folder: string, path: string): Promise<Presenting> {
  const server = await serve(folder)
  try {
    return await measurePresenting(browser, server.url + path, { middle: MIDDLE })
  } finally {
    await server.close()
  }
}

function ms(amount: number): Pick<Row, 'amount' | 'unit'> {
  return { amount, unit: 'ms' }
}
