/** What a route shows of the deck, and how long it takes. */
import { describe, expect, it } from 'vitest'
import { routeLines } from '../../../src/core/deck/route-lines.ts'
import { cutTimedSlides, planRoutes, planTimedSlides } from '../../../src/core/deck/routes.ts'
import type { Outside } from '../../../src/core/model/assembled.ts'
import type { Route } from '../../../src/core/settings/routes.ts'
import type { Measure } from '../../../src/core/text/measure.ts'
import { fontMeasure } from '../../../src/node/read/measure.ts'
import { inThread } from '../../store.ts'
import { read, readWith } from '../read.ts'

const measure = fontMeasure(inThread)

/** Addresses of the slides of a route, what lies below behind its slide. */
function cut(route: Omit<Route, 'minutes'>, ...texts: readonly string[]): readonly string[] {
  const told = read(...texts)
  const { slides } = cutTimedSlides(planTimedSlides(told, measure), { minutes: 5, ...route }, told)
  return slides.map(({ id, below }) => [id, ...below.map((each) => each.id)].join(' > '))
}

const CASE = `# T

## Why

### Now

- One
- Two

### Costs

- Three
- Four

## What we want

### Objectives

- Objective 1: A
- Objective 2: B

### Law

- Five
- Six

## Decisions

### Sprint 1

Decision 1: We did.

Evidence 1a: Because.

Decision 2: We did more (1).
`

describe('a route of sections', () => {
  it('brings sub-sections, in the order of the case, between the title and the ask', () => {
    expect(cut({ sections: ['law', 'why'] }, CASE)).toEqual([
      'title',
      'chapter-why',
      'now',
      'costs',
      'chapter-what-we-want',
      'law',
      'still-to-be-written',
      'ask',
    ])
  })

  it('brings the slide of an item, with all evidence below it', () => {
    const long = CASE.replace(
      /(?<=Evidence 1a: ).*/,
      'We saw it in each of the offices. '.repeat(40),
    )
    expect(cut({ sections: ['decision-1'] }, long).slice(1, -2)).toEqual([
      'chapter-decisions',
      expect.stringMatching(/^decision-1 > evidence-1a/),
    ])
    expect(cut({ sections: ['evidence-1a'] }, CASE)).toContain('decision-1')
    expect(cut({ sections: ['objective-2'] }, CASE)).toContain('objectives')
  })

  it('does not part what flows onto several slides', () => {
    const entry = 'A long entry that takes a good deal of room on the slide that it stands on'
    const list = Array.from({ length: 20 }, (_, n) => `- Objective ${n + 1}: ${entry} (${n})`)
    const text = `# T\n\n## Objectives\n\n${list.join('\n')}\n`
    const slides = cut({ sections: ['objective-20'] }, text)
    expect(slides.slice(1, 3)).toEqual(['objectives', 'objectives--2'])
  })

  it('keeps the addresses of the whole deck', () => {
    const twice = `${CASE}\n## More\n\nIt costs:\n\n- One\n\nIt saves:\n\n- Two\n`
    const whole = planTimedSlides(read(twice), measure).slides.map(({ id }) => id)
    const more = cut({ sections: ['more'] }, twice)
    expect(more).toContain('more--it-saves')
    expect(whole).toEqual(expect.arrayContaining([...more]))
  })
})

describe('a route of a priority', () => {
  it('takes what front matter says, by file or by name, and nothing else', () => {
    const first = `---\npriority: 1\n---\n\n${CASE}`
    const second = '---\npriority:\n  risks: 2\n---\n\n## Risks\n\n- Seven\n\n## Team\n\n- Eight\n'
    const third = '## Plan\n\n- Nine\n'
    const told = (priority: number) => cut({ priority }, first, second, third)
    expect(told(1)).toContain('objectives')
    expect(told(1)).not.toContain('risks')
    expect(told(2)).toContain('risks')
    expect(told(2)).not.toContain('team')
    expect(told(9)).not.toContain('plan')
  })

  it('goes by the nearest: an item, its section, the section around that', () => {
    const text = `---\npriority: {why: 1, costs: 3, decisions: 2, decision-2: 1}\n---\n\n${CASE}`
    expect(cut({ priority: 1 }, text).slice(1, -2)).toEqual([
      'chapter-why',
      'now',
      'chapter-decisions',
      'decision-2',
    ])
    expect(cut({ priority: 2 }, text)).toContain('decision-1')
    expect(cut({ priority: 3 }, text)).toContain('costs')
  })
})

describe('the time of a route', () => {
  it('is what its slides take in the whole deck', () => {
    const prose = (words: number) => `${'word '.repeat(words - 1)}end.`
    const text = `---\ntiming: 4\n---\n\n# T\n\n## A\n\n${prose(75)}\n\n## B\n\n${prose(25)}\n`
    const route: Route = { minutes: 5, sections: ['b'] }
    const told = readWith('ask: x', text)
    const { slides, seconds } = cutTimedSlides(planTimedSlides(told, measure), route, told)
    expect(slides.map(({ id }) => id)).toEqual(['title', 'b', 'ask'])
    expect(seconds).toEqual([20, 20 + 50, 20])
  })
})

describe('the routes of a case', () => {
  const told = readWith('routes:\n  short:\n    minutes: 5\n    sections: [why]\n', CASE)
  const names = (checked: typeof told) => planRoutes(checked).map(({ name }) => name)

  it('are planned once for all that ask', () => {
    expect(planRoutes(told)).toBe(planRoutes(told))
  })

  it('are those of the settings with which its texts are read', () => {
    expect(names(told)).toEqual(['short'])
    const routes = { long: { minutes: 30, sections: ['why'] } }
    expect(names({ ...told, settings: { ...told.settings, routes } })).toEqual(['long'])
  })

  it('have slides that are set by the measure with which its texts are read', () => {
    const wide: Measure = (text, size) => text.length * size * 3
    const sizes = (outside: Outside) =>
      planRoutes({ ...told, outside }).flatMap(({ slides }) =>
        slides.map(({ headSize }) => headSize),
      )
    expect(sizes({ measure: wide })).not.toEqual(sizes({ measure }))
  })
})

describe('what is proven of a route', () => {
  const routes = `routes:
  short: {minutes: 5, sections: [law]}
  exact: {minutes: 1.5, sections: [law]}
  less: {minutes: 1, sections: [law]}
`
  const lines = (ask: string) => routeLines(readWith(ask + routes, CASE))

  it('says its slides and its minutes, rounded up, over too', () => {
    expect(lines('ask: Fund it.\n')).toEqual([
      'short: 5 slides, about 2 of 5 minutes',
      'exact: 5 slides, about 2 of 1.5 minutes',
      'less: 5 slides, about 2 of 1 minute',
    ])
  })

  it('says where it ends without an ask, and `no-ask` says it once for all', () => {
    expect(lines('')[0]).toBe('short: 5 slides, about 2 of 5 minutes, ends without an ask')
    const { findings } = readWith(routes, CASE)
    const said = findings.filter(({ message }) => message.includes('ask'))
    expect(said.map(({ check }) => check)).toEqual(['no-ask'])
    expect(said[0]?.message).toContain('on which routes short, exact and less should end')
  })

  it('says nothing of a case without routes', () => {
    expect(routeLines(read(CASE))).toEqual([])
  })
})
