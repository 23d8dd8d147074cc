/** The lists of a PDF that lead from marked content back to its tag. */
import { PDFArray, type PDFDict, type PDFDocument, PDFNumber, type PDFObject } from 'pdf-lib'
import { asDict, dictIn, entriesIn } from './objects.ts'

/**
 * Tags by the number that a page or form (`StructParents`) or an annotation (`StructParent`) names:
 * a list of tags by the numbers of their marks, or a single tag. Empty for a document without tags.
 */
export function readParents({ catalog }: PDFDocument): ReadonlyMap<number, PDFObject> {
  const root = dictIn(catalog, 'StructTreeRoot')
  const tree = root && dictIn(root, 'ParentTree')
  const found = new Map<number, PDFObject>()
  if (tree) gather(tree, found, new Set())
  return found
}

function gather(tree: PDFDict, found: Map<number, PDFObject>, seen: Set<PDFDict>): void {
  if (seen.has(tree)) return
  seen.add(tree)
  const pairs = entriesIn(tree, 'Nums')
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const key = tree.context.lookup(pairs[index])
    const held = pairs[index + 1]
    const list = tree.context.lookup(held)
    if (!(key instanceof PDFNumber) || !held) continue
    found.set(key.asNumber(), list instanceof PDFArray ? list : held)
  }
  for (const entry of entriesIn(tree, 'Kids')) {
    const kid = asDict(tree.context.lookup(entry))
    if (kid) gather(kid, found, seen)
  }
}
