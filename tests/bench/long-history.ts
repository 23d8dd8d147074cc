/** Writes a case with a long history, to see how long the first look at it takes. */
import { execFileSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

const FILES = 50
const COMMITS = 1000

/** Seconds from one commit to the next: a third of a day. */
const PACE = 8 * 60 * 60

/** The moment of the first commit, in seconds. */
const START = Date.UTC(2020, 0, 6, 9) / 1000

/**
 * Makes a repository in a folder, with a case in its folder `slides`: a commit with everything, then
 * commits that each reword or add something in one file. The same every time.
 */
export async function writeLongHistory(folder: string): Promise<{
  /** Of the case. */
  readonly folder: string
  readonly commits: number
  readonly files: number
}> {
  const slides = join(folder, 'slides')
  await mkdir(slides, { recursive: true })
  const git = (args: readonly string[], input = ''): void =>
    void execFileSync('git', args, { cwd: folder, input, stdio: 'pipe' })
  git(['init', '--quiet', '--initial-branch=main'])
  const first = commit(
    0,
    range(FILES).map((file) => fileAt(textOf(file, 0), file)),
  )
  const others = range(COMMITS - 1).map((index) => {
    const [file, round] = [index % FILES, 1 + Math.floor(index / FILES)]
    return commit(index + 1, [fileAt(textOf(file, round), file)])
  })
  git(['fast-import', '--quiet'], [first, ...others].join(''))
  git(['reset', '--quiet', '--hard', 'main'])
  return { folder: slides, commits: COMMITS, files: FILES }
}

/** One entry of a `git fast-import` stream. */
function commit(index: number, changes: readonly string[]): string {
  const when = `A writer <writer@example.org> ${START + index * PACE} +0000`
  return `commit refs/heads/main\ncommitter ${when}\n${block('Change')}${changes.join('')}\n`
}

function fileAt(text: string, file: number): string {
  return `M 100644 inline slides/${file + 1}-sprint.mdx\n${block(text)}`
}

function block(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`
}

/** A file after so many changes: each rewords a decision, and every fifth adds one with evidence. */
function textOf(file: number, round: number): string {
  const title = file === 0 ? '# A case with a long history\n\n# Key decisions\n\n' : ''
  const items = range(4 + Math.floor(round / 5)).map((index) => {
    const id = 100 * (file + 1) + index
    const later = index === round % 4 ? `, and since then ${words(round, 4)}` : ''
    const evidence = ['a', 'b'].map(
      (letter, n) => `Evidence ${id}${letter}: ${words(7 * id + n, 16)}.`,
    )
    return [`Decision ${id}: We chose ${words(id, 12)}${later} (${id}a).`, ...evidence].join('\n\n')
  })
  return `${title}## Sprint ${file + 1}\n\n${words(file, 30)}.\n\n${items.join('\n\n')}\n`
}

const VOICES = ['people', 'staff', 'nurses', 'clinics', 'parents', 'managers', 'visitors', 'clerks']
const ACTS = ['wait', 'ask', 'call', 'write', 'travel', 'pay', 'book', 'return', 'queue', 'sign']
const PLACES = ['home', 'work', 'town', 'the desk', 'the ward', 'school', 'the shop']

/** So many words, others for each seed. */
function words(seed: number, count: number): string {
  const pick = (from: readonly string[], index: number) =>
    from[(seed * 31 + index * (seed % 7) + index * index) % from.length] ?? ''
  return range(count)
    .map((index) => pick([VOICES, ACTS, PLACES][index % 3] ?? VOICES, index))
    .join(' ')
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index)
}
