/**
 * Attack: the bracket of a label says something that the tool does not know, since its writer misspelt
 * "internal" or has words of their own. What must hold: nothing is built for everyone; what is close to
 * secrecy is in no source that readers get, now and in earlier states; `case.yaml` can say what is meant.
 */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../src/core/assemble.ts'
import { splitSource } from '../../src/core/audience/split-source.ts'
import { everyone } from '../../src/core/model/audience.ts'

function read(text: string, yaml = '') {
  return assemble([{ file: '1.mdx', text }], { file: 'case.yaml', text: `ask: Fund it.\n${yaml}` })
}

function errors(text: string, yaml = ''): readonly string[] {
  const found = read(text, yaml).findings.filter(({ severity }) => severity === 'error')
  return found.map(({ check }) => check)
}

const item = (bracket: string) =>
  `Decision 4 ${bracket}: We leave the canary.\n\nAnd the canary sings.`

describe('words of secrecy in a label', () => {
  const secret = [
    ...['(intrenal)', '(Internl)', '(team only)', '(Team-only)', '(confidential)', '(CONFIDENTAL)'],
    ...['(official sensitive)', '(OFFICIAL–SENSITIVE)', '(offical-sensitive)', '[internal]'],
    ...['（internal）', '(ｉｎｔｅｒｎａｌ)', '(inter\u00ADnal)', '&#40;intrenal&#41;', '(secret)'],
    ...['(TOP SECRET)', '(not for publication)', '(draft – do not share)', '(draft, do not share)'],
    ...[
      '(proposed / internal)',
      '(12 people, board only)',
      '(strictly internal to us)',
      '(private)',
    ],
    ...['(quality amber because internal)', '(quality amber: x, do not publish names)'],
    ...['(both ministers privately)', '(redact 1)', '(to redact)', '(🔒)', '(draft, 🤫)'],
    ...['(in confidence)', '(embargoed until May)', '(quality amber: internal)', '(interne)'],
    ...[
      '(not public)',
      '(for ministers only)',
      '**(team only)**',
      '(internal audit)',
      '(unpublished)',
    ],
  ]

  it.each(secret)('keep the item inside, and stop the build: %s', (bracket) => {
    const { unreadable, findings, sources, graph } = read(item(bracket))
    expect(unreadable).toBe(true)
    expect(findings.map(({ check }) => check)).toContain('seems-internal')
    expect(sources.map(({ text }) => text).join()).not.toMatch(/canary/)
    expect(graph.case.items).toEqual([])
  })

  it('say what to write, and the line for what means something else', () => {
    const [found] = read(item('(internal audit)')).findings
    expect(found).toMatchObject({
      message:
        'Unexpected "internal audit" in the label of decision 4, expected "(internal)" to keep it inside, or, if it means something else, this line in case.yaml: brackets: { "internal audit": note }',
      place: { line: 1, column: 13 },
    })
    expect(errors(item('(internal audit)'), 'brackets: { "internal audit": note }')).toEqual([])
  })

  it('cannot be called a note', () => {
    expect(errors(item('(team only)'), 'brackets: { Team-only: note }')).toContain('off-schema')
    expect(
      read(item('(team only)'), 'brackets: { team only: internal }').sources[0]?.text,
    ).not.toMatch(/canary/)
    expect(errors(item('(team only)'), 'brackets: { team only: internal }')).toEqual([])
  })

  it('are not told of earlier states, in whatever held them', () => {
    const earlier = { ...everyone, isEarlier: true }
    const told = (text: string) => splitSource({ file: '1.mdx', text }, earlier).source?.text ?? ''
    for (const bracket of [...secret, '(phase gate)', '(restricted)'])
      expect(told(item(bracket))).not.toMatch(/canary/)
    expect(told('# A\n\n> The canary (internal).')).not.toMatch(/canary/)
    expect(told('OFFICIAL-SENSITIVE\n\n# A\n\nThe canary sings.')).not.toMatch(/canary/)
    expect(told(item('(phase 2)'))).toMatch(/canary/)
  })
})

describe('an unknown word in a label', () => {
  it.each([
    ...[
      '(phase gate)',
      '(legal advice)',
      '(see Jo first)',
      '(restricted)',

      '(tbd, red team)',
      '(✅)',
      '(team a)',
      '(group b)',
      '(leave out 1)',
      '(TLP:RED)',
      '(NFP)',
      '(int.)',
    ],
    ...[
      '[gate]',
      '（gate）',
      '(until the board agrees)',
      '(in the team)',
      '(on a need to know basis)',
    ],
  ])('stops the build: %s', (bracket) => {
    expect(read(item(bracket)).unreadable).toBe(true)
  })

  it('gives one line for all words of the case, which mends them', () => {
    const text = `${item('(phase gate)')}\n\n### Decision 5 (the "big" one)\n\nWe stay.`
    const { findings } = read(text)
    const [, line = ''] =
      /this line in case\.yaml: (.*)$/m.exec(findings.map(({ message }) => message).join('\n')) ??
      []
    expect(errors(text)).toEqual(['unknown-bracket', 'unknown-bracket'])
    expect(errors(text, line)).toEqual([])
    expect(read(text, line).graph.items.get('decision-4')?.text).toBe(
      '(phase gate) We leave the canary.',
    )
  })

  it('is told of 500 times, of which the last counts the rest', () => {
    const text = Array.from({ length: 700 }, (_, n) => `Decision ${n + 1} (legal gate of K${n}): a`)
    const { unreadable, findings } = read(text.join('\n\n'))
    const found = findings.filter(({ check }) => check === 'unknown-bracket')
    expect(unreadable).toBe(true)
    expect(found).toHaveLength(500)
    expect(found.at(-1)?.message).toMatch(/\. 200 more are not listed$/)
  })

  it('may be told to keep the item inside', () => {
    const told = read(item('(Legal eyes)'), 'brackets: { legal eyes: internal }')
    expect(told.unreadable).toBe(false)
    expect(told.sources[0]?.text).not.toMatch(/canary/)
  })

  it('is nothing where all around it stays inside', () => {
    expect(errors(`<Internal>\n\n${item('(phase gate)')}\n\n</Internal>`)).toEqual([])
    expect(errors(`---\naudience: internal\n---\n\n${item('(team only)')}`)).toEqual([])
  })

  it('does not stop a build for the team', () => {
    const source = { file: '1.mdx', text: item('(phase gate)') }
    expect(assemble([source], undefined, { audience: 'internal' }).unreadable).toBe(false)
  })
})

describe('what teams write in labels without harm', () => {
  it.each([
    ...['Option 2 (do minimum)', 'Option 1 (Do nothing)', 'Option 3 (business as usual, baseline)'],
    ...[
      'Objective 1 (2027)',
      'Decision 4 (phase 2)',
      'Decision 4 (March 2020)',
      'Decision 4 (draft)',
    ],
    ...[
      'Decision 4 (sprint 3, agreed)',
      'Benefit 2 (cash-releasing)',
      'Benefit 3 (non-cash-releasing)',
    ],
    ...[
      'Risk 1 (high)',
      'Risk 2 (likelihood high, impact medium)',
      'Assumption 1 (quality red: nobody asked)',
    ],
    ...['Evidence 3a (survey, n = 400)', 'Evidence 3a (12 interviews in three towns, 2020)'],
    ...[
      'Evidence 3a (restricted)',
      'Evidence 3a (not public, unpublished)',
      'Evidence 3a (in the main hall)',
    ],
    ...['Evidence 3a (quality amber: two sites only, both small; impact red)', 'Evidence 3a (1b)'],
    ...['Evidence 3a (desk research, 2019/20)', 'Evidence 3a (Official Statistics, Q1 2020)'],
    ...[
      'Decision 4 (see decisions 3 and 4)',
      'Decision 4 (for success factor 2)',
      'Risk 2 (annex B)',
    ],
    ...['Decision 4 (see decision 3)', 'Success factor 2 (O1 and O2)', 'Challenge 2 (external)'],
  ])('stops nothing: %s', (label) => {
    expect(errors(`${label}: We go on.`).filter((check) => check !== 'undefined-citation')).toEqual(
      [],
    )
  })
})

describe('strength at the head of a file', () => {
  const file = (strength: string) =>
    `---\nstrength: ${strength}\n---\n\nDecision 1: We stay.\n\nEvidence 1a: They ask us to.`

  it.each([
    ...['legal eyes', 'interview, board paper only', '{ 1a: "data, see Jo first" }'],
    ...['{ 1a: phase gate }', 'gate, quality amber', '{ 1a: restrcted to us }'],
  ])('that says a word that nothing knows stops the build: %s', (strength) => {
    const { unreadable, findings } = read(file(strength))
    expect(unreadable).toBe(true)
    const [found] = findings.filter(({ severity }) => severity === 'error')
    expect(found?.message).toMatch(/in the strength of (?:1a|this file), expected .*brackets: /)
    expect(errors(file(strength), 'brackets: { x: note }')).toHaveLength(1)
    expect(found?.place).toMatchObject({ file: '1.mdx', line: 2 })
  })

  it('is mended by the line that the finding gives', () => {
    const { findings } = read(file('{ 1a: legal eyes }'))
    const [, line = ''] = /this line in case\.yaml: (.*)$/.exec(findings[0]?.message ?? '') ?? []
    expect(errors(file('{ 1a: legal eyes }'), line)).toEqual([])
  })

  it('keeps nothing inside by a word that keeps labels inside', () => {
    const yaml = 'brackets: { legal eyes: internal }'
    expect(errors(file('{ 1a: "interview, legal eyes" }'), yaml)).toEqual(['seems-internal'])
  })

  it.each(['interview, March 2020', '{ 1a: "survey, n = 400, quality red: nobody asked, twice" }'])(
    'that says what is known stops nothing: %s',
    (strength) => expect(errors(file(strength))).toEqual([]),
  )
})
