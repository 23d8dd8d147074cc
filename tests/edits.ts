/** Random edits of a case, the same for the same number: what people do to texts, and to the files beside them. */
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
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

/** Makes one edit in a case, and says which. */
export async function editAtRandom(folder: string, random: () => number): Promise<string> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T // never empty
  const files = (await readdir(folder)).filter((name) => name.endsWith('.mdx')).toSorted()
  const file = pick(files)
  const path = join(folder, file)
  const blocks = (await readFile(path, 'utf8')).split('\n\n')
  const at = Math.floor(random() * blocks.length)
  const n = Math.floor(random() * 900) + 100
  /** Writes a file beside the texts, and tells of it at their end. */
  const bring = async (name: string, bytes: string, words: string) => {
    await writeFile(join(folder, name), bytes)
    if (!blocks.some((block) => block.includes(name))) blocks.push(`## Seen ${n}`, words)
  }
  const edits: Readonly<Record<string, () => unknown>> = {
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
    'words that stay inside': () => blocks.push(`## Of ${n} (internal)`, `Not for ${pick(WORDS)}.`),
    'another diagram': () =>
      blocks.push(
        `## Drawn ${n}`,
        `\`\`\`mermaid\nflowchart LR\n  a[${pick(WORDS)}] --> b[${n}]\n\`\`\``,
      ),
    'another picture': () => bring('map.svg', picture(n), `![How ${pick(WORDS)} lie](map.svg)`),
    'another table': () =>
      bring(
        'costs.csv',
        `Year;Cost\n2024;${n}\n2025;40\n`,
        '<Chart from="costs.csv" as="columns" />',
      ),
    'another setting': () =>
      setIn(folder, pick(['ask', 'team', 'title']), `Some ${pick(WORDS)} ${n}`),
    'a file more': () =>
      writeFile(
        join(folder, `${n}-more.mdx`),
        `## More on ${n}\n\nMany wait for ${pick(WORDS)}.\n`,
      ),
    'a file less': () => files.length > 2 && file !== files[0] && rm(path),
    'a file under another name': () => rename(path, join(folder, `${n}-${file}`)),
  }
  const what = pick(Object.keys(edits))
  const before = blocks.join('\n\n')
  await edits[what]?.()
  if (blocks.join('\n\n') !== before) await writeFile(path, blocks.join('\n\n'))
  return `${what} in ${file}`
}

function picture(n: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n} 100"><title>Map</title><rect width="${n}" height="50"/></svg>\n`
}

/** Puts a setting of one line into `case.yaml`, in the place of what it was. */
async function setIn(folder: string, name: string, value: string): Promise<void> {
  const path = join(folder, 'case.yaml')
  const lines = (await readFile(path, 'utf8')).split('\n')
  const others = lines.filter((line) => !line.startsWith(`${name}:`))
  await writeFile(path, [`${name}: ${value}`, ...others].join('\n'))
}
