/** The measure against Chromium's own, and the breaking of lines. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linesOf } from '../../../src/core/text/measure.ts'
import { launchBrowser } from '../../../src/node/browser/index.ts'
import { fontMeasure } from '../../../src/node/read/measure.ts'
import { inThread } from '../../store.ts'

const STRINGS = [
  'Case for change',
  'The quick brown fox jumps over the lazy dog',
  'AVATAR To We Yes, Typically',
  'We’re going to “quote” — and then pause – twice…',
  '£75 million, 1,234.56 (12b, 12c)',
  'Łódź, Šiška, naïve café, Dvořák',
  'Testing: AWAY. LTV, P.A.',
  'Office affluent fjord, efficient workflow',
  'Services are disjointed when:',
  'Objective 2: reduce the cost of change',
  'CSF6 · O1, O2 and O3',
  'Decision 13: We focused on the caseworker’s first call',
  'https://example.org/prototype/deck/index.html?print',
  'ALL CAPITALS ARE RARELY A GOOD IDEA',
  'i l 1 I | ! . , ; :',
  'WWW MMM @@@ %%% &&&',
  '0123456789 10 11 12 100%',
  'cross-government, end-to-end, follow-up',
  'P3: “I never know whom to ring.”',
  'Still to be written',
  'By Economics, 14 March; by Policy, 21 December',
  'x = (a + b) × c ÷ d − e',
  'non\u00a0breaking\u00a0space',
  'It’s 9 o’clock; don’t rush, you’ll be fine',
  'Yo. Tr. V, y. F. A. Ty. Te. Wo. Va.',
  'a',
  'The team realised that a single front door would not be enough to mend what is broken',
  'Évaluation coûteuse à l’intérieur, señor; Größe, Übung, façade',
  'Q&A [draft] {MDX} <tag> #heading *bold* _italic_ ~gone~',
  'Cafe\u0301 written with a combining mark',
]

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
  await page.setContent(`<style>${fontFaces()}
    body { font-family: A, B; margin: 0 }
    span { white-space: pre; font-size: 40px }
    p { width: 400px; font-size: 20px; line-height: 30px; overflow-wrap: anywhere; margin: 0 }
  </style><span>x</span><p></p>`)
})

afterAll(() => browser.close())

describe('fontMeasure', () => {
  it.each([400, 600, 700])(
    'agrees with Chromium within two per cent at weight %i',
    async (weight) => {
      const measure = fontMeasure(inThread)
      for (const text of STRINGS) {
        const ratio = measure(text, 40, weight) / (await widthInBrowser(text, weight))
        expect(ratio, text).toBeGreaterThan(0.99)
        expect(ratio, text).toBeLessThan(1.02)
      }
    },
  )

  it('grows with the size, and measures nothing as nothing', () => {
    const measure = fontMeasure(inThread)
    expect(measure('Thread', 40, 700)).toBeCloseTo(2 * measure('Thread', 20, 700), 6)
    expect(measure('', 40, 700)).toBe(0)
  })

  it('takes a wide guess at letters that the font does not have', () => {
    const measure = fontMeasure(inThread)
    expect(measure('日本', 10, 400)).toBe(20)
    expect(measure('☎', 10, 400)).toBe(14)
    expect(measure('🧵', 10, 400)).toBeCloseTo(12.8, 6)
  })

  it('measures the text of a thousand slides, in lines that grow with it', () => {
    const measure = fontMeasure(inThread)
    const text = STRINGS.join(' ')
    const once = measure(text, 20, 400)
    // Where a longer text took more than its share, this would not end.
    expect(measure(`${text} `.repeat(500), 20, 400) / once).toBeCloseTo(500, -2)
  })
})

describe('linesOf', () => {
  it('breaks as Chromium does', async () => {
    const measure = fontMeasure(inThread)
    const texts = [
      STRINGS.slice(0, 9).join(' '),
      STRINGS.slice(9, 18).join(' '),
      STRINGS.slice(18).join(' '),
      'A  few   spaces\n and cross-government follow-up-and-carry-on work, end-to-end, for 10-12 weeks',
      'Anunbreakablewordthatiswiderthanthelinethatithastostandonandthengoeson and then some',
    ]
    for (const text of texts) {
      const lines = linesOf(measure, text, { size: 20, weight: 400, width: 400 })
      expect(lines, text).toBe(await linesInBrowser(text))
    }
  })

  it('takes no line for blank text', () => {
    expect(linesOf(fontMeasure(inThread), ' \n', { size: 20, weight: 400, width: 400 })).toBe(0)
  })

  it('counts letter-spacing', () => {
    const tenWide = (text: string) => text.length * 10
    const style = { size: 10, weight: 400, width: 50 }
    expect(linesOf(tenWide, 'abcde', style)).toBe(1)
    expect(linesOf(tenWide, 'abcde', { ...style, letterSpacing: 1 })).toBe(2)
  })
})

function fontFaces(): string {
  const require = createRequire(import.meta.url)
  const face = (family: string, subset: string) => {
    const file = `atkinson-hyperlegible-next-${subset}-wght-normal.woff2`
    const path = require.resolve(`@fontsource-variable/atkinson-hyperlegible-next/files/${file}`)
    const url = `data:font/woff2;base64,${readFileSync(path).toString('base64')}`
    return `@font-face { font-family: ${family}; font-weight: 200 800; src: url(${url}) }`
  }
  return face('A', 'latin') + face('B', 'latin-ext')
}

function widthInBrowser(text: string, weight: number): Promise<number> {
  return page.evaluate(
    async ([content, wght]) => {
      const span = document.querySelector('span') as HTMLElement
      span.style.fontWeight = String(wght)
      span.textContent = content
      await document.fonts.ready
      await Promise.all(['A', 'B'].map((name) => document.fonts.load(`${wght} 40px ${name}`)))
      return span.getBoundingClientRect().width
    },
    [text, weight] as const,
  )
}

function linesInBrowser(text: string): Promise<number> {
  return page.evaluate((content) => {
    const paragraph = document.querySelector('p') as HTMLElement
    paragraph.textContent = content
    return paragraph.getBoundingClientRect().height / 30
  }, text)
}
