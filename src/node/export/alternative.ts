/** What is said of a diagram to whoever does not see it. */
import type { Diagram, OutlineEntry } from '../../core/diagram/index.ts'
import { DRAFT } from '../../core/graph/links-in-words.ts'
import { nameWithId } from '../../core/model/ids.ts'
import type { KindTable } from '../../core/model/kinds.ts'
import { unescapeXml } from '../../core/text/xml.ts'

/**
 * Title, description, and the whole graph in words, each item in full where it comes first:
 * `Objective O1: Go, joined to: Success factor CSF1: Faster (draft); CSF2 (draft).`
 */
export function alternativeOf({ title, description, outline }: Diagram, kinds: KindTable): string {
  return [`${title}.`, description, ...outline.map((one) => branch(one, kinds))].join(' ')
}

/** What an author's drawing says: its own title and description, else the words in it. */
export function alternativeOfDrawing(svg: string): string {
  const own = ['title', 'desc'].flatMap((name) => textsIn(svg, name))
  const words = own.length > 0 ? own : textsIn(svg, 'text')
  return words.length > 0 ? `Diagram: ${words.join(', ')}` : 'Diagram'
}

function branch(one: OutlineEntry, kinds: KindTable): string {
  const name = nameOf(one, kinds)
  if (one.children.length === 0) return `${name}.`
  return `${name}, joined to: ${one.children.map((child) => nameOf(child, kinds)).join('; ')}.`
}

function nameOf({ kind, id, text, draft, again }: OutlineEntry, kinds: KindTable): string {
  const full = kind === 'gap' ? text : `${nameWithId({ kind, id }, kinds)}: ${text}`
  const name = again && id !== '' ? id : full.replace(/[.;]\s*$/, '')
  return `${name}${draft ? DRAFT : ''}`
}

function textsIn(svg: string, name: string): readonly string[] {
  const found = svg.matchAll(new RegExp(`<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`, 'g'))
  return [...found].map(([, inner = '']) => plainText(inner)).filter((words) => words !== '')
}

function plainText(markup: string): string {
  return unescapeXml(markup.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}
