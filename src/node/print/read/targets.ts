/** Where links and bookmarks of a PDF lead. */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from 'pdf-lib'
import { dictIn, entriesIn, objectIn } from './objects.ts'

/** The page of a destination, by name or as it is, from 1; undefined where it is not there. */
export function findTarget(document: PDFDocument, target: PDFObject): number | undefined {
  const name = nameOf(target)
  const held = name === undefined ? target : named(document, name)
  const place = held instanceof PDFDict ? objectIn(held, 'D') : held
  const page = place instanceof PDFArray ? place.get(0) : undefined
  if (!(page instanceof PDFRef)) return undefined
  const index = document.getPages().findIndex(({ ref }) => ref.tag === page.tag)
  return index < 0 ? undefined : index + 1
}

function nameOf(target: PDFObject): string | undefined {
  if (target instanceof PDFName) return target.decodeText()
  return target instanceof PDFString || target instanceof PDFHexString
    ? target.decodeText()
    : undefined
}

/** Old documents have a dictionary, newer ones a tree of names. */
function named({ catalog }: PDFDocument, name: string): PDFObject | undefined {
  const flat = dictIn(catalog, 'Dests')?.lookup(PDFName.of(name))
  if (flat) return flat
  const names = dictIn(catalog, 'Names')
  const tree = names && dictIn(names, 'Dests')
  return tree && inTree(tree, name, new Set())
}

function inTree(tree: PDFDict, name: string, seen: Set<PDFDict>): PDFObject | undefined {
  if (seen.has(tree)) return undefined
  seen.add(tree)
  const pairs = entriesIn(tree, 'Names').map((entry) => tree.context.lookup(entry))
  const at = pairs.findIndex((each, index) => index % 2 === 0 && each && nameOf(each) === name)
  if (at >= 0) return pairs[at + 1]
  for (const entry of entriesIn(tree, 'Kids')) {
    const kid = tree.context.lookup(entry)
    const found = kid instanceof PDFDict ? inTree(kid, name, seen) : undefined
    if (found) return found
  }
  return undefined
}
