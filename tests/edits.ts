/** Random edits of a case, the same for the same number: what people do to texts. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Gives numbers from 0 up to 1, always the same ones for a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const WORDS = ['clinic', 'queue', 'letters', 'survey', 'people', 'forms', 'waiting', 'trust']

/** Makes one edit in the texts of a case, and says which. */
export async function editAtRandom(folder: string, random: () => number): Promise<string> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T // never empty
  const files = (await readdir(folder)).filter((name) => name.endsWith('.mdx')).toSorted()
  const file = pick(files)
  const blocks = (await readFile(join(folder, file), 'utf8')).split('\n\n')
  const at = Math.floor(random() * blocks.length)
  const n = Math.floor(random() * 900) + 100
  const edits: Readonly<Record<string, () => void>> = {
    'a sentence more': () =>
      blocks.splice(at + 1, 0, `Then ${pick(WORDS)} of ${n} ${pick(WORDS)}.`),
    'another word': () => {
      blocks[at] = blocks[at]?.replace(/\b[a-z]{4,}\b/, pick(WORDS)) ?? ''
    },
    'a decision more': () =>
      blocks.push(
        `Decision ${n}: We keep ${pick(WORDS)}.`,
        `Evidence ${n}a: We asked ${n} people.`,
      ),
    'a section more': () => blocks.push(`## About ${pick(WORDS)} ${n}`, `It has ${pick(WORDS)}.`),
    'a gap': () => blocks.push(`## Open ${n}`, 'To be written by Economics'),
    'a block less': () => blocks.splice(blocks.length > 4 ? at : blocks.length, 1),
    'two blocks in turn': () => blocks.splice(at, 2, ...blocks.slice(at, at + 2).toReversed()),
    'a list': () => blocks.push(`- ${pick(WORDS)} ${n}\n- ${pick(WORDS)}`),
  }
  const what = pick(Object.keys(edits))
  edits[what]?.()
  await writeFile(join(folder, file), blocks.join('\n\n'))
  return `${what} in ${file}`
}
