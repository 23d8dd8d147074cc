/** What readers have answered, beside what it is about. */

import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { challengeList } from '../../../src/core/feedback/in-words.ts'
import { countWords } from '../../../src/core/feedback/index.ts'
import type { Assembled } from '../../../src/core/model/assembled.ts'
import { weakestLinks } from '../../../src/core/weakest/index.ts'

const CASE = `# A case

## Benefits

Fewer calls.

## Sprint 1

Decision 5: We start.

Evidence 5a (quality green): They asked.

Evidence 5b (quality green): They asked again.
`
const YAML = `ask: Fund it.
repository: https://github.com/team/case
aliases:
  decision-4: decision-5
`

function readWith(feedback: unknown): Assembled {
  const text = typeof feedback === 'string' ? feedback : JSON.stringify(feedback)
  const outside = { feedback: [{ file: 'feedback.json', text }] }
  return assemble([{ file: 'a.mdx', text: CASE }], { file: 'case.yaml', text: YAML }, outside)
}

/** `['decision-5 Why?']`: what is shown and where; `-` for the whole case. */
function shownOf(...issues: readonly unknown[]): readonly string[] {
  const { about, general } = readWith(issues).feedback
  const beside = [...about].flatMap(([key, own]) => own.map(({ words }) => `${key} ${words}`))
  return [...beside, ...general.map(({ words }) => `- ${words}`)]
}

function faultsOf(text: string): readonly string[] {
  return readWith(text).findings.map(
    ({ place, severity, message }) =>
      `${place.file}:${place.line}:${place.column} ${severity} ${message.replace(/, expected a list.*/, '')}`,
  )
}

/** As somebody may have edited it by hand; each is about what stays inside, or was set aside. */
const QUESTION = { id: 'F1', question: 'canalquestion01', title: 'Canary?', state: 'open' }
const INSIDE = `${CASE}\nEvidence 5c (internal): Nobody asked.\n`

describe('a question whose entry is not right', () => {
  it.each([
    ['two keys', { about: ['evidence-5c'] }, 'about', 'the one key'],
    [
      'too many words',
      { about: 'evidence-5c', title: 'Canary? '.repeat(50) },
      'title',
      '300 letters',
    ],
    ['another id', { about: 'evidence-5c', question: 'room 1' }, 'question', 'letters, digits'],
    ['"no" for false', { confidential: 'no' }, 'confidential', 'no such line'],
    ['"yes" for true', { name: 'Canary', nameMayBeShown: 'yes' }, 'nameMayBeShown', 'true'],
    ['another word', { state: 'closed', next: 'put aside' }, 'next', 'set aside'],
  ])('is shown to nobody and told: %s', (_, written, field, expected) => {
    const text = JSON.stringify([{ ...QUESTION, ...written }])
    const outside = { feedback: [{ file: 'feedback/room.yaml', text }] }
    const read = assemble(
      [{ file: 'a.mdx', text: INSIDE }],
      { file: 'case.yaml', text: YAML },
      outside,
    )
    expect([...read.feedback.about, ...read.feedback.general]).toEqual([])
    expect(read.findings.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(`^Unexpected ${field} of an issue, expected .*${expected}`),
    )
  })

  it.each(['feedback/room.yaml', 'feedback.json'])(
    'says how to mend a merge in %s, and shows none of it',
    (file) => {
      const text = '<<<<<<< HEAD\n- title: Canary\n=======\n- title: Other\n>>>>>>> Canary\n'
      const { feedback } = assemble([{ file: 'a.mdx', text: CASE }], undefined, {
        feedback: [{ file, text }],
      })
      expect(feedback.faults).toEqual([
        {
          message: expect.stringContaining('two versions'),
          mend: expect.stringContaining('delete the lines that begin with <<<<<<<'),
          place: { file, line: 1, column: 1 },
        },
      ])
      expect(JSON.stringify(feedback)).not.toContain('Canary')
    },
  )

  it('is dated where somebody wrote the day alone', () => {
    const { general } = readWith([{ ...QUESTION, createdAt: '2026-03-02' }]).feedback
    expect(general.map(({ opened }) => opened)).toEqual(['2026-03-02'])
  })

  it('is no question either where somebody wrote "Set aside"', () => {
    expect(shownOf({ ...QUESTION, state: 'CLOSED', next: ' Set aside ' })).toEqual([])
    expect(faultsOf(JSON.stringify([{ ...QUESTION, next: '', about: null }]))).toEqual([])
  })
})

const asked = (key: string, words: string) => `About It (${key}), version a1b2c3d, a.mdx, line 9

> We start.

What is wrong or in doubt, and why?

${words}`

const gh = {
  number: 12,
  title: 'Challenge: Decision 5',
  body: asked('decision-5', 'Why?'),
  state: 'CLOSED',
  url: 'https://github.com/team/case/issues/12',
  author: { login: 'a-name' },
  createdAt: '2026-03-02T10:00:00Z',
  closedAt: '2026-03-05T10:00:00Z',
  labels: [],
  comments: [],
}

describe('feedback.json', () => {
  it.each([
    ['gh', gh],
    [
      'the API of GitHub or Gitea',
      {
        number: 12,
        title: gh.title,
        body: gh.body,
        state: 'closed',
        html_url: gh.url,
        url: 'https://api.github.com/repos/team/case/issues/12',
        user: { login: 'a-name' },
        created_at: gh.createdAt,
        closed_at: gh.closedAt,
      },
    ],
    [
      'the API of GitLab',
      {
        id: 90012,
        iid: 12,
        title: gh.title,
        description: gh.body,
        state: 'closed',
        web_url: gh.url,
        confidential: false,
        created_at: '2026-03-02T10:00:00.000+01:00',
        closed_at: '2026-03-05T10:00:00.000Z',
      },
    ],
  ])('is read as %s gives it, without names of people', (_, issue) => {
    const { feedback, findings } = readWith([issue])
    expect(findings).toEqual([])
    expect(feedback.about.get('decision-5')).toEqual([
      {
        key: '#12',
        words: 'Why?',
        about: ['decision-5', 'Decision 5'],
        answered: true,
        opened: '2026-03-02',
        closed: '2026-03-05',
        url: gh.url,
      },
    ])
    expect(JSON.stringify([...feedback.about])).not.toContain('a-name')
  })

  it('finds what an issue is about by the key in its body, else by the name in its title', () => {
    expect(
      shownOf(
        { title: 'I doubt it', state: 'open', body: asked('decision-5', 'Why?') },
        { title: 'Challenge: decision  5', state: 'open', body: 'Why so?' },
        { title: 'Challenge: Benefits', state: 'open', body: 'Which?' },
        { title: 'Challenge: It', state: 'open', body: asked('decision-4', 'An old key') },
        { title: 'Challenge: Decision 99', state: 'open', body: 'Of what?' },
        { title: 'A typo on page 3', state: 'open', body: 'It says teh.' },
      ),
    ).toEqual([
      'decision-5 I doubt it',
      'decision-5 Why so?',
      'decision-5 An old key',
      'benefits Which?',
      '- Of what?',
      '- A typo on page 3',
    ])
  })

  it('takes an issue with a title and a state alone, and each only once', () => {
    expect(shownOf({ number: 3, title: 'Challenge: Benefits', state: 'open' })).toEqual([
      'benefits Issue 3',
    ])
    expect(shownOf(gh, gh, { ...gh, number: 13 })).toHaveLength(2)
  })

  it('leaves out what is confidential, and pull requests', () => {
    const { title, state } = gh
    const secret = { iid: 1, title, state, confidential: true }
    expect(shownOf(secret, { number: 2, title, state, pull_request: {} })).toEqual([])
  })

  it.each([
    ['an override of direction', 'a\u202eb\u2066c', 'abc'],
    ['controls and line ends', 'a\u0000\u001b[31mb\r\n\tc\u2028d', 'a[31mb c d'],
    ['what nobody sees', 'a\u200bb\ufeff\u{e0041}\ud800', 'ab'],
    ['piled marks', `a${'\u0301'.repeat(50)}`, 'a\u0301\u0301\u0301\u0301'],
    ['markup, which stays words', '<img src=x onerror=1> [a](javascript:1)', undefined],
    ['words of other scripts', 'هل هذا صحيح؟ 👩‍👧', undefined],
  ])('makes plain words of %s', (_, title, words = title) => {
    expect(shownOf({ title, state: 'open' })).toEqual([`- ${words}`])
  })

  it('shows no more than 160 characters of it, also of a single word', () => {
    const [words = '', word = ''] = shownOf(
      { title: 'some words '.repeat(1000), state: 'open' },
      { title: 'x'.repeat(100_000), state: 'open' },
    )
    expect(words).toMatch(/ …$/)
    expect(Math.max(words.length, word.length)).toBeLessThanOrEqual(165)
  })

  it.each([
    'javascript:alert(1)',
    'https://evil.example/team/case/issues/1',
    'https://github.com.evil.example/1',
    'https://github.com@evil.example/1',
    '//github.com/team',
    'not an address',
  ])('does not link to %s', (url) => {
    const { feedback } = readWith([{ ...gh, url }])
    expect(feedback.about.get('decision-5')?.[0]?.url).toBeUndefined()
  })

  it.each([
    ['<!doctype html>', ['feedback.json:1:1 error Unexpected text that is no JSON']],
    ['[\n  {"title": "a",}\n]', ['feedback.json:2:17 error Unexpected text that is no JSON']],
    ['[\n  {"title"', ['feedback.json:2:11 error Unexpected text that is no JSON']],
    ['{"message": "Bad credentials"}', ['feedback.json:1:1 error Unexpected object']],
    ['null', ['feedback.json:1:1 error Unexpected null']],
    [
      '[\n  {"title": "a ] } \\" ,", "state": "open"},\n  {"title": "b"},\n  7\n]',
      [
        'feedback.json:3:3 error Unexpected state of an issue, expected open or closed; so with 1 more entry',
      ],
    ],
    ['[7]', ['feedback.json:1:2 error Unexpected entry in the list, expected an issue']],
    ['[]', []],
  ])('says where %j can’t be read', (text, faults) => {
    expect(faultsOf(text)).toEqual(faults)
  })

  it('cuts no character in half', () => {
    const [words = ''] = shownOf({ title: `x${'😀'.repeat(200)}`, state: 'open' })
    expect(words).toMatch(/😀 …$/)
    expect(words.isWellFormed()).toBe(true)
  })

  it('says where a bad entry stands behind megabytes of words', () => {
    const title = '\n"'.repeat(2_000_000)
    const [fault] = faultsOf(JSON.stringify([{ title, state: 'open' }, 7]))
    expect(fault).toBe(
      'feedback.json:1:8000030 error Unexpected entry in the list, expected an issue',
    )
  })

  it('takes ten thousand issues', () => {
    const issues = Array.from({ length: 10_000 }, (_, number) => ({ ...gh, number }))
    expect(readWith(issues).feedback.about.get('decision-5')).toHaveLength(10_000)
  })

  it('makes a claim weaker that is challenged without an answer', () => {
    const reasonOf = (state: string) =>
      weakestLinks(readWith([{ ...gh, state }])).links.map(({ score, reason }) => [score, reason])
    expect(reasonOf('OPEN')).toEqual([[3, 'A reader has challenged it without an answer.']])
    expect(reasonOf('CLOSED')).toEqual([])
  })
})

describe('countWords', () => {
  it.each([
    [[false], '1 challenge, not answered'],
    [[true], '1 challenge, answered'],
    [[true, false], '2 challenges, 1 answered'],
    [[true, true], '2 challenges, all answered'],
    [[false, false], '2 challenges, not answered'],
  ])('says of %j: %s', (all, words) => {
    expect(countWords(all.map((answered) => ({ words: '', about: [], answered })))).toBe(words)
  })
})

it('keeps inside what answers to something there, by its key or by its name', () => {
  const text = `${CASE}\nDecision 6 (internal): We pay.\n\n<Internal>\n\n## Costs\n\nAll.\n\n</Internal>\n`
  const issues = [
    {
      title: 'Challenge: Decision 6',
      state: 'open',
      body: 'About Decision 6 (decision-6), a\n\nWhy gold?',
    },
    { title: 'Challenge: Costs', state: 'open', body: 'Why gold?' },
    { title: 'Challenge: Benefits', state: 'open', body: 'Which?' },
  ]
  const feedback = { file: 'feedback.json', text: JSON.stringify(issues) }
  const read = (audience: 'public' | 'internal') =>
    assemble([{ file: 'a.mdx', text }], undefined, { feedback: [feedback], audience }).feedback
  expect([...read('public').about.keys()]).toEqual(['benefits'])
  expect(read('public').general).toEqual([])
  expect([...read('internal').about.keys()]).toEqual(['decision-6', 'costs', 'benefits'])
})

describe('files of feedback', () => {
  const challenge = (id: string, more = {}) => ({
    id,
    title: 'Challenge: Decision 5',
    body: `About Decision 5 (decision-5), a.docx\n\n> We start.\n\nWhy ${id}?`,
    state: 'open',
    ...more,
  })
  const read = (files: readonly (readonly unknown[])[], audience: 'public' | 'internal') => {
    const feedback = files.map((list, index) => ({
      file: `feedback/${index}.json`,
      text: JSON.stringify(list),
    }))
    return assemble([{ file: 'a.mdx', text: CASE }], undefined, { feedback, audience })
  }

  it('are read side by side, each challenge with an id of its own', () => {
    const { feedback } = read([[challenge('F1')], [challenge('F2')]], 'public')
    expect(feedback.about.get('decision-5')?.map(({ id, words }) => [id, words])).toEqual([
      ['F1', 'Why F1?'],
      ['F2', 'Why F2?'],
    ])
    const list = challengeList(feedback.about.get('decision-5') ?? [], undefined)
    expect(list.shown.map(({ words }) => words)).toEqual(['F1: Why F1?', 'F2: Why F2?'])
  })

  it('show what is confidential to the team alone', () => {
    const files = [[challenge('F1', { confidential: true }), challenge('F2')]]
    const ids = (audience: 'public' | 'internal') =>
      read(files, audience)
        .feedback.about.get('decision-5')
        ?.map(({ id }) => id)
    expect(ids('public')).toEqual(['F2'])
    expect(ids('internal')).toEqual(['F1', 'F2'])
  })

  it.each([
    ['one file', [[challenge('F1'), challenge('F1')]]],
    ['two files', [[challenge('F1')], [challenge('F1')]]],
  ])('have no id twice in %s', (_, files) => {
    const found = read(files, 'public').findings.filter(
      ({ check }) => check === 'unreadable-feedback',
    )
    expect(found.map(({ message }) => message)).toEqual([
      'Unexpected second F1, expected an id of its own for each challenge',
    ])
  })

  it('tell a question of a room that stands in two files, under whatever id', () => {
    const question = { question: 'canalquestion01', about: 'decision-5' }
    const found = read([[challenge('F1', question)], [challenge('F2', question)]], 'public')
    expect(found.feedback.faults).toMatchObject([
      { message: expect.stringContaining('F2'), mend: expect.stringContaining('Delete one') },
    ])
  })
})
