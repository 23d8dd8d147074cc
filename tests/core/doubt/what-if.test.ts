/** What falls in a whole case: the graph and the sums together, as terminal and page tell it. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ledgerInDoubt, ledgerOf } from '../../../src/core/appraisal/index.ts'
import { assemble } from '../../../src/core/assemble.ts'
import { askFaults, tellDoubt } from '../../../src/core/doubt/in-words.ts'
import { doubtDataOf, doubtIn, sinkingOf } from '../../../src/core/doubt/index.ts'
import { learnNext } from '../../../src/core/doubt/learn-next.ts'
import { preferredBySums, sumsInDoubt } from '../../../src/core/doubt/sums.ts'
import { supportOf } from '../../../src/core/doubt/support.ts'
import { isDoubtable } from '../../../src/core/doubt/support-graph.ts'
import { readWhatIf } from '../../../src/core/doubt/what-if.ts'
import { plainText } from '../../../src/core/text/linked-text.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/economic/${name}`, import.meta.url), 'utf8')
const [text, settings] = [fixture('10-case.mdx'), fixture('case.yaml')]
const read = (words = text, more = '') =>
  assemble([{ file: '10-case.mdx', text: words }], { file: 'case.yaml', text: settings + more })
const whole = read()

/** Everything that is told, a line each. */
function told(typed: string, of = whole): readonly string[] {
  const support = supportOf(of)
  const meant = readWhatIf(typed, support, of)
  if ('fault' in meant) return [meant.fault]
  const { title, ask, parts } = tellDoubt(support, doubtIn(of, meant))
  return [title, plainText(ask.line), ...parts.flatMap(({ lines }) => lines.map(plainText))]
}

describe('a doubt', () => {
  it('takes with it what has nothing else to stand on, down to the ask', () => {
    const lines = told('-EST6')
    expect(lines.slice(0, 2)).toEqual([
      'If estimate 6 does not hold',
      'The ask no longer stands: option 3 brings no more than it costs.',
    ])
    expect(lines).toContain(
      'Option 3 loses estimate 6 and still rests on evidence 1b, evidence 2b and estimate 13.',
    )
    expect(lines.join('\n')).toMatch(
      /Option 3 comes to −£3\.6 million .*: 4th of the options, not 1st\./,
    )
  })

  it('of one of two pieces leaves a decision standing, and of both does not', () => {
    expect(told('-2a')).toContain('Decision 2 loses evidence 2a and still rests on evidence 2b.')
    expect(told('-2a, -2b')).toContain(
      'Decision 2 stands on nothing: “We compare a shared service with three others”.',
    )
  })

  it('strengthens what the evidence spoke against', () => {
    expect(told('-1c')).toEqual([
      'If evidence 1c does not hold',
      'The ask still stands.',
      'Decision 1 stands stronger without evidence 1c, which spoke against it.',
    ])
  })

  it('makes no option better by a cost that nobody knows', () => {
    expect(told('-EST9').join('\n')).toContain(
      'Option 4 came to £5.3 million, and nobody can say any more what it comes to.',
    )
  })

  it('of an assumption takes what relies on it, whatever else that has', () => {
    const assumed = read(
      text
        .replace(
          'We count calls before we count vans.',
          'We count calls before we count vans (A1).',
        )
        .replace(
          '## Estimates',
          '## Assumptions\n\n- Assumption 1: Depots share their logs\n\n## Estimates',
        ),
    )
    expect(told('-A1', assumed)).toContain(
      'Decision 1 stands on nothing: “We count calls before we count vans”.',
    )
  })

  it('takes an ask that names what falls', () => {
    const named = assemble([{ file: 'a.mdx', text }], {
      file: 'case.yaml',
      text: settings.replace('for two years', 'for two years (decision 2)'),
    })
    expect(told('-2', named)[1]).toBe(
      'The ask no longer stands: it names decision 2, on which it can no longer rest.',
    )
  })
})

describe('another value', () => {
  it('is in the unit of the estimate where it says none, or the same money', () => {
    expect(told('EST2=£1 to £2')).toContain(
      'Estimate 2 comes to £1 to £2 a call, in place of £6 to £8 a call.',
    )
    expect(told('EST1=1 to 2 million').join('\n')).toContain('1 to 2 million calls')
    expect(told('EST3=£5 to £6 million').join('\n')).toContain('Option 3 comes to')
  })

  it.each([
    ['EST1=5 vans', 'Unexpected value "5 vans" of EST1, which counts van; expected call, as in'],
    ['EST1=£3', 'Unexpected value "£3" of EST1, which counts £; expected call'],
    ['EST1=50%', 'Unexpected value "50%" of EST1, which counts a share; expected call'],
    ['EST2=2 to 3 hours', 'which counts hour; expected £ a call, as in £7 a call'],
    ['EST2=€5', 'which counts €; expected £ a call'],
    ['EST2=£5 an hour', 'which counts £ an hour; expected £ a call'],
    ['EST2=£9 to £7', 'Unexpected range "£9 to £7" of EST2 from the larger to the smaller end'],
    ['EST4=EST4 × 2', 'Unexpected value "EST4 × 2" of EST4, which is a sum; expected one number'],
    ['EST4=10% of EST3', 'which is a sum; expected one number'],
    ['EST4=£2m plus', 'which is a sum; expected one number'],
  ])('%s is refused as what it is', (typed, fault) => expect(told(typed)[0]).toContain(fault))

  it('of a share is one of a whole', () => {
    const whole = assemble([
      { file: 'a.mdx', text: '# Case\n\nEstimate 1: Between 40% and 60% of callers give up' },
    ])
    expect(told('EST1=500%', whole)[0]).toContain(
      'which is no share of a whole; expected 0% to 100%',
    )
    expect(told('EST1=−5%', whole)[0]).toContain('which is no share of a whole')
    expect(told('EST1=70%', whole)[0]).toBe('If estimate 1 is 70%')
  })

  it('leaves an ask that stood on too little no better than it was', () => {
    const poor = read(text.replace('10% to 30% of EST3', '1% to 2% of EST3'))
    expect(told('-1c', poor)[1]).toBe(
      'The ask still stands. But by the sums of the case as it is, option 3 costs more than it brings.',
    )
  })
})

it('says that its sums mix the prices of several years', () => {
  const mixed = read(text.replace('(2026 prices, medium', '(2024 prices, medium'))
  expect(told('-EST6', mixed)).toContain(
    'These sums are in prices of 2024 and 2026, which are mixed.',
  )
  expect(told('-EST6').join()).not.toContain('mixed')
})

describe('what is typed', () => {
  it.each([
    ['-1a, −1a; not 1a, 1a', 'If evidence 1a does not hold'],
    [
      '-1a, EST2=£1,000 to £2,000',
      'If evidence 1a does not hold and estimate 2 is £1,000 to £2,000',
    ],
    [
      'EST4=£0.9 million, £0.8 to £1.4 million, -2a',
      'If evidence 2a does not hold and estimate 4 is £0.9 million, £0.8 to £1.4 million',
    ],
    ['-Decision 1', 'If decision 1 does not hold'],
    ['-est2', 'If estimate 2 does not hold'],
  ])('%s', (typed, title) => expect(told(typed)[0]).toBe(title))

  it.each([
    ['-9a', 'Unexpected 9a, which this case does not have; expected an id such as'],
    ['-constructor, -1a', 'Unexpected constructor, which this case does not have'],
    ['-OPT1', 'Unexpected Option 1 among the doubts; expected evidence'],
    ['EST1=lots', 'Unexpected value "lots" of EST1; expected one number'],
    ['1a=3', 'Unexpected value for Evidence 1a; expected an estimate'],
    ['-EST1, EST1=3', 'Unexpected doubt and value of EST1 at once; expected one of them'],
    ['EST1=3, EST1=4', 'Unexpected second value of EST1; expected one'],
    ['-', 'Unexpected doubt of nothing; expected ids such as "-1"'],
    ['', 'Unexpected doubt of nothing; expected ids such as "-1"'],
    [' , ', 'Unexpected doubt of nothing; expected ids such as "-1"'],
  ])('%s is told in words', (typed, fault) => expect(told(typed)[0]).toContain(fault))
})

describe('the sums', () => {
  it('are those of the case without the sentence', () => {
    const doubted = ledgerInDoubt(whole, { without: new Set(['estimate-8']) })
    const without = ledgerOf(read(text.replace(/Estimate 8.*\n/, '')))
    expect(doubted.options.map(({ npsv, chanceOfBest }) => ({ npsv, chanceOfBest }))).toEqual(
      without?.options.map(({ npsv, chanceOfBest }) => ({ npsv, chanceOfBest })),
    )
  })

  it('are those of the case with the other sentence', () => {
    const doubted = ledgerInDoubt(whole, { instead: new Map([['estimate-5', '£1 to £2 million']]) })
    const other = ledgerOf(read(text.replace('£200,000 to £300,000', '£1 to £2 million')))
    expect(doubted.options.map(({ npsv }) => npsv)).toEqual(other?.options.map(({ npsv }) => npsv))
  })

  it('say the same of the preferred option as their central values alone, for every pair', () => {
    const bySums = preferredBySums(whole)
    const keys = [...whole.graph.estimates.keys()]
    for (const [index, one] of keys.entries())
      for (const other of keys.slice(index)) {
        const { items } = supportOf(whole)
        const places = items.flatMap(({ key }, at) => (key === one || key === other ? at : []))
        const { falls } = doubtIn(whole, { doubted: places, replaced: [] })
        const gone = [...falls.doubted, ...falls.fallen].flatMap((at) => items[at]?.key ?? [])
        const without = new Set(gone.filter((key) => whole.graph.estimates.has(key)))
        const sums = sumsInDoubt(whole, { without })
        expect([one, other, bySums?.(without)]).toEqual([
          one,
          other,
          sums?.preferred ?? { state: 'holds' },
        ])
      }
  })
})

describe('what travels to the page', () => {
  it('says of every single doubt what the terminal says', () => {
    const { support, sums, sumsOf } = JSON.parse(JSON.stringify(doubtDataOf(whole)))
    for (const [at, item] of support.items.entries()) {
      if (!isDoubtable(item)) continue
      const { falls, sums: own } = doubtIn(whole, { doubted: [at], replaced: [] })
      expect(sums[sumsOf[at]]).toEqual(own)
      expect(tellDoubt(support, { falls, sums: sums[sumsOf[at]] })).toEqual(
        tellDoubt(supportOf(whole), { falls, sums: own }),
      )
    }
  })
})

describe('what sinks the ask', () => {
  it('is each single doubt and each pair after which it no longer stands, and no other', () => {
    const support = supportOf(whole)
    const { singles, pairs } = sinkingOf(whole)
    const sinks = (doubted: readonly number[]) =>
      askFaults(support, doubtIn(whole, { doubted, replaced: [] })).length > 0
    const all = support.items.flatMap((item, at) => (isDoubtable(item) ? at : []))
    expect(singles).toEqual(all.filter((at) => sinks([at])))
    const left = all.filter((at) => !singles.includes(at))
    const found = left.flatMap((one, index) =>
      left.slice(index + 1).flatMap((other) => (sinks([one, other]) ? [[one, other]] : [])),
    )
    expect(pairs).toEqual(found)
    expect(singles.length).toBeGreaterThan(0)
  })
})

describe('what to learn next', () => {
  it('comes first where an answer is likely to change the choice', () => {
    const found = learnNext(whole)
    const chances = found.map(({ item, chance, sinks }) => [item.id, chance, sinks])
    expect(chances[0]).toEqual(['EST11', expect.any(Number), false])
    // What is in no option changes none.
    expect(found.find(({ item }) => item.id === 'EST13')?.chance).toBeUndefined()
    const [first, ...others] = found.map(({ chance, sinks }) => chance ?? (sinks ? 0.5 : 0))
    for (const one of others) expect(one).toBeLessThanOrEqual(first ?? 0)
  })

  it('leaves out a question that has its answer', () => {
    const answered = read(text.replace('by themselves? (1c)', 'by themselves? (1c)\n  Answer: No'))
    const ids = (of: typeof whole) => learnNext(of).map(({ item }) => item.id)
    expect(ids(whole)).toContain('Q1')
    expect(ids(answered)).not.toContain('Q1')
  })
})
