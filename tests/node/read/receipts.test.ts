/** `receipt`: what it vouches for, and when it refuses. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeReceipt } from '../../../src/cli/commands/receipt.ts'
import { execute } from '../../../src/cli/index.ts'
import { readReceipt } from '../../../src/core/changes/receipts.ts'
import type { CaseJson } from '../../../src/core/model/case-json.ts'
import { writeFingerprint } from '../../../src/node/read/fingerprint.ts'
import { readCase } from '../../../src/node/read/read-case.ts'
import { makeRepository, type Repository } from '../repository.ts'

const CASE = `# A case

Decision 1: We start with clinics

Evidence 1a: Seven of ten people gave up

Evidence 1b (internal): The supplier will be sold

Evidence 1c: Words of a participant

<Notes>Ask the chair.</Notes>
`

const NAME = 'Sponsor meeting 3 March'
const FILE = 'receipts/sponsor-meeting-3-march.json'

let repository: Repository
let out: string

beforeEach(() => {
  repository = makeRepository()
  repository.write({ '1.mdx': CASE, 'case.yaml': 'ask: Fund a trial\nwithdrawn: [1c]\n' })
  repository.commit('2026-03-02')
  out = mkdtempSync(join(tmpdir(), 'built with späces-'))
})
afterEach(() => {
  repository.remove()
  rmSync(out, { recursive: true })
})

/** As a build leaves the output. */
async function build(audience: 'public' | 'internal' = 'public'): Promise<void> {
  mkdirSync(join(out, 'handouts/board'), { recursive: true })
  writeFileSync(join(out, 'handouts/deck.pdf'), '%PDF deck')
  writeFileSync(join(out, 'handouts/board/deck.pdf'), '%PDF board')
  await writeFingerprint(out, await readCase(repository.case, audience))
}

/** Runs the command on the day of the meeting: its exit code and what it printed. */
async function run(name: string): Promise<readonly [number, string]> {
  const lines: string[] = []
  const options = { name, case: repository.case, out }
  const code = await writeReceipt(options, (words) => lines.push(words), '2026-03-03')
  return [code, lines.join('\n')]
}

function written(): string {
  return readFileSync(join(repository.case, FILE), 'utf8')
}

describe('a receipt of what was committed and built', () => {
  it('says what was shown', async () => {
    await build()
    const [code, said] = await run(NAME)
    expect(code).toBe(0)
    expect(said).toContain('sponsor-meeting-3-march.json\nCommit it')
    const { receipt, findings } = readReceipt(written(), FILE)
    expect(findings).toEqual([])
    expect(receipt).toMatchObject({
      name: NAME,
      day: '2026-03-03',
      commit: repository.git('rev-parse', 'HEAD'),
      version: repository.git('rev-parse', '--short', 'HEAD'),
    })
    expect(receipt?.case.items.map(({ id, text }) => `${id}: ${text}`)).toEqual([
      '1: We start with clinics',
      '1a: Seven of ten people gave up',
      '1c: Withdrawn',
    ])
    expect(receipt?.case.findings.length).toBeGreaterThan(0)
    expect(receipt?.pdfs).toEqual([
      { file: 'board/deck.pdf', sha256: sha256('%PDF board') },
      { file: 'deck.pdf', sha256: sha256('%PDF deck') },
    ])
    expect(readdirSync(join(repository.case, 'receipts'))).toHaveLength(1)
  })

  it('holds nothing that stays inside, is private or was withdrawn', async () => {
    await build()
    await run(NAME)
    expect(written()).not.toMatch(/supplier|chair|participant/)
  })

  it('is no source and no change of the case', async () => {
    await build()
    await run(NAME)
    const before = await readCase(repository.case)
    expect(before.state?.isChanged).toBe(false)
    expect(before.receipts.map(({ name }) => name)).toEqual([NAME])
    repository.commit('2026-03-03')
    const after = await readCase(repository.case)
    expect([after.version, after.dates, after.sources.length]).toEqual([
      ...[before.version, before.dates, 1],
    ])
    expect(after.findings.filter(({ place }) => place.file === FILE)).toEqual([])
    expect((await run('Another')).at(0)).toBe(0)
  })
})

describe('questions in a receipt', () => {
  const FEEDBACK = 'feedback/2026-03-01-room.yaml'
  const asked = { id: 'F1', question: 'question-one', title: 'Who pays?', about: 'decision-1' }
  const shown = { ...asked, state: 'open', next: 'taken away', owner: 'Finance', due: '2026-03-20' }
  const inside = {
    ...shown,
    question: 'question-two',
    id: 'F2',
    title: 'Is the supplier sold?',
    name: 'A participant',
    confidential: true,
  }
  const ask = (...entries: readonly object[]) =>
    repository.write({ [FEEDBACK]: JSON.stringify(entries) })
  const told = async () =>
    (await readCase(repository.case)).findings
      .filter(({ check }) => check === 'withdrawn-in-receipt')
      .map(({ place, message }) => `${place.file} ${message}`)

  beforeEach(async () => {
    ask(shown, inside)
    repository.commit('2026-03-03')
    await build()
    await run(NAME)
  })

  it('are those that everybody could read then, with what becomes of them, and no name', () => {
    const { case: kept } = readReceipt(written(), FILE).receipt ?? {}
    expect(kept?.challenges).toMatchObject([
      { words: 'Who pays?', state: 'Taken away by Finance, until 20 March 2026.' },
    ])
    expect(written()).not.toMatch(/supplier|participant/)
  })

  it.each([
    ['keeps inside', () => ask({ ...shown, confidential: true }, inside)],
    ['deletes', () => ask(inside)],
    ['sets aside', () => ask({ ...shown, next: 'set aside', state: 'closed' })],
  ])(
    'are told of once the team %s one, until the receipt has its words no longer',
    async (_, take) => {
      expect(await told()).toEqual([])
      take()
      const [found, promised, ...others] = await told()
      expect(others).toEqual([])
      expect(found).toMatch(`${FILE} Unexpected words of a question in a receipt`)
      expect(promised).toMatch(`${FILE} Unexpected words of a question in a finding`)
      expect(`${found} ${promised}`).not.toContain('Who pays')
      const edit = (change: (kept: CaseJson) => object) => {
        const receipt = JSON.parse(written())
        repository.write({
          [FILE]: JSON.stringify({
            ...receipt,
            case: { ...receipt.case, ...change(receipt.case) },
          }),
        })
      }
      edit(({ findings }) => ({ findings: findings.filter(({ check }) => check !== 'taken-away') }))
      edit(({ challenges = [] }) => ({
        challenges: challenges.map((one) => ({ ...one, words: 'Withdrawn' })),
      }))
      expect(await told()).toHaveLength(1)
      edit(({ challenges = [] }) => ({
        challenges: challenges.map(({ owner: _owner, due: _due, ...one }) => ({
          ...{ ...one, state: 'Withdrawn' },
        })),
      }))
      expect(await told()).toEqual([])
    },
  )
})

it('finds in a receipt what was promised to a question that is gone, and words that were edited', async () => {
  const entry = { question: 'question-one', about: 'decision-1', state: 'open', next: 'taken away' }
  const write = (...titles: readonly string[]) =>
    repository.write({
      'feedback/room.json': JSON.stringify(
        titles.map((title, at) => ({ ...entry, id: `F${at}`, question: `question-${at}`, title })),
      ),
    })
  const found = async () =>
    (await readCase(repository.case)).findings.flatMap(({ check, message }) =>
      check === 'withdrawn-in-receipt' ? [message.replace(/,.*/, '')] : [],
    )
  write('Who pays Ann?', 'Why now?')
  repository.commit('2026-03-03')
  await build()
  await run(NAME)
  expect(await found()).toEqual([])
  write('Who pays?', 'Why now?')
  expect(await found()).toEqual([
    'Unexpected words of a question in a receipt',
    'Unexpected words of a question in a finding of a receipt',
  ])
  repository.write({ [FILE]: written().replaceAll('Who pays Ann?', 'Who pays?') })
  expect(await found()).toEqual([])
})

describe('a receipt is refused', () => {
  it.each([
    ['where nothing was built', async () => {}, /holds no handouts.*npm run build -- --case /],
    [
      'where something is in no commit',
      async () => {
        await build()
        repository.write({ '2.mdx': 'More' })
      },
      /changes that are in no commit/,
    ],
    [
      'where the output was built before',
      async () => {
        await build()
        repository.write({ '2.mdx': 'More' })
        repository.commit('2026-03-03')
      },
      /was built from another state/,
    ],
    ['where the output is for the team', () => build('internal'), /or for other readers/],
    [
      'where the case cannot be read',
      async () => {
        repository.write({ '1.mdx': '<5' })
      },
      /cannot be read/,
    ],
    [
      'where there is no git',
      async () => {
        await build()
        rmSync(join(repository.folder, '.git'), { recursive: true })
      },
      /git knows no commit/,
    ],
  ])('%s', async (_, prepare, expected) => {
    await prepare()
    const [code, said] = await run(NAME)
    expect([code, said]).toEqual([1, expect.stringMatching(expected)])
    expect(readdirSync(repository.case)).not.toContain('receipts')
  })

  it('where there is one of that name, which stays', async () => {
    await build()
    await run(NAME)
    const before = written()
    const [code, said] = await run('sponsor MEETING: 3 march')
    expect([code, said]).toEqual([1, expect.stringMatching(/is there, and .* never replaced/)])
    expect(written()).toBe(before)
  })

  it.each([[[]], [['…']]])('without a name that could be one: %j', async (args) => {
    const ended = execute(['receipt', ...args, '--case', repository.case])
    await expect(ended).rejects.toThrow(/npm run receipt -- "Sponsor meeting 3 March"/)
  })
})

describe('check finds in receipts', () => {
  const found = async (): Promise<readonly string[]> =>
    (await readCase(repository.case)).findings
      .filter(({ place }) => place.file === FILE)
      .map(({ check, severity }) => `${check} ${severity}`)

  beforeEach(async () => {
    await build()
    await run(NAME)
    repository.commit('2026-03-03')
  })

  it('a commit that a rewritten history lost', async () => {
    expect(await found()).toEqual([])
    repository.git('commit', '--quiet', '--amend', '--message=Other', '--reset-author')
    expect(await found()).toEqual([])
    repository.git('checkout', '--quiet', '--orphan', 'new')
    repository.commit('2026-03-04')
    expect(await found()).toEqual(['lost-receipt warning'])
  })

  it('words that were withdrawn later', async () => {
    repository.write({ 'case.yaml': 'ask: Fund a trial\nwithdrawn: [1a, 1c]\n' })
    expect(await found()).toEqual(['withdrawn-in-receipt warning'])
  })

  it('what is no receipt', async () => {
    repository.write({ [FILE]: '{ "schema": 1, "name": "<script>" }' })
    const { receipts } = await readCase(repository.case)
    expect(receipts).toEqual([])
    expect(new Set(await found())).toEqual(new Set(['off-schema error']))
  })
})

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
