/** The certificate of the built site, and what a case with faulty slides is told. */

import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { check } from '../../src/cli/commands/check.ts'
import type { Finding } from '../../src/core/model/finding.ts'
import { cutInParts } from '../../src/node/browser/cut.ts'
import { withBrowser } from '../../src/node/browser/index.ts'
import { withoutNotes } from '../../src/node/browser/slide-notes.ts'
import { type Certificate, sumUp } from '../../src/node/fit/certificate.ts'
import { joinMeasured, measureDeck } from '../../src/node/fit/measure.ts'
import { handoutsOf } from '../../src/node/print/index.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { buildSite } from '../../src/node/site/index.ts'
import { builtCase } from './built.ts'
import { siteFolder } from './site.ts'

const FAULTY = 'tests/fixtures/overfull'

describe('the built site', () => {
  it('keeps a certificate of all its decks, without a fault', async () => {
    const { decks, ...rest } = await certificateOf(siteFolder)
    expect(rest).toMatchObject({ schema: 1, text: [1, 1.2] })
    expect(rest.sizes).toEqual(['1280×720', '1920×1080', '1024×768', '834×1194'])
    expect(decks[0]?.page).toBe('deck/')
    expect(decks[0]?.slides).toBeGreaterThan(10)
    for (const deck of decks) {
      expect(deck.faults).toEqual([])
      expect(deck.measured).toBe(deck.steps * 8)
      expect(deck.smallestText?.px).toBeGreaterThanOrEqual(20)
      expect(deck.lowestContrast?.ratio).toBeGreaterThanOrEqual(4.5)
    }
    // Few words are set large, and the room is theirs.
    expect(decks[0]?.empty).toEqual([])
    expect(decks[0]?.aboveHead).toEqual([])
    // Spaced out, large words run over, and short ones do not.
    expect(decks[0]?.fullWhenSpaced.length).toBeLessThan(decks[0]?.slides ?? 0)
  })

  it('finds in the parts of a deck what it finds in all of it', async () => {
    const html = await readFile(join(siteFolder, 'deck', 'index.html'), 'utf8')
    const parts = cutInParts(withoutNotes(html), { whole: 500, part: 500 })
    expect(parts.length).toBeGreaterThan(2)
    const site = { folder: siteFolder, base: '/' }
    const measured = await withBrowser(async (browser) => {
      const found = []
      for (const part of parts)
        found.push(await measureDeck(browser, { site, page: 'deck/', html: part.html }))
      return found
    })
    const { decks } = await certificateOf(siteFolder)
    expect(sumUp(joinMeasured(measured))).toEqual(decks[0])
  })
})

describe('a case that is built', () => {
  it.each(['economic', 'films', 'specimen', 'strong', 'ugly'])(
    'has no slide that looks unfinished: %s',
    async (name) => {
      const { decks } = await certificateOf(await builtCase(`tests/fixtures/${name}`))
      expect(decks.flatMap((deck) => deck.empty)).toEqual([])
      expect(decks.flatMap((deck) => deck.aboveHead)).toEqual([])
    },
  )
})

describe('a case with faulty slides, in a theme of its own', () => {
  let parent: string
  let out: string
  let findings: readonly Finding[]

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'overfull-'))
    out = join(parent, 'site')
    const read = await readCase(FAULTY)
    const print = handoutsOf(read).filter(({ file }) => /(?:narrative|deck)\.pdf$/.test(file))
    findings = (await buildSite({ read, out, base: '/', print })).findings
  })
  afterAll(async () => {
    await rm(parent, { recursive: true, force: true })
  })

  it('is told of each, with its place', () => {
    const told = findings.map(({ check, severity, place: { file, line }, message }) => [
      `${file}:${line} ${severity} ${check}`,
      message,
    ])
    expect(told).toEqual([
      [
        '10-too-much.mdx:3 error slide-overflow',
        expect.stringMatching(
          /^Unexpected \w+ lines too many \(\d+ px\) on slide "Too many words" \(deck\/#\/too-many-words\)/,
        ),
      ],
      [
        '10-too-much.mdx:24 error slide-small-text',
        expect.stringMatching(/^Unexpected text of [\d.]+ px, ".+", on slide "A long chain"/),
      ],
      [
        '10-too-much.mdx:37 error slide-low-contrast',
        expect.stringMatching(/^Unexpected contrast of 1\.6:1 of "Hardly" on slide "Pale words"/),
      ],
    ])
  })

  it('has its faults in the certificate, by slide', async () => {
    const { theme, decks } = await certificateOf(out)
    expect(theme).toBe('folio')
    expect(decks[0]?.faults.map(({ check, slide }) => `${slide} ${check}`)).toEqual([
      'too-many-words slide-overflow',
      'a-long-chain slide-small-text',
      'pale-words slide-low-contrast',
    ])
  })

  it('prints each heading on the sheet of its picture, however many stand in a row', async () => {
    const bytes = new Uint8Array(await readFile(join(out, 'handouts', 'narrative.pdf')))
    const document = await getDocument({ data: bytes, verbosity: 0 }).promise
    const sheets = await Promise.all(
      Array.from({ length: document.numPages }, async (_, index) => {
        const { items } = await (await document.getPage(index + 1)).getTextContent()
        return items.flatMap((item) => ('str' in item && item.str.trim() ? [item.str.trim()] : []))
      }),
    )
    await document.loadingTask.destroy()
    // What each section's picture says.
    const pictures = { Gantt: 'Interviews', Pie: 'Payment', Timeline: '2002', Quadrant: 'Plan' }
    const others = { Sankey: 'Lost 40', Journey: 'Clerk', Class: 'Hall', ER: 'makes', C4: 'Uses' }
    for (const [heading, word] of Object.entries({ ...pictures, ...others })) {
      const sheet = sheets.find((words, index) => index > 1 && words.includes(heading))
      expect(sheet, heading).toContain(word)
    }
  })

  it('ships the fonts and the colours of its theme alone', async () => {
    const files = await readdir(join(out, '_astro'))
    const fonts = files.filter((file) => file.endsWith('.woff2'))
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts.filter((file) => !file.startsWith('source-serif-4'))).toEqual([])
    const styles = await Promise.all(
      files
        .filter((file) => file.endsWith('.css'))
        .map((file) => readFile(join(out, '_astro', file), 'utf8')),
    )
    expect(styles.join()).toContain('--chapter-paper:#14284b')
    expect(styles.join()).not.toContain('Atkinson')
  })

  it('is told the same by check, which then knows it, and with --fit for each theme', async () => {
    // What has faults, without the diagrams of every kind: each theme would draw them.
    const small = join(parent, 'case')
    await mkdir(small)
    for (const file of ['10-too-much.mdx', 'case.yaml'])
      await copyFile(join(FAULTY, file), join(small, file))
    const before = await readdir(parent)
    const words: string[] = []
    const print = (line: string): void => void words.push(line)
    expect(await check({ case: FAULTY }, print)).toBe(1)
    expect(words.join()).toContain('10-too-much.mdx:3:1 error Shorten what a slide shows')
    words.length = 0
    expect(await check({ case: small, fit: true, format: 'json' }, print)).toBe(1)
    const report = JSON.parse(words.join())
    expect(report.fit.map(({ theme }: Certificate) => theme)).toEqual(['folio', 'thread'])
    const errors = report.findings.filter(({ severity }: Finding) => severity === 'error')
    expect(errors).toHaveLength(3)
    expect(await readdir(parent)).toEqual(before)
  })
})

async function certificateOf(folder: string): Promise<Certificate> {
  return JSON.parse(await readFile(join(folder, 'deck', 'fit.json'), 'utf8'))
}
