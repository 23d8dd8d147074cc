/** Writes into the accessibility statement what was measured of slides: it is known only at the end. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Certificate } from '../fit/certificate.ts'
import { attribute, elementsOf, readPage, setText, writePage } from '../offline/tree.ts'

/** Fills what was measured into the statement of a built site. */
export async function fillStatement(folder: string, certificate: Certificate): Promise<void> {
  const path = join(folder, 'accessibility/index.html')
  const page = readPage(await readFile(path, 'utf8'))
  const measured = resultsOf(certificate)
  for (const element of elementsOf(page)) {
    const words = measured[attribute(element, 'data-measured') ?? '']
    if (words !== undefined) setText(element, words)
  }
  await writeFile(path, writePage(page))
}

/** What the certificate says, by the names that the page gives its places. */
export function resultsOf({ decks, sizes }: Certificate): Readonly<Record<string, string>> {
  const ratios = decks.flatMap(({ lowestContrast }) => lowestContrast?.ratio ?? [])
  const px = decks.flatMap(({ smallestText }) => smallestText?.px ?? [])
  const over = decks
    .flatMap(({ faults }) => faults)
    .filter(({ check }) => check === 'slide-overflow')
  const slides = decks.reduce((sum, deck) => sum + deck.slides, 0)
  const spaced = decks.reduce((sum, deck) => sum + deck.fullWhenSpaced.length, 0)
  if (slides === 0) return {}
  return {
    contrast: `at least ${Math.min(...ratios)}:1 (4.5:1 is asked of small words)`,
    text: `at least ${Math.min(...px)} px of 720`,
    spacing:
      spaced === 0
        ? `none on ${slides} slides`
        : `${spaced} on ${slides} slides; they offer all slides as a page to read, which has room for it`,
    overflow: `${over.length === 0 ? 'none' : over.length} on ${slides} slides, at ${sizes.join(', ')}`,
  }
}
