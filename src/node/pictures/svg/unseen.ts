/** Words of a drawing that change nothing in it: outside its edge, under something, in the colour of what is behind. */

import sharp from 'sharp'
import { optimize } from 'svgo'
import type { XastElement, XastRoot } from './tree.ts'

/** Of more words, or in a larger drawing, nobody waits for the answer. */
const MOST_WORDS = 150
const MOST_PIXELS = 4e6

/**
 * The words that are drawn, and that nobody sees. Whether that is meant, nobody can say: a colour may
 * be another in print. `[]` too where this machine cannot tell.
 *
 * @param svg cleaned
 */
export async function unseenWords(svg: string): Promise<readonly string[]> {
  const texts = wordsIn(svg)
  if (texts.length === 0 || texts.length > MOST_WORDS || !(await hasFonts())) return []
  const whole = await pixelsOf(svg)
  if (!whole) return []
  const isUnseen = async (numbers: readonly number[]): Promise<readonly number[]> => {
    const without = await pixelsOf(withoutTexts(svg, new Set(numbers)))
    if (!without) return []
    if (without.equals(whole)) return numbers
    if (numbers.length === 1) return []
    const half = Math.ceil(numbers.length / 2)
    return [...(await isUnseen(numbers.slice(0, half))), ...(await isUnseen(numbers.slice(half)))]
  }
  const unseen = new Set(await isUnseen([...texts.keys()]))
  const seen = new Set(texts.filter((_, index) => !unseen.has(index)))
  // The shadow of words stands below them.
  return [...new Set(texts.filter((words, index) => unseen.has(index) && !seen.has(words)))]
}

function wordsIn(svg: string): readonly string[] {
  const found: string[] = []
  optimize(svg, {
    plugins: [
      {
        name: 'words',
        fn: (root: XastRoot) => {
          found.push(...textsIn(root).map(textOf))
        },
      },
    ],
  })
  return found
}

function withoutTexts(svg: string, numbers: ReadonlySet<number>): string {
  const empty = (root: XastRoot): void => {
    for (const [index, text] of textsIn(root).entries()) if (numbers.has(index)) text.children = []
  }
  return optimize(svg, { plugins: [{ name: 'without', fn: empty }] }).data
}

/** Not those in a `switch`: which of them is drawn, depends on the reader. */
function textsIn({ children }: Pick<XastRoot, 'children'>): readonly XastElement[] {
  return children.flatMap((child): readonly XastElement[] => {
    if (child.type !== 'element' || child.name === 'switch') return []
    if (child.name !== 'text') return textsIn(child)
    return textOf(child) === '' ? [] : [child]
  })
}

function textOf({ children }: XastElement): string {
  return children
    .map((child) =>
      child.type === 'element' ? textOf(child) : 'value' in child ? child.value : '',
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

async function pixelsOf(svg: string): Promise<Buffer | undefined> {
  const bytes = Buffer.from(svg)
  try {
    const { width = 0, height = 0 } = await sharp(bytes).metadata()
    return width * height > MOST_PIXELS ? undefined : await sharp(bytes).raw().toBuffer()
  } catch {
    return undefined
  }
}

let known: Promise<boolean> | undefined

/** Without fonts no words are drawn at all, and none could be told from the others. */
function hasFonts(): Promise<boolean> {
  const drawn = (words: string) =>
    pixelsOf(
      `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text x="2" y="15">${words}</text></svg>`,
    )
  known ??= Promise.all(['Ag', 'i'].map(drawn)).then(
    ([one, other]) => one !== undefined && other !== undefined && !one.equals(other),
  )
  return known
}
