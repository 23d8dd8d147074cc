/** A review goes round: our document, remarked in Word, brings each remark beside its item. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeNarrative } from '../../../src/node/export/narrative/index.ts'
import { readCase } from '../../../src/node/read/read-case.ts'
import { caseOf, TEXT, YAML } from '../export/cases.ts'
import { newWorkspace, type Workspace } from './workspace.ts'

let at: Workspace
beforeEach(async () => {
  at = await newWorkspace()
  await at.write({ 'case/10-case.mdx': TEXT, 'case/case.yaml': YAML })
})
afterEach(() => at.remove())

interface Remark {
  /** Words of the paragraph to which it is put. */
  readonly on: string
  readonly says: string
  readonly by?: string
}

/** Our own document with remarks, as Word writes them into it. */
async function reviewed(remarks: readonly Remark[]): Promise<Uint8Array> {
  const bytes = await makeNarrative(caseOf(), () => Promise.reject(new Error('no browser')))
  const files = unzipSync(bytes)
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  let document = text('word/document.xml')
  for (const [id, { on }] of remarks.entries()) {
    const at = document.indexOf(on)
    const start = document.lastIndexOf('<w:r>', at)
    const end = document.indexOf('</w:r>', at) + '</w:r>'.length
    expect(Math.min(at, start)).toBeGreaterThan(0)
    document =
      `${document.slice(0, start)}<w:commentRangeStart w:id="${id}"/>${document.slice(start, end)}` +
      `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>${document.slice(end)}`
  }
  const comments = remarks.map(
    ({ says, by = 'Ada Moss' }, id) =>
      `<w:comment w:id="${id}" w:author="${by}" w:date="2020-03-1${id}T09:00:00Z"><w:p><w:r><w:t>${says}</w:t></w:r></w:p></w:comment>`,
  )
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
  return zipSync({
    ...files,
    'word/document.xml': strToU8(document),
    'word/comments.xml': strToU8(
      `<?xml version="1.0"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${comments.join('')}</w:comments>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      text('word/_rels/document.xml.rels')
        .replace(/<Relationship [^>]*comments\.xml"[^>]*>/, '')
        .replace(
          '</Relationships>',
          `<Relationship Id="rIdReview" Type="${relation}" Target="comments.xml"/></Relationships>`,
        ),
    ),
    '[Content_Types].xml': strToU8(
      text('[Content_Types].xml')
        .replace(/<Override [^>]*\/word\/comments\.xml"[^>]*>/, '')
        .replace(
          '</Types>',
          `<Override PartName="/word/comments.xml" ContentType="${type}"/></Types>`,
        ),
    ),
  })
}

const REMARKS: readonly Remark[] = [
  { on: 'We chose a bridge', says: 'Why no ferry?' },
  { on: 'Of 31 people', says: 'Who are they?', by: 'Bo Lind' },
  { on: 'These things matter', says: 'To whom?' },
]

const bring = async (file: string) =>
  (await at.run(file, '--comments', `--case=${at.folder}/case`)).split('\n')

async function shownTo(audience: 'public' | 'internal') {
  const { feedback, findings } = await readCase(`${at.folder}/case`, audience)
  expect(findings.filter(({ check }) => check === 'unreadable-feedback')).toEqual([])
  const beside = [...feedback.about].map(([key, all]) => [
    key,
    all.map(({ id, words }) => `${id} ${words}`),
  ])
  return { ...Object.fromEntries(beside), general: feedback.general.map(({ words }) => words) }
}

test('each comment stands beside its item, for the team alone, and the words stay', async () => {
  await at.write({ 'Board review.docx': await reviewed(REMARKS) })
  const printed = await bring('Board review.docx')
  expect(printed[0]).toBe('Beside their items, in case/feedback/Board review.yaml:')
  expect(printed[1]).toMatch(
    /^F1, about Decision 1: "Why no ferry\?" on "We chose a bridge\." in "Sprint 1" \(Ada Moss, 10 March 2020\)$/,
  )
  expect(printed[2]).toMatch(
    /^F2, about Evidence 1a: "Who are they\?" .*\(Bo Lind, 11 March 2020\)$/,
  )
  expect(printed[3]).toMatch(/^F3, about Objectives: "To whom\?"/)
  expect(await shownTo('internal')).toEqual({
    'decision-1': ['F1 Why no ferry?'],
    'evidence-1a': ['F2 Who are they?'],
    objectives: ['F3 To whom?'],
    general: [],
  })
  expect(await shownTo('public')).toEqual({ general: [] })
  expect(await at.text('case/10-case.mdx')).toBe(TEXT)
  expect(await at.text('case/feedback/Board review.yaml')).not.toMatch(/Ada|Bo Lind/)
})

test('a second round adds what is new, and keeps what the team has written since', async () => {
  await at.write({
    'a.docx': await reviewed(REMARKS.slice(0, 1)),
    'b.docx': await reviewed(REMARKS.slice(1, 2)),
  })
  await bring('a.docx')
  await bring('b.docx')
  const name = 'case/feedback/a.yaml'
  const first = await at.text(name)
  await at.write({
    [name]: first.replace('state: open', 'state: closed # told them'),
    'a.docx': await reviewed(REMARKS.slice(0, 2)),
  })
  const printed = await bring('a.docx')
  expect(printed.join('\n')).toContain('a.docx: 1 was there already')
  const { feedback } = await readCase(`${at.folder}/case`, 'internal')
  expect(feedback.about.get('decision-1')).toMatchObject([{ id: 'F1', answered: true }])
  expect(
    feedback.about
      .get('evidence-1a')
      ?.map(({ id }) => id)
      .toSorted(),
  ).toEqual(['F2', 'F3'])
  expect(await at.names('case/feedback')).toEqual(['a.yaml', 'b.yaml'])
})

test('a file that is there and is no feedback is not written over', async () => {
  await at.write({ 'a.docx': await reviewed(REMARKS), 'case/feedback/a.yaml': '{}' })
  await expect(bring('a.docx')).rejects.toThrow(
    /case\/feedback\/a\.yaml; expected a list of answers or questions/,
  )
  expect(await at.text('case/feedback/a.yaml')).toBe('{}')
})

test('issues of a code host and remarks of documents stand side by side', async () => {
  await at.write({
    'a.docx': await reviewed(REMARKS.slice(0, 1)),
    'case/feedback.json': JSON.stringify([
      { number: 1, title: 'Challenge: Decision 2', body: 'Who?', state: 'OPEN' },
    ]),
  })
  await bring('a.docx')
  expect(await shownTo('internal')).toEqual({
    'decision-1': ['F1 Why no ferry?'],
    'decision-2': ['undefined Who?'],
    general: [],
  })
})

test('a new case takes its comments along, if that is asked for', async () => {
  await at.write({ 'in/a.docx': await reviewed(REMARKS.slice(2)) })
  const printed = await at.run('in', '--to', 'new', '--comments')
  expect(printed).toContain('F1, about Objectives: "To whom?"')
  expect(await at.names('new')).toEqual(['a.mdx', 'case.yaml', 'feedback/a.yaml'])
})

test('questions that a browser has kept stand beside their items, each once', async () => {
  const question = (id: string, day: string) => ({
    ...{ question: id, title: `Why ${id}?`, about: 'decision-1', state: 'open', same: 0 },
    ...{ createdAt: `${day}T10:00:00.000Z`, confidential: true, name: 'Ann', next: 'later' },
  })
  const both = [question('question-1', '2026-11-30'), question('question-2', '2026-12-01')]
  await at.write({
    'questions.json': JSON.stringify(both),
    'other.json': '[{ "title": "Not ours", "state": "open" }]',
  })
  const bring = (file: string) => at.run(file, `--case=${at.folder}/case`)
  expect(await bring('questions.json')).toContain(
    '2 questions in feedback/2026-11-30-room.yaml, feedback/2026-12-01-room.yaml.',
  )
  const { feedback } = await readCase(`${at.folder}/case`, 'internal')
  expect(feedback.about.get('decision-1')?.map(({ id, asked }) => `${id} ${asked?.next}`)).toEqual([
    'F2 later',
    'F1 later',
  ])
  expect(await bring('questions.json')).toContain('2 questions were there already.')
  await expect(bring('other.json')).rejects.toThrow('expected questions as key N')
})
