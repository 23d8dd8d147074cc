/** A deck's slides as anyone would write them for reveal.js: plain HTML, with what its docs show. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DefaultTreeAdapterTypes, serialize } from 'parse5'
import { root } from '../../src/node/paths/index.ts'
import { attribute, elementsOf, type PageElement, readPage } from '../page-tree.ts'

const PARTS = ['reset.css', 'reveal.css', 'theme/white.css', 'reveal.js'] as const

/**
 * Writes a folder with the slides of a built deck, and reveal.js as it comes.
 * @param deck File of the built deck's page.
 * @returns how many slides there are, those below others too.
 */
export async function writePlain(deck: string, folder: string): Promise<number> {
  const page = plainDeck(await readFile(deck, 'utf8'))
  await mkdir(join(folder, 'theme'), { recursive: true })
  for (const part of PARTS)
    await copyFile(join(root, 'node_modules', 'reveal.js', 'dist', part), join(folder, part))
  await writeFile(join(folder, 'index.html'), page.html)
  return page.slides
}

/** The page, with what stands on the slides of a built deck, and how many there are. */
export function plainDeck(html: string): { readonly html: string; readonly slides: number } {
  const sections = elementsOf(readPage(html)).filter(({ tagName }) => tagName === 'section')
  const slides = sections.filter((section) => classesOf(section).includes('slide'))
  const right = sections.filter(({ parentNode }) => !isSection(parentNode))
  return { html: pageOf(right.map(plainSection).join('\n')), slides: slides.length }
}

/** A slide with its id alone, or a stack of them. */
function plainSection(section: PageElement): string {
  const below = section.childNodes.filter(isSection)
  if (below.length > 0) return `<section>${below.map(plainSection).join('\n')}</section>`
  return `<section id="${attribute(section, 'id') ?? ''}">${content(section)}</section>`
}

/** What stands on the canvas, and the notes. */
function content(section: PageElement): string {
  return section.childNodes
    .flatMap((node) => ('tagName' in node ? [node] : []))
    .map((node) =>
      node.tagName === 'aside'
        ? `<aside class="notes">${serialize(node)}</aside>`
        : serialize(node),
    )
    .join('')
}

function isSection(node: DefaultTreeAdapterTypes.Node | null): node is PageElement {
  return node !== null && 'tagName' in node && node.tagName === 'section'
}

function classesOf(element: PageElement): readonly string[] {
  return (attribute(element, 'class') ?? '').split(' ')
}

function pageOf(slides: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>The same slides in reveal.js</title>
    <link rel="stylesheet" href="reset.css">
    <link rel="stylesheet" href="reveal.css">
    <link rel="stylesheet" href="theme/white.css">
  </head>
  <body>
    <div class="reveal"><div class="slides">
${slides}
    </div></div>
    <script src="reveal.js"></script>
    <script>Reveal.initialize({ hash: true })</script>
  </body>
</html>
`
}
