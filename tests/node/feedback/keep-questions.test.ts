/** What is asked is on the disk before anybody hears that it is kept. */
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { keepQuestions } from '../../../src/node/feedback/keep-questions.ts'

let folder: string
const said: string[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'questions-'))
})
afterEach(() => rm(folder, { recursive: true }))

const keeper = () => keepQuestions(folder, (words) => said.push(words))
const ask = (id: string, more: object = {}) =>
  JSON.stringify([
    { act: 'ask', id: `question-${id}`, about: 'title', words: `Why ${id}?`, ...more },
  ])
const entries = async (file: string) => parse(await readFile(join(folder, file), 'utf8'))

it('writes each question before it answers, with an id that the case has not', async () => {
  await mkdir(join(folder, 'feedback'))
  await writeFile(
    join(folder, 'feedback/review.json'),
    '[{ "id": "F7", "title": "A", "state": "open" }]',
  )
  const { file, take } = keeper()
  expect(file).toMatch(/^feedback\/\d{4}-\d{2}-\d{2}-room\.yaml$/)
  const answers = await Promise.all(['1', '2', '3'].map((id) => take(ask(id))))
  expect(answers.map((answer) => JSON.parse(answer ?? '').questions.length)).toEqual([1, 2, 3])
  expect(
    (await entries(file)).map(({ id, title }: Record<string, string>) => `${id} ${title}`),
  ).toEqual(['F8 Why 1?', 'F9 Why 2?', 'F10 Why 3?'])
  expect(await readdir(join(folder, 'feedback'))).toHaveLength(2)
  expect(await take('{}')).toBeUndefined()
})

it('goes on with what another start has kept, and with what the team has written', async () => {
  const first = keeper()
  await first.take(ask('1', { name: 'Ann', by: 'phone-01' }))
  const [{ confidential: _, ...released }] = await entries(first.file)
  await writeFile(join(folder, first.file), `# Ours\n${stringify([{ ...released, note: 'Ours' }])}`)
  const again = keeper()
  const known = JSON.parse((await again.take('[]')) ?? '')
  // Those who follow another room hear nothing of it.
  expect(known.questions).toMatchObject([{ words: 'Why 1?', name: 'Ann' }])
  expect(known.questions[0]).not.toHaveProperty('isShared')
  await again.take('[{"act":"mark","id":"question-1","outcome":"answered"}]')
  await again.take(ask('2'))
  expect(await entries(first.file)).toMatchObject([
    { id: 'F1', state: 'closed', note: 'Ours', name: 'Ann' },
    { id: 'F2', state: 'open', confidential: true },
  ])
  expect((await entries(first.file))[0]).not.toHaveProperty('confidential')
  expect(await readFile(join(folder, first.file), 'utf8')).toMatch(/^# Ours\n/)
})

it('changes the first of two entries of one question, and leaves the other as it is', async () => {
  const { file, take } = keeper()
  const entry = { question: 'question-1', about: 'title', state: 'open', title: 'Why?' }
  const other = { ...entry, title: 'Other?' }
  await mkdir(join(folder, 'feedback'))
  await writeFile(join(folder, file), stringify([entry, other]))
  const mark = { act: 'mark', id: 'question-1', outcome: 'taken', owner: 'Bo' }
  const answer = JSON.parse((await take(JSON.stringify([mark]))) ?? '')
  expect(answer.questions.map(({ words }: Record<string, string>) => words)).toEqual(['Why?'])
  expect(await entries(file)).toEqual([
    { ...entry, same: 0, next: 'taken away', owner: 'Bo' },
    other,
  ])
})

it('answers nothing where it cannot write, and has it once it can', async () => {
  const { file, take } = keeper()
  await writeFile(join(folder, 'feedback'), 'a file where the folder should be')
  await expect(take(ask('1'))).rejects.toThrow()
  await rm(join(folder, 'feedback'))
  await take(ask('1'))
  expect(await entries(file)).toHaveLength(1)
})

it('writes nowhere outside the case, and over no file that it does not know', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'elsewhere-'))
  await symlink(elsewhere, join(folder, 'feedback'))
  await expect(keeper().take(ask('1'))).rejects.toThrow('leads out of the case')
  expect(await readdir(elsewhere)).toEqual([])
  await rm(join(folder, 'feedback'))
  await rm(elsewhere, { recursive: true })
  await mkdir(join(folder, 'feedback'))
  const { file, take } = keeper()
  await writeFile(join(folder, file), 'words of somebody')
  await expect(take(ask('1'))).rejects.toThrow('expected a list of answers or questions')
  expect(await readFile(join(folder, file), 'utf8')).toBe('words of somebody')
  // Nor does it bring into the case what a link leads to.
  await rm(join(folder, file))
  const other = `${folder}-other.json`
  await writeFile(other, '[{ "title": "Of somebody else" }]')
  await symlink(other, join(folder, file))
  await expect(keeper().take(ask('1'))).rejects.toThrow('leads out of the case')
  await rm(other)
})

it('tells whoever presents why nothing can be kept, once', async () => {
  said.length = 0
  const { file, take } = keeper()
  await mkdir(join(folder, 'feedback'))
  await writeFile(join(folder, file), 'words of somebody')
  for (const id of ['1', '2']) await expect(take(ask(id))).rejects.toThrow()
  expect(said).toEqual([expect.stringMatching(/cannot be kept\. .* Move it elsewhere/)])
})

it('tells pages of presenters which questions came from one address, and writes nothing of it', async () => {
  const { file, take } = keepQuestions(
    folder,
    () => undefined,
    (id) => (id === 'question-1' ? 3 : undefined),
  )
  await take(ask('1', { by: 'phone-01' }))
  const { questions } = JSON.parse((await take(ask('2'))) ?? '')
  expect(questions.map(({ source }: { source?: number }) => source)).toEqual([3, undefined])
  expect(JSON.stringify(await entries(file))).not.toContain('source')
})

it('says a limit once', async () => {
  said.length = 0
  const { take } = keeper()
  for (let at = 0; at < 25; at++) await take(ask(`${at}`, { by: 'phone-01' }))
  expect(said).toEqual([expect.stringContaining('more than 20 questions')])
})
