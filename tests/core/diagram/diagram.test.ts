/** Diagrams of the case: the picture's text, the nested list and the graph say the same. */
import { describe, expect, test } from 'vitest'
import type { Diagram, DiagramOf, Fit, OutlineEntry } from '../../../src/core/diagram/index.ts'
import * as diagrams from '../../../src/core/diagram/index.ts'
import { inlineDrawing } from '../../../src/core/diagram/inline.ts'
import { boxText } from '../../../src/core/diagram/label.ts'
import { escapeText } from '../../../src/core/diagram/mermaid.ts'
import { stackedText } from '../../../src/core/diagram/stacked.ts'
import type { Case, Item, Link } from '../../../src/core/model/case.ts'
import { keyOf } from '../../../src/core/model/ids.ts'
import { builtInKinds, type Kind, rowOf } from '../../../src/core/model/kinds.ts'

const place = { file: 'case.mdx', line: 1 }

/** Of cases without a kind of their own. */
const graphOf = (theCase: Case) => ({ case: theCase, kinds: builtInKinds, code: [] })
const diagramsOf = (theCase: Case, of: DiagramOf, fit?: Fit) =>
  diagrams.diagramsOf(graphOf(theCase), of, fit)
const mapDiagrams = (theCase: Case) => diagrams.mapDiagrams(graphOf(theCase))
const placedDiagrams = (theCase: Case, fit?: Fit) => diagrams.placedDiagrams(graphOf(theCase), fit)

describe('labels', () => {
  test('keep a short text whole, after the id', () => {
    expect(boxText({ id: 'O2', text: 'Users  cannot\nswitch' })).toBe('O2 Users cannot switch')
  })

  test('cut a long text at a word, without punctuation before the ellipsis', () => {
    const text = 'Civil servants understand where, when, and why, services are disjointed'
    expect(boxText({ id: 'CSF1', text })).toBe('CSF1 Civil servants understand where, when, and…')
  })

  test('cut inside a word that is longer than a label, between what readers call characters', () => {
    expect(boxText({ id: '1', text: '👩‍🚀'.repeat(50) })).toBe(`1 ${'👩‍🚀'.repeat(45)}…`)
  })
})

test('labels without spaces are cut at their width, after a first word too', () => {
  const wide = '市民はどこからでも施設を予約し変更し取り消すことができるようになる'
  expect(boxText({ id: '1', text: wide.repeat(3) })).toBe(`1 ${wide.slice(0, 22)}…`)
  expect(boxText({ id: '1', text: `SaaS ${wide.repeat(3)}` })).toBe(`1 SaaS ${wide.slice(0, 20)}…`)
})

describe('escaping', () => {
  test.each([
    'say "hi" [now] {or} (never); #1 <b> `code` & &lt; %%{init}%% :::x end | \\ ~ ^ @ * _',
    'Ünïcödé – “quotes” ’ 日本語 👩‍🚀 é',
  ])('gives %s back', (text) => {
    expect(escapeText(text)).not.toMatch(/["[\]{}<>`&%:|\\@]/)
    expect(unescapeText(escapeText(text))).toBe(text)
  })
})

describe('objectives', () => {
  const theCase = caseOf(
    [item('objective', 'O1'), item('objective', 'O2'), item('success-factor', 'CSF1')],
    [['success-factor-1', 'objective-1', 'measures', true]],
  )

  test('stand on the left, their factors on the right, those without a link as well', () => {
    const [diagram] = diagramsOf(theCase, 'objectives')
    expect(diagram?.nodes.map(({ key, column }) => [key, column])).toEqual([
      ['objective-1', 'left'],
      ['objective-2', 'left'],
      ['success-factor-1', 'right'],
    ])
  })

  test('say which links are a draft', () => {
    const [diagram] = diagramsOf(theCase, 'objectives')
    expect(diagram?.description).toBe(
      '2 objectives on the left, 1 success factor on the right. ' +
        'Each success factor is joined to the objectives that it measures. ' +
        'Dashed lines are the team’s draft, to be confirmed.',
    )
    expect(diagram?.mermaid).toContain('n1 n1_n3@-.- n3')
  })

  test('order factors by their objectives, so that lines do not cross', () => {
    const crossed = caseOf(
      [
        item('objective', 'O1'),
        item('objective', 'O2'),
        item('success-factor', 'CSF1'),
        item('success-factor', 'CSF2'),
      ],
      [
        ['success-factor-1', 'objective-2', 'measures'],
        ['success-factor-2', 'objective-1', 'measures'],
      ],
    )
    const [diagram] = diagramsOf(crossed, 'objectives')
    expect(diagram?.nodes.map(({ id }) => id)).toEqual(['O1', 'O2', 'CSF2', 'CSF1'])
  })

  test('count a confirmed link where a draft says the same', () => {
    const both = caseOf(theCase.items, [
      ['success-factor-1', 'objective-1', 'measures', true],
      ['success-factor-1', 'objective-1', 'measures'],
    ])
    expect(diagramsOf(both, 'objectives')[0]?.edges).toEqual([
      { from: 'success-factor-1', to: 'objective-1', role: 'measures' },
    ])
  })
})

describe('decisions', () => {
  const theCase = caseOf(
    [
      item('decision', '1', '1'),
      item('decision', '2', '1'),
      item('decision', '3', '2'),
      item('evidence', '1a', '1'),
      item('evidence', '9a', '1'),
    ],
    [
      ['evidence-1a', 'decision-1', 'supports'],
      ['evidence-1a', 'decision-3', 'supports'],
    ],
  )

  test('give one diagram a sprint, with evidence re-used from another', () => {
    const diagrams = diagramsOf(theCase, 'decisions')
    expect(diagrams.map(({ id, title }) => [id, title])).toEqual([
      ['diagram-sprint-1', 'Sprint 1: decisions and evidence'],
      ['diagram-sprint-2', 'Sprint 2: decisions and evidence'],
    ])
    expect(diagrams[1]?.nodes.map(({ key }) => key)).toEqual(['decision-3', 'evidence-1a'])
  })

  test('show the evidence that a decision lacks, and evidence that supports nothing', () => {
    const [diagram] = diagramsOf(theCase, 'sprint 1')
    expect(diagram?.nodes.map(({ label }) => label)).toContain('No evidence yet')
    expect(diagram?.nodes.find(({ kind }) => kind === 'gap')?.target).toBe('decision-2')
    expect(diagram?.nodes.map(({ key }) => key)).toContain('evidence-9a')
  })

  test('have a place only in sprints of three or more', () => {
    const sections = [{ key: 'sprint-2', title: 'Sprint 2', depth: 1, sprint: '2', place }]
    const third = {
      ...theCase,
      sections,
      items: theCase.items.map((one) => ({ ...one, sprint: '2' })),
    }
    expect(placedDiagrams(theCase)).toEqual([])
    expect(placedDiagrams(third).map(({ after, of }) => [after, of])).toEqual([
      ['sprint-2', 'sprint 2'],
    ])
  })
})

test('places objectives after the later of the two lists', () => {
  const sections = ['factors', 'objectives'].map((key) => ({ key, title: key, depth: 1, place }))
  const items = [
    { ...item('objective', 'O1'), section: 'objectives' },
    { ...item('success-factor', 'CSF1'), section: 'factors' },
  ]
  const measures = ['success-factor-1', 'objective-1', 'measures'] as const
  const theCase = { ...caseOf(items, [measures]), sections }
  expect(placedDiagrams(theCase).map(({ after }) => after)).toEqual(['objectives'])
  expect(placedDiagrams({ ...theCase, items: items.slice(0, 1) })).toEqual([])
})

describe('the map', () => {
  const theCase = caseOf(
    [
      item('objective', 'O1'),
      item('objective', 'O2'),
      item('success-factor', 'CSF1'),
      item('option', 'OPT1'),
      item('option', 'OPT2'),
      item('decision', '1', '1'),
    ],
    [
      ['success-factor-1', 'objective-1', 'measures'],
      ['option-1', 'success-factor-1', 'meets', true],
      ['decision-1', 'objective-1', 'relies-on'],
      ['section', 'objective-2', 'relies-on'],
    ],
  )

  test('shows objectives, what serves them, and decisions', () => {
    expect(mapDiagrams(theCase).map(({ id }) => id)).toEqual([
      'diagram-objectives',
      'diagram-served',
      'diagram-sprint-1',
    ])
  })

  test('joins options and decisions to what they serve, and shows an option that serves nothing', () => {
    const [diagram] = diagramsOf(theCase, 'served')
    expect(diagram?.nodes.map(({ id, column }) => `${id} ${column}`)).toEqual([
      'O1 left',
      'CSF1 left',
      '1 right',
      'OPT1 right',
      'OPT2 right',
    ])
    expect(diagram?.edges.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'decision-1 objective-1',
      'option-1 success-factor-1',
    ])
  })

  test('leaves out what a case has nothing of', () => {
    const items = [item('objective', 'O1'), item('option', 'OPT1')]
    expect(mapDiagrams(caseOf(items, []))).toEqual([])
    expect(mapDiagrams(caseOf([], []))).toEqual([])
  })
})

test('shows an item with what it rests on, and then with what rests on it', () => {
  const theCase = caseOf(
    [item('decision', '2'), item('decision', '3'), item('evidence', '3a')],
    [
      ['decision-3', 'decision-2', 'shaped-by'],
      ['evidence-3a', 'decision-3', 'supports'],
      ['section', 'decision-3', 'relies-on'],
    ],
  )
  const parts = diagramsOf(theCase, '3')
  expect(parts.map(({ nodes }) => nodes.map(({ id, column }) => `${id} ${column}`))).toEqual([
    ['2 left', '3 middle'],
    ['3 middle', '3a right'],
  ])
  expect(parts.map(({ description }) => description)).toEqual([
    'Decision 3 is joined to decision 2.',
    'Decision 3 is joined to evidence 3a.',
  ])
  expect(diagramsOf(theCase, '77')).toEqual([])
})

describe('a picture', () => {
  const many = (kind: Kind, short: string, count: number) =>
    Array.from({ length: count }, (_, index) => item(kind, `${short}${index + 1}`))

  test('is not drawn where nothing is joined', () => {
    const items = [...many('objective', 'O', 3), ...many('success-factor', 'CSF', 4)]
    expect(diagramsOf(caseOf(items, []), 'objectives')).toEqual([])
  })

  test('has lines that an eye can follow, however much is joined to everything', () => {
    const items = [...many('objective', 'O', 6), ...many('success-factor', 'CSF', 6)]
    const links = items
      .slice(6)
      .flatMap(({ key }) =>
        items.slice(0, 6).map((objective) => [key, objective.key, 'measures'] as const),
      )
    const onSlides = diagramsOf(caseOf(items, links), 'objectives', 'slide')
    expect(onSlides.map(({ edges }) => edges.length)).toEqual([12, 12, 12])
    const onPages = diagramsOf(caseOf(items, links), 'objectives', 'page')
    expect(onPages.map(({ edges }) => edges.length)).toEqual([12, 12, 12])
  })

  test('says texts whole where there is room, and their first words where there is not', () => {
    const text = 'Residents can book, move and cancel any hall or room of the council in one place'
    const pair = (count: number, words = text) => {
      const [objective, ...factors] = [
        ...many('objective', 'O', 1),
        ...many('success-factor', 'CSF', count),
      ].map((one) => ({ ...one, text: words }))
      if (!objective) throw new Error('Expected an objective')
      const links = factors.map(({ key }) => [key, objective.key, 'measures'] as const)
      const [first] = diagramsOf(caseOf([objective, ...factors], links), 'objectives', 'slide')
      return first?.nodes.map(({ label }) => label)
    }
    expect(pair(2)).toEqual([`O1 ${text}`, `CSF1 ${text}`, `CSF2 ${text}`])
    // Six of them say all of it in wide boxes, and ten on two slides.
    expect(pair(6)).toHaveLength(7)
    expect(pair(6)?.at(-1)).toBe(`CSF6 ${text}`)
    expect(pair(10)).toEqual(pair(5))
    // Where no number of slides is enough, boxes are wide, and say what has room.
    expect(pair(40, `${text}, ${text}, ${text}`)?.[1]).toMatch(/^CSF1 Residents can book.*…$/)
  })

  test('asks for wide boxes only where usual ones would cut a label, and never on a page', () => {
    const short = 'Residents can book, move and cancel any hall'
    const texts = (text: string, fit: Fit) => {
      const decisions = many('decision', '', 6).map((one) => ({ ...one, text }))
      const evidence = decisions.map(({ id }) => ({ ...item('evidence', `${id}a`), text }))
      const links = evidence.map(
        ({ key }, index) => [key, decisions[index]?.key ?? '', 'supports'] as const,
      )
      return diagramsOf(caseOf([...decisions, ...evidence], links), 'decisions', fit).map(
        ({ mermaid }) => mermaid,
      )
    }
    const isWide = (text: string) => text.includes('\n%% wide\n')
    expect(texts(short, 'slide').some(isWide)).toBe(false)
    expect(texts(`${short} or room`, 'slide').every(isWide)).toBe(true)
    expect(texts(`${short} or room`.repeat(9), 'page').some(isWide)).toBe(false)
  })

  test('comes to a canvas that is higher than wide in narrow boxes, whole and larger', () => {
    const text = 'Residents can book, move and cancel any hall or room of the council in one place'
    const [objective, ...factors] = [
      ...many('objective', 'O', 1),
      ...many('success-factor', 'CSF', 3),
    ].map((one) => ({ ...one, text }))
    const links = factors.map(({ key }) => [key, objective?.key ?? '', 'measures'] as const)
    const own = caseOf(
      [objective, ...factors].flatMap((one) => one ?? []),
      links,
    )
    const [{ mermaid = '', upright = '' } = {}] = diagramsOf(own, 'objectives', 'slide')
    expect(mermaid).not.toContain('%% narrow')
    expect(upright).toContain('\n%% narrow\n')
    expect(upright.split(text)).toHaveLength(5)
    expect(diagramsOf(own, 'objectives', 'page')[0]?.upright).toBeUndefined()
  })

  test('keeps code in its labels as it was typed', () => {
    const [first] = diagrams.diagramsOf(
      {
        ...graphOf(
          caseOf(
            [
              { ...item('decision', '1'), text: 'We send "no-store" -> to "all"' },
              item('evidence', '1a'),
            ],
            [['evidence-1a', 'decision-1', 'supports']],
          ),
        ),
        code: ['"no-store"'],
      },
      '1',
    )
    expect(first?.nodes[0]?.label).toBe('1 We send "no-store" → to “all”')
  })
})

describe('generated cases', () => {
  test.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'say the same three times (%i)',
    (seed) => {
      const theCase = randomCase(seed)
      const someone = theCase.items[seed % theCase.items.length]?.id ?? ''
      for (const root of ['objectives', 'served', 'decisions', someone]) {
        for (const diagram of diagramsOf(theCase, root, seed % 2 === 0 ? 'page' : 'slide')) {
          expectSame(diagram)
          expect(diagram.nodes.length).toBeLessThanOrEqual(60)
        }
      }
    },
  )

  test('lose no item and no link when they are split', () => {
    const objectives = Array.from({ length: 9 }, (_, index) => item('objective', `O${index + 1}`))
    const factors = Array.from({ length: 99 }, (_, index) =>
      item('success-factor', `CSF${index + 1}`),
    )
    const theCase = caseOf(
      [...objectives, ...factors],
      factors.flatMap(({ key }, index) => [
        [key, `objective-${(index % 8) + 1}`, 'measures'] as const,
        [key, 'objective-9', 'measures', index % 2 === 0] as const,
      ]),
    )
    const parts = diagramsOf(theCase, 'objectives')
    expect(parts.length).toBeGreaterThan(1)
    expect(parts[0]?.title).toBe(`Objectives and success factors, 1 of ${parts.length}`)
    const shown = new Set(parts.flatMap(({ nodes }) => nodes.map(({ key }) => key)))
    const meant = theCase.items.filter(
      ({ kind }) => kind === 'objective' || kind === 'success-factor',
    )
    expect(shown).toEqual(new Set(meant.map(({ key }) => key)))
    const lines = new Set(
      parts.flatMap(({ edges }) => edges.map(({ from, to }) => `${from} ${to}`)),
    )
    const links = theCase.links.filter(({ role }) => role === 'measures')
    expect(lines).toEqual(new Set(links.map(({ from, to }) => `${from} ${to}`)))
  })

  test('put at most six rows on a slide', () => {
    for (const { nodes } of diagramsOf(randomCase(5, 60), 'objectives', 'slide')) {
      const rows = [...Map.groupBy(nodes, ({ column }) => column).values()]
      expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(6)
    }
  })
})

test('gives a drawing the ids, links and least width of its place', () => {
  const svg =
    '<svg width="440" height="10" aria-labelledby="__drawing__-title"><a href="#decision-1"><g/></a><use href="#__drawing__-x"/></svg>'
  const drawn = { ok: true, svg, width: 440, height: 10, labelSize: 22 } as const
  expect(
    inlineDrawing(drawn, { id: 'drawing-2', linkBase: '#/', fit: 'page', name: 'Diagram' }),
  ).toEqual({
    svg: '<svg aria-label="Diagram" width="280" aria-labelledby="drawing-2-title"><a href="#/decision-1"><g/></a><use href="#drawing-2-x"/></svg>',
    least: 280,
    needsFocus: false,
  })
})

/** What the Mermaid text and the nested list say, against the graph. */
function expectSame(diagram: Diagram): void {
  expect(readBack(diagram.mermaid)).toEqual({
    nodes: diagram.nodes.map(({ label, kind, column, target }) => ({
      label,
      kind,
      column,
      target,
    })),
    edges: diagram.edges.map(({ from, to, role, draft }) => ({
      from: indexOf(diagram, from),
      to: indexOf(diagram, to),
      role,
      draft: draft ?? false,
    })),
  })
  const entries = diagram.outline.flatMap((entry) => flat(entry))
  for (const [at, { entry }] of entries.entries()) {
    const isFirst = entries.findIndex((one) => one.entry.key === entry.key) === at
    expect(entry.again ?? false, entry.key).toBe(!isFirst)
  }
  expect(new Set(entries.map(({ entry }) => entry.key))).toEqual(
    new Set(diagram.nodes.map(({ key }) => key)),
  )
  const joined = entries.flatMap(({ entry, above }) =>
    above === undefined ? [] : [ends(entry.key, above) + entry.role + (entry.draft ?? false)],
  )
  expect(joined.toSorted()).toEqual(
    diagram.edges
      .map(({ from, to, role, draft }) => ends(from, to) + role + (draft ?? false))
      .toSorted(),
  )
}

function ends(a: string, b: string): string {
  return `${[a, b].toSorted().join(' ')} `
}

function flat(
  entry: OutlineEntry,
  above?: string,
): readonly { entry: OutlineEntry; above?: string }[] {
  const own = { entry, ...(above !== undefined && { above }) }
  return [own, ...entry.children.flatMap((child) => flat(child, entry.key))]
}

function indexOf({ nodes }: Diagram, key: string): number {
  return nodes.findIndex((node) => node.key === key) + 1
}

/** The words back: `#34;` → `"`. */
function unescapeText(text: string): string {
  return text.replace(/#(\d{1,7});/g, (_, code: string) => String.fromCodePoint(Number(code)))
}

/** Reads a diagram's Mermaid text without knowing how it was written. */
function readBack(mermaid: string): object {
  const classes = new Map<string, string[]>()
  for (const [, names = '', name = ''] of mermaid.matchAll(/^class (\S+) (\S+)$/gm)) {
    for (const one of names.split(',')) classes.set(one, [...(classes.get(one) ?? []), name])
  }
  const targets = new Map(
    [...mermaid.matchAll(/^click (\S+) href "#(.*)"$/gm)].map(([, name, to]) => [name, to]),
  )
  const nodes = [...mermaid.matchAll(/^(n\d+)[[({]+"(.*)"[\])}]+$/gm)].map(
    ([, name = '', label = '']) => {
      const [kind, column] = classes.get(name) ?? []
      return { label: unescapeText(label), kind, column, target: targets.get(name) }
    },
  )
  const edges = [...mermaid.matchAll(/^n(\d+) (n\d+_n\d+)@(---|-\.-) n(\d+)$/gm)].map(
    ([, left, name = '', line, right]) => ({
      from: Number(right),
      to: Number(left),
      role: classes.get(name)?.[0],
      draft: line === '-.-',
    }),
  )
  return { nodes, edges }
}

function item(kind: Kind, id: string, sprint?: string): Item {
  const text = `What ${kind} ${id} says`
  return {
    key: keyOf(kind, id, builtInKinds),
    kind,
    id,
    text,
    section: 'section',
    place,
    ...(sprint !== undefined && { sprint }),
  }
}

type ShortLink = readonly [from: string, to: string, role: Link['role'], draft?: boolean]

function caseOf(items: readonly Item[], links: readonly ShortLink[]): Case {
  return {
    title: 'A case',
    sections: [],
    items,
    links: links.map(([from, to, role, draft]) => ({
      from,
      to,
      role,
      place,
      ...(draft && { draft: true }),
    })),
    gaps: [],
  }
}

/** A case of odd words and odd links, the same for the same seed. */
function randomCase(seed: number, size = 12): Case {
  const next = randomNumbers(seed)
  const below = (most: number): number => Math.floor(next() * most)
  const words = [
    'end',
    'users',
    '"quoted"',
    '[x]',
    '{y}',
    '#1;',
    '<b>',
    '`c`',
    'é',
    '日本',
    '%%',
    'graph',
    'click',
    ':::a',
    '- 1.',
  ]
  const text = (): string =>
    Array.from({ length: below(14) }, () => words[below(words.length)]).join(' ')
  const some = (kind: Kind, ids: readonly string[]): readonly Item[] =>
    ids.map((id) => ({ ...item(kind, id, String(below(3))), text: text() }))
  const numbers = (prefix: string): readonly string[] =>
    Array.from({ length: 1 + below(size) }, (_, index) => `${prefix}${index + 1}`)
  const items = [
    ...some('objective', numbers(rowOf('objective', builtInKinds).prefix)),
    ...some('success-factor', numbers(rowOf('success-factor', builtInKinds).prefix)),
    ...some('decision', numbers('')),
    ...some(
      'evidence',
      numbers('').map((id) => `${id}a`),
    ),
  ]
  const pick = (kind: Kind): string => {
    const all = items.filter((one) => one.kind === kind)
    return all[below(all.length)]?.key ?? ''
  }
  const draft = (): boolean => below(2) === 0
  const links = Array.from({ length: below(3 * size) }, (): readonly ShortLink[] => [
    [pick('success-factor'), pick('objective'), 'measures', draft()],
    [pick('evidence'), pick('decision'), 'supports', draft()],
    [pick('decision'), pick('decision'), 'shaped-by', draft()],
    [pick('decision'), pick('success-factor'), 'relies-on', draft()],
  ])
  return caseOf(items, links.flat())
}

/** Numbers from 0 to 1, by the linear congruence of Numerical Recipes. */
function randomNumbers(seed: number): () => number {
  let state = seed + 1
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

test('a flowchart that runs sideways has a form that runs down, for narrow pages', () => {
  expect(stackedText('flowchart LR\n  a --> b')).toBe('flowchart TB\n  a --> b')
  expect(stackedText('%% from the board\ngraph RL;\n  a --> b')).toBe(
    '%% from the board\ngraph TB;\n  a --> b',
  )
  for (const other of [
    'flowchart TD\n  a --> b',
    'sequenceDiagram\n  A->>B: flowchart LR',
    'flowchart LR\n  subgraph one\n    direction TB\n    a\n  end',
  ])
    expect(stackedText(other)).toBeUndefined()
})
