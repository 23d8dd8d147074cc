/** From measurements to the certificate, its table, and what an author is told. */
import { describe, expect, it } from 'vitest'
import type { ThemeName } from '../../../src/core/model/themes.ts'
import { noSettings } from '../../../src/core/settings/case-yaml.ts'
import { certify, sumUp } from '../../../src/node/fit/certificate.ts'
import { fitFindings, withoutDuplicates } from '../../../src/node/fit/findings.ts'
import type { Measured } from '../../../src/node/fit/in-page/slides.ts'
import type { MeasuredDeck } from '../../../src/node/fit/measure.ts'
import { sizeName, sizes, texts } from '../../../src/node/fit/settings.ts'
import { fitTable } from '../../../src/node/fit/table.ts'
import { readWith } from '../../core/read.ts'

const read = readWith('', '# A case\n\n## Why\n\n- One\n')
const why: Measured = {
  id: 'why',
  title: 'Why',
  key: 'why',
  steps: 2,
  boxes: [],
  fill: 0.5,
  words: [],
}

describe('the certificate', () => {
  it('counts slides and steps, and names the extremes', () => {
    const words = [
      { text: 'A', px: 20.04, ratio: 4.567, needed: 4.5, step: 1 },
      { text: 'B', px: 44, ratio: 12, needed: 3, step: 2 },
    ]
    const { decks, ...rest } = certificate(() => ({ ...why, words, fill: 0.914, used: 0.4567 }))
    expect(rest).toEqual({
      schema: 1,
      title: 'A case',
      theme: 'thread',
      sizes: ['1280×720', '1920×1080', '1024×768', '834×1194'],
      text: [1, 1.2],
    })
    expect(decks).toEqual([
      {
        page: 'deck/',
        slides: 1,
        steps: 2,
        measured: 16,
        smallestText: { px: 20, slide: 'why' },
        lowestContrast: { ratio: 4.56, slide: 'why' },
        fullest: { percent: 91, slide: 'why' },
        emptiest: { percent: 45, slide: 'why' },
        empty: [],
        aboveHead: [],
        faults: [],
        fullWhenSpaced: [],
      },
    ])
  })

  it('is a table of one row for each deck and theme', () => {
    const words = [{ text: 'A', px: 20, ratio: 7, needed: 4.5, step: 1 }]
    const table = fitTable([
      certificate(() => ({ ...why, words })),
      certificate(() => why, 'folio', ['why']),
    ])
    expect(table.split('\n')).toEqual([
      'Deck   Theme   Slides  Steps  Faults  Spaced     Smallest     Contrast   Fullest     Emptiest',
      'deck/  thread  1       2      none    all fit    20 px (why)  7:1 (why)  50 % (why)  –',
      'deck/  folio   1       2      none    1 to read  –            –          50 % (why)  –',
      'Measured at 1280×720, 1920×1080, 1024×768, 834×1194, each with text at 100 % and 120 %.',
      'Spaced: with the text spacing of WCAG 1.4.12. A slide that is then too full offers the page to read.',
    ])
  })
})

describe('findings', () => {
  const over = { what: 'ul', how: 'over the foot', px: 84, lines: 2, step: 2 } as const

  it('say by how many lines a slide is too full, where, and in which settings', () => {
    const at = certificate((size, text) => ({
      ...why,
      boxes: text === 1.2 ? [size === '1024×768' ? over : { ...over, px: 80 }] : [],
    }))
    expect(fitFindings(at, read)).toEqual([
      {
        check: 'slide-overflow',
        severity: 'error',
        message:
          'Unexpected two lines too many (84 px) on slide "Why" (deck/#/why) with text at 120 %, step 2 of 2, expected it to fit: shorten it, or say with <Slide> what to show',
        place: expect.objectContaining({ file: '1.mdx', line: 3, column: 1 }),
      },
    ])
  })

  it('say what is so in a deck and its routes once', () => {
    const at = certificate(() => ({ ...why, boxes: [over] }))
    const [deck] = at.decks
    if (!deck) throw new Error('Expected a deck')
    const both = { ...at, decks: [deck, { ...deck, page: 'deck/short/' }] }
    expect(fitFindings(both, read)).toEqual(fitFindings(at, read))
  })

  it('ask of nobody to shorten what the tool has written', () => {
    const { key: _key, ...adds } = why
    const added = fitFindings(
      certificate(() => ({ ...adds, boxes: [over] })),
      read,
    )
    expect(added[0]?.message).toMatch(/expected it to fit: shorten the titles and labels/)
    const { lines: _, ...wide } = over
    const [own] = fitFindings(
      certificate(() => ({ ...why, boxes: [wide] })),
      read,
    )
    expect(own?.message).toMatch(
      /shorten or break what is too long for a line, or say with <Slide>/,
    )
  })

  it('lead to the section of a diagram, and to case.yaml for what the tool adds', () => {
    const at = (slide: Partial<Measured>) =>
      fitFindings(
        certificate(() => ({ ...why, boxes: [over], ...slide })),
        read,
      ).map(({ place }) => place.file)
    expect(at({ id: 'diagram-objectives' })).toEqual(['1.mdx'])
    expect(at({ id: 'ask', key: 'no-such-section' })).toEqual(['case.yaml'])
  })

  it('say where only one size or one other theme is at fault', () => {
    const wide = { what: 'table', how: 'outside the slide', px: 12, step: 1 } as const
    const at = certificate(
      (size) => ({ ...why, steps: 1, boxes: size === '1024×768' ? [wide] : [] }),
      'folio',
    )
    expect(fitFindings(at, read)[0]?.message).toContain(
      '12 px too much width on slide "Why" (deck/#/why) in the theme folio at 1024×768, expected',
    )
  })

  it('name words that are too small, and words that are too pale', () => {
    const words = [
      { text: 'fine print', px: 16, ratio: 21, needed: 4.5, step: 1 },
      { text: 'pale', px: 32, ratio: 2.119, needed: 3, step: 2 },
    ]
    const messages = fitFindings(
      certificate(() => ({ ...why, words })),
      read,
    ).map(({ check, message }) => `${check} ${message}`)
    expect(messages[0]).toMatch(
      /^slide-small-text Unexpected text of 16 px, "fine print", on slide/,
    )
    expect(messages[0]).toContain('step 1 of 2, expected 20 px or more')
    expect(messages[1]).toMatch(/^slide-low-contrast Unexpected contrast of 2\.11:1 of "pale" on/)
    expect(messages[1]).toContain('step 2 of 2, expected 3:1 or more')
  })

  it('keep one of two that say the same of one place', () => {
    const [finding] = fitFindings(
      certificate(() => ({ ...why, boxes: [over] })),
      read,
    )
    if (!finding) throw new Error('Expected a finding')
    expect(withoutDuplicates([finding], [{ ...finding, message: 'in print' }])).toEqual([finding])
    const elsewhere = { ...finding, place: { file: 'other.mdx' } }
    expect(withoutDuplicates([finding], [elsewhere])).toEqual([finding, elsewhere])
  })
})

/** Of a deck with one slide, as `measured` says for each setting. */
function certificate(
  measured: (size: string, text: number) => Measured,
  theme: ThemeName = noSettings.theme,
  fullWhenSpaced: readonly string[] = [],
) {
  const settings = sizes.flatMap((each) =>
    texts.map((text) => {
      const size = sizeName(each)
      return { size, text, slides: [measured(size, text)] }
    }),
  )
  const deck: MeasuredDeck = { page: 'deck/', settings, fullWhenSpaced }
  return certify({ title: 'A case', theme }, [sumUp(deck)])
}
