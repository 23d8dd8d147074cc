import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { footOf } from '../../../src/core/deck/foot.ts'
import { flatten, planDeck, planWholeDeck, type Slide } from '../../../src/core/deck/index.ts'
import { leftOutOf } from '../../../src/core/deck/left-out.ts'
import { cutTimedSlides, planAllTimedSlides } from '../../../src/core/deck/routes.ts'
import { targetsOf } from '../../../src/core/deck/targets.ts'
import type { Source } from '../../../src/core/model/source.ts'
import { guessedMeasure } from '../../../src/core/text/measure.ts'
import { decisionRecords, requirements, strategy, wideTable } from '../../large.ts'

const plan = (sources: readonly Source[], yaml = '') => {
  const read = assemble(sources, { file: 'case.yaml', text: `ask: Fund it\n${yaml}` })
  const [deck, whole] = [planDeck(read, guessedMeasure), planWholeDeck(read, guessedMeasure)]
  return { read, deck, whole }
}
const ids = (slides: readonly Slide[]) => flatten(slides).map(({ id }) => id)
const isOfDeck = ({ layout }: Slide) => layout !== 'chapter' && layout !== 'more'

describe.each([
  ['a strategy of 400 sections', strategy()],
  ['45 decision records', decisionRecords()],
  ['750 requirements', requirements()],
])('the deck of %s', (_, sources) => {
  const { read, deck, whole } = plan(sources)

  it('has as many slides as a talk, and was far longer', () => {
    expect(whole.length).toBeGreaterThan(200)
    expect(deck.length).toBeLessThanOrEqual(80)
    expect(deck.length).toBeGreaterThan(30)
  })

  it('drops nothing: what it does not show is left out, counted, and can be gone to', () => {
    const all = [...ids(deck.filter(isOfDeck)), ...ids(leftOutOf(deck))]
    expect(all.toSorted()).toEqual(ids(whole.filter(isOfDeck)).toSorted())
    const addresses = new Set(targetsOf(deck, read.graph).map(({ key }) => key))
    expect(leftOutOf(deck).filter(({ id }) => !addresses.has(id))).toEqual([])
    for (const { leftOut, layout, title, part } of deck) {
      if (layout === 'more') expect(title).toMatch(/^And [\d,]+ more, in the narrative$/)
      else if (leftOut) expect(part?.cut?.of).toBeGreaterThan(part?.cut?.shown ?? 0)
    }
  })

  it('begins with the title, ends with the ask, and has no chapter without a slide', () => {
    expect([deck[0]?.layout, deck.at(-1)?.layout]).toEqual(['title', 'ask'])
    const ends = deck.map(({ layout }, index) => [layout, deck[index + 1]?.layout])
    expect(ends).not.toContainEqual(['chapter', 'chapter'])
    expect(ends).not.toContainEqual(['chapter', 'gaps'])
  })
})

describe('what a long deck shows', () => {
  it('is every decision before the status of any, and objectives first', () => {
    const { deck } = plan(decisionRecords())
    expect(deck.filter(({ layout }) => layout === 'decision')).toHaveLength(45)
    const { deck: rivers } = plan(strategy())
    expect(rivers.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['objectives', 'decision-1', 'decision-2', 'water-of-region-8']),
    )
  })

  it('is of two decisions the one on which more stands', () => {
    const decisions = Array.from({ length: 30 }, (_, index) => {
      const cites = index > 20 ? ' It follows (7).' : ''
      return `Decision ${index + 1}: We chose place ${index + 1}.${cites}\n`
    })
    const text = `# A\n\n## Key decisions\n\n${decisions.join('\n')}`
    const { deck } = plan([{ file: 'a.mdx', text }], 'deck: { slides: 12 }\n')
    const shown = ids(deck)
    expect(shown).toContain('decision-7')
    expect(shown).not.toContain('decision-12')
    expect(deck.find(({ layout }) => layout === 'more')?.title).toBe(
      'And 23 more, in the narrative',
    )
  })

  it('is what its author set by hand, and what he names first', () => {
    const sections = Array.from({ length: 20 }, (_, at) => `## Place ${at}\n\nIt is closed.\n`)
    const own = '## Last\n\n<Slide>\n\nLook at this.\n\n</Slide>\n'
    const named = '---\npriority:\n  place-17: 1\n---\n\n'
    const text = `${named}# A\n\n${sections.join('\n')}\n${own}`
    const { deck } = plan([{ file: 'a.mdx', text }], 'deck: { slides: 12 }\n')
    expect(ids(deck)).toEqual(expect.arrayContaining(['place-17', 'last']))
  })

  it('is all of it where it is longer by less than a fifth', () => {
    const { whole } = plan(strategy())
    const most = Math.ceil(whole.length / 1.2)
    const { deck } = plan(strategy(), `deck: { slides: ${most} }\n`)
    expect(deck).toEqual(whole)
    expect(leftOutOf(deck)).toEqual([])
  })
})

it('a route chooses from all slides, at the addresses that they have', () => {
  const { read, deck } = plan(
    strategy(),
    'routes:\n  river:\n    minutes: 60\n    sections: [stretch-8-5-9]\n',
  )
  const route = read.settings.routes['river']
  if (!route) throw new Error('no route')
  const { slides } = cutTimedSlides(planAllTimedSlides(read, guessedMeasure), route, read)
  expect(ids(slides)).toContain('stretch-8-5-9')
  expect(ids(deck)).not.toContain('stretch-8-5-9')
  expect(leftOutOf(deck).map(({ id }) => id)).toContain('stretch-8-5-9')
})

describe('a table that is', () => {
  it('long shows its first rows and says how many there are', () => {
    const { read, deck } = plan(wideTable(4, 60))
    const tables = deck.filter(({ layout }) => layout === 'table')
    expect(tables).toHaveLength(2)
    const rows = tables.flatMap(({ body }) => body.slice(1)).length
    const foot = tables[1] && footOf(tables[1], { ...read, outside: {} })
    expect(foot?.part).toBe(`(first ${rows} of 60: all in the narrative)`)
    expect(rows).toBeGreaterThan(4)
  })

  it('wide shows the columns that say most, and names how many there are', () => {
    const { read, deck } = plan(wideTable(12, 4))
    const [table] = deck.filter(({ layout }) => layout === 'table')
    expect(table?.body[0]?.text).toBe('Ref · Risk · Impact · Mitigation')
    expect(table && footOf(table, { ...read, outside: {} }).part).toMatch(/4 of 12 columns/)
  })

  it('of short numbers is shown whole where all columns have room, since none says more', () => {
    const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug']
    const tableOf = (cell: string) =>
      [['Van', ...months], months.concat('-').map(() => '-'), ['A', ...months.map(() => cell)]]
        .map((row) => `| ${row.join(' | ')} |`)
        .join('\n')
    const shown = (cell: string) =>
      plan([{ file: 'a.mdx', text: `# Case\n\n## Meals\n\n${tableOf(cell)}\n` }]).deck.find(
        ({ layout }) => layout === 'table',
      )
    expect(shown('310')?.body[0]?.text).toBe(['Van', ...months].join(' · '))
    expect(shown('£310,412,000')?.tableColumns?.of).toBe(9)
  })

  it('of months shows those in which most happened, and those that the words beside it name', () => {
    const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
    const row = (name: string, high: number) =>
      [name, ...months.map((_, at) => (at === high ? '£310,412,000' : '£1,412,000'))].join(' | ')
    const table = [
      ['District', ...months].join(' | '),
      `${'- | '.repeat(12)}-`,
      row('North', 8),
      row('South', 8),
      row('West', 10),
    ]
    const text = `# Case\n\n## Costs\n\nIn April the office closed.\n\n${table.map((one) => `| ${one} |`).join('\n')}\n`
    const { deck } = plan([{ file: 'a.mdx', text }])
    expect(deck.find(({ layout }) => layout === 'table')?.body[0]?.text).toBe(
      'District · Apr · Sep · Nov',
    )
  })

  it('of benefits keeps where each starts, and by when it ends, beside its target', () => {
    const rows = [
      '| Benefit | Owner | Baseline | Target | Date | Measure | Kind |',
      '| - | - | - | - | - | - | - |',
      '| Fewer calls | Head of calls | 9 calls | 5 calls | March 2029 | Logs | Cash-releasing |',
      '| Fewer miles | Head of vans | 8 miles | 7 miles | May 2029 | Trackers | Others |',
    ]
    const { deck } = plan([
      { file: 'a.mdx', text: `# Case\n\n## What it brings\n\n${rows.join('\n')}\n` },
    ])
    expect(deck.find(({ layout }) => layout === 'table')?.body[0]?.text).toBe(
      'Benefit · Owner · Baseline · Target · Date · Measure',
    )
  })

  it('set by its author is shown as he set it', () => {
    const [file] = wideTable(12, 30)
    const text = (file?.text ?? '').replace(/\n\n(\|[\s\S]*)$/, '\n\n<Slide>\n\n$1\n</Slide>\n')
    const { deck } = plan([{ file: 'a.mdx', text }])
    const tables = deck.filter(({ layout }) => layout === 'table')
    expect(tables.flatMap(({ body }) => body.slice(1))).toHaveLength(30)
    expect(tables.some(({ tableColumns }) => tableColumns)).toBe(false)
  })
})
