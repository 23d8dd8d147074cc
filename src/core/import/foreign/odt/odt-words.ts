/** The words of an OpenDocument text: which are its own, with spaces where they are to be. */
import { nameOf, plainText, type Xml } from '../xml.ts'

/** Elements whose text is not the document's, or is said elsewhere. */
export const SKIPPED = new Set([
  ...['tracked-changes', 'sequence-decls', 'variable-decls', 'user-field-decls', 'forms'],
  ...['note-citation', 'annotation', 'annotation-end', 'covered-table-cell', 'table-of-content'],
  ...['soft-page-break', 'alphabetical-index', 'illustration-index', 'table-index', 'object-index'],
  ...['title', 'desc', 'object', 'object-ole', 'plugin', 'image', 'event-listeners', 'ruby-text'],
])

/** All text of the document, with spaces where they are to be. */
export function wordsIn(node: Xml): string {
  const name = nameOf(node)
  if (SKIPPED.has(name) && name !== 'ruby-text') return ''
  if (name === 's' || name === 'tab' || name === 'line-break') return ' '
  const inner = node.children
    .map((child) => plainText(child) ?? ('children' in child ? wordsIn(child as Xml) : ''))
    .join('')
  return name === 'span' || name === 'a' || name.endsWith('-ref') ? inner : ` ${inner} `
}
