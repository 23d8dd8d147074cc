/** What stands on the handout of one page. */

import { describe, expect, it } from 'vitest'
import { bandsOf, onePageOf } from '../../../src/core/one-page/index.ts'
import type { OnePagePart } from '../../../src/core/one-page/part.ts'
import { read, readWith } from '../read.ts'

/** The lines of a part: name, words, and what stands below. */
function linesOf({ lines }: OnePagePart): readonly string[] {
  return lines.map(({ name, text, below = [] }) =>
    [name, text, ...below.map(({ words }) => `[${words}]`)].filter(Boolean).join(' '),
  )
}

describe('the problem', () => {
  it.each([
    ['The problem', 'The problem'],
    ['Problem statement', 'The problem'],
    ['Why now?', 'The problem: Why now?'],
    ['Our key challenges', 'The problem: Our key challenges'],
    ['Strategic Context', 'The problem: Strategic Context'],
  ])('is in a section called %s', (heading, title) => {
    const { problem } = onePageOf(read(`# Case\n\n## ${heading}\n\n- Forms ask twice`))
    expect(problem).toMatchObject({ title, place: { file: '1.mdx', line: 5 } })
    expect(linesOf(problem).join()).toContain('Forms ask twice')
  })

  it('is not in a section of which the name only sounds like it', () => {
    const { problem } = onePageOf(read('# Case\n\n## Why are we sharing this?\n\nTo learn.'))
    expect(problem).toMatchObject({ gap: 'To be written', lines: [] })
  })

  it('comes from the section that names it, whatever comes first', () => {
    const { problem } = onePageOf(
      read('# Case\n\n## Why now\n\nContracts end.\n\n## The problem\n\nForms ask twice.'),
    )
    expect(problem.lead).toBe('Forms ask twice.')
  })

  it('comes from a section that has words, or from one below it', () => {
    const text =
      '# Case\n\n## The problem\n\nTo be written.\n\n## Context\n\n### Today\n\nForms ask twice.'
    expect(onePageOf(read(text)).problem).toMatchObject({
      title: 'The problem: Context',
      lead: 'Forms ask twice.',
    })
  })

  it('keeps the numbers of a list', () => {
    const { problem } = onePageOf(
      read('# Case\n\n## Problem\n\nFirst:\n\n3. Forms ask twice\n4. Desks close'),
    )
    expect(linesOf(problem)).toEqual(['3. Forms ask twice', '4. Desks close'])
  })

  it('is a statement, else a list with its lead-in, else a quoted sentence, else the first one', () => {
    const problemOf = (words: string) => onePageOf(read(`# Case\n\n## Problem\n\n${words}`)).problem
    const prose = 'Many say so. Others do not.'
    const quoted = 'The plan says, "everyone will book in one place." Nobody does.'
    const list = 'It fails when:\n\n- Forms ask twice\n  - at night\n- Desks close'
    const statement = '<Statement>Nobody knows who we are.</Statement>'
    expect(problemOf(prose).lead).toBe('Many say so.')
    expect(problemOf(`${prose}\n\n${quoted}`).lead).toBe(
      'The plan says, "everyone will book in one place."',
    )
    const listed = problemOf(`${quoted}\n\n${list}`)
    expect(listed.lead).toBe('It fails when:')
    expect(linesOf(listed)).toEqual(['Forms ask twice', 'Desks close'])
    expect(problemOf(`${list}\n\n${statement}`).lead).toBe('Nobody knows who we are.')
  })

  it('is said without ids in brackets', () => {
    const text =
      '# Case\n\n## Problem\n\nForms ask twice (1a).\n\nDecision 1: Go\n\nEvidence 1a: So'
    expect(onePageOf(read(text)).problem.lead).toBe('Forms ask twice.')
  })
})

describe('objectives and options', () => {
  it('says what measures an objective, what is a draft, and what is not measured', () => {
    const { objectives, factors } = onePageOf(
      read(
        '# Case\n\n## Objectives\n\n- Less waste\n- More trust\n- Some rest\n\n## Success factors\n\n- Half the bins (O1)\n- No bins (draft: O1, O2)\n- No bags (draft: O2)',
      ),
    )
    expect(linesOf(objectives)).toEqual([
      'O1 Less waste [Measured by CSF1 and CSF2 (draft).]',
      'O2 More trust [Measured by CSF2 and CSF3 (all draft).]',
      'O3 Some rest [Not measured yet.]',
    ])
    expect(linesOf(factors)).toEqual(['CSF1 Half the bins', 'CSF2 No bins', 'CSF3 No bags'])
  })

  it('puts the preferred option first, and says which success factors each meets', () => {
    const { options } = onePageOf(
      read(
        '# Case\n\n## Success factors\n\n- Half the bins\n\n## Options\n\n- Do nothing, which is not recommended\n- Buy bins (preferred) (CSF1)',
      ),
    )
    expect(linesOf(options)).toEqual([
      'OPT2 Buy bins [Preferred.] [Meets CSF1.]',
      'OPT1 Do nothing, which is not recommended [Tested against no success factor yet.]',
    ])
  })

  it.each([
    [
      '| Option | Cost | Our view |\n| - | - | - |\n| Keep | 5 | Rejected |\n| Sell | 4 | Preferred: costs least |',
    ],
    ['| Option | Cost | Recommended? |\n| - | - | - |\n| Keep | 5 | No |\n| Sell | 4 | ✓ |'],
    ['- Keep\n- Sell\n\n  We prefer this.'],
  ])('knows the preferred option where a column or a paragraph says so: %s', (text) => {
    const { options } = onePageOf(read(`# Case\n\n## Options\n\n${text}`))
    expect(linesOf(options)[0]).toMatch(/^OPT2 Sell(?:\. We prefer this\.)? \[Preferred\.\]$/)
    expect(linesOf(options)[1]).toBe('OPT1 Keep')
  })

  it('shows the short list alone, and says how many there are besides', () => {
    const { options } = onePageOf(
      read(
        '# Case\n\n## Long list\n\n- Option 1: Nothing\n- Option 2: Little\n\n## Short list\n\nOption 3: Much',
      ),
    )
    expect(linesOf(options)).toEqual(['OPT3 Much'])
    expect(options.more).toBe('2 more on the long list.')
  })
})

describe('evidence', () => {
  const decided = (...evidence: readonly string[]) =>
    read(`# Case\n\nDecision 1: Go\n\nDecision 2: Stay (1b)\n\n${evidence.join('\n\n')}`)

  it('is strongest where the team rates it so, and tells for which decisions', () => {
    const { strongest } = onePageOf(
      decided(
        'Evidence 1a (quality amber): Some say so',
        'Evidence 1b (interview, quality green: seen twice): All say so. And more.',
        'Evidence 2a: Who knows',
        'Evidence 2b (quality red): I say so',
      ),
    )
    expect(linesOf(strongest)).toEqual([
      'Evidence 1b: All say so. … [Interview.] [Quality green: seen twice.] [Supports decision 1.]',
      'Evidence 1a: Some say so [Quality amber.] [Supports decision 1.]',
      'Evidence 2a: Who knows [Not rated.] [Supports decision 2.]',
    ])
  })

  it('says of which decisions it is not known whether they still stand', () => {
    const evidence = {
      key: 'evidence-1a',
      kind: 'evidence',
      name: 'Evidence 1a',
      place: { file: '1.mdx' },
    } as const
    const changed = {
      evidence,
      what: 'reworded',
      date: '2020-03-02T09:00:00Z',
      commit: 'a',
    } as const
    const stale = [{ decision: 'decision-1', evidence: [changed] }]
    const { strongest } = onePageOf({ ...decided('Evidence 1a: One'), outside: { stale } })
    expect(linesOf(strongest)).toEqual([
      'Evidence 1a: One [Not rated.] [Supports decision 1 (to be re-affirmed).]',
    ])
  })

  it('is strongest by what stands on it where nothing is rated', () => {
    const { strongest } = onePageOf(decided('Evidence 1a: One', 'Evidence 1b: Two'))
    expect(strongest.lines.map(({ name }) => name)).toEqual(['Evidence 1b:', 'Evidence 1a:'])
  })

  it('is never called strong when the team rates all of it red', () => {
    const { strongest } = onePageOf(decided('Evidence 1a (quality red): Hearsay'))
    expect(strongest).toMatchObject({ gap: 'The team rates all of it red', lines: [] })
  })

  it('is weakest where a sponsor will attack first, apart from a missing ask', () => {
    const text = '# Case\n\n## Objectives\n\n- Less waste\n\n## Benefits\n\nTo be written.'
    const { weakest } = onePageOf(readWith('team: Us\n', text))
    expect(linesOf(weakest)).toEqual([
      'Benefits: Nothing is written here yet, and 1 objective waits for it.',
      'Objective 1: No evidence is given.',
    ])
  })
})

it('says of everything that is missing that it is, and by whom it comes', () => {
  const page = onePageOf(
    readWith('team: Us\n', '# Case\n\n## Options\n\nTo be written by Finance, 14 March'),
  )
  const gaps = Object.values(page).flatMap((part) => (typeof part === 'string' ? [] : part.gap))
  expect(gaps).toEqual([
    'To be written',
    'To be written',
    'To be written',
    'To be written',
    'To be written by Finance, 14 March',
    'No evidence recorded yet',
    undefined,
  ])
})

describe('of a route', () => {
  const CASE = `# Case

## The problem

Forms ask twice.

## Objectives

- Less waste

## Success factors

- Fewer calls (O1)

## Options

To be written.

## Decisions

Decision 1: Go

Evidence 1a: People say so

Decision 2: Go on (1a)

Evidence 1a: See above
`

  /** Titles of the parts that are told below the ask, side by side with `+`. */
  function partsOf(sections: string): readonly string[] {
    const yaml = `ask: Fund it.\nroutes: { short: { title: In short, minutes: 5, sections: [${sections}] } }\n`
    const page = onePageOf(readWith(yaml, CASE), 'short')
    expect([page.route, page.ask.lead]).toEqual(['In short', 'Fund it.'])
    return bandsOf(page).map((parts) => parts.map(({ title }) => title).join(' + '))
  }

  it('leaves out what the route does not tell, and asks the same', () => {
    expect(partsOf('the-problem')).toEqual(['The problem'])
    expect(partsOf('objectives, success-factors')).toEqual([
      'Objectives + Success factors',
      'Where it is weakest',
    ])
    expect(partsOf('decision-1')).toEqual(['Strongest evidence + Where it is weakest'])
  })

  it('says what is to be written in a section that it tells', () => {
    expect(partsOf('options')).toContain('Options')
    expect(partsOf('decision-1')).not.toContain('Options')
  })

  it('names what stands elsewhere in the case, as links and evidence do', () => {
    const yaml = 'routes: { short: { minutes: 5, sections: [objectives, decision-2] } }\n'
    const { objectives, strongest } = onePageOf(readWith(yaml, CASE), 'short')
    expect(linesOf(objectives)).toEqual(['O1 Less waste [Measured by CSF1.]'])
    expect(linesOf(strongest)).toEqual([
      'Evidence 1a: People say so [Not rated.] [Supports decisions 1 and 2.]',
    ])
  })
})

it('says what the preferred option is worth, and where that turns, where it was appraised', () => {
  const text = `# Case

## Options

- Option 1: Business as usual
- Option 2 (preferred): One place

Estimate 1 (OPT2, cost, one-off, 2027): Building it costs £2 to £3 million

Estimate 2 (OPT2, benefit, cash-releasing, 2028 to 2030, a year): It saves £1 to £3 million
`
  const page = onePageOf(readWith('team: Us\neconomics: { base: 2026 }\n', text))
  expect(page.worth).toMatchObject({
    title: 'What option 2 costs and brings',
    lead: expect.stringMatching(/^Net present social value: £\S+ million, .*£\S+ million$/),
    more: 'Present values of 2026 to 2036, £ in 2026 prices, by Green Book 2026 (5 February 2026). Ranges are 8 in 10 likely. Initial estimates.',
  })
  expect(page.worth?.lines.map((line) => line.text).join('\n')).toMatch(
    /^Costs: £\S+ million, .*\nBenefit-cost ratio: .*\nBest in \d+ of 100 trials\nOption [12] .* below £.* EST2 says £1 to £3 million/,
  )
  expect(onePageOf(read('# Case\n\n## Options\n\n- Option 1: We wait')).worth).toBeUndefined()
})
