/** Links are listed and heard out of their line: each must say where it leads, and lead there. */
import { type PDFDict, PDFName, PDFRef } from 'pdf-lib'
import { asDict, dictIn, nameIn, objectIn, textIn } from '../read/objects.ts'
import type { OpenPdf } from '../read/open.ts'
import { findTarget } from '../read/targets.ts'
import type { PdfFailure, PdfRule } from './rule.ts'

export const links: PdfRule = {
  id: 'links',
  demand: 'Every link is tagged as a link, says where it leads, and leads there',
  source: 'ISO 14289-1, 7.18.5; Matterhorn 28-011, 28-012',
  run(pdf) {
    const tagged = new Set(
      pdf.elements
        .filter(({ role }) => role === 'Link')
        .flatMap(({ annotations }) => annotations.map(({ ref }) => ref.tag)),
    )
    return pdf.document.getPages().flatMap(({ node }, index) =>
      (node.Annots()?.asArray() ?? []).flatMap((entry): readonly PdfFailure[] => {
        const link = asDict(pdf.document.context.lookup(entry))
        if (!link || nameIn(link, 'Subtype') !== 'Link') return []
        const ref = entry instanceof PDFRef ? entry : undefined
        const faults = [
          ...(ref && tagged.has(ref.tag) ? [] : [`${UNTAGGED}: ${nameOfLink(link, pdf)}`]),
          ...faultsOf(link, pdf),
        ]
        return faults.map((message) => ({ message, page: index + 1, object: ref?.objectNumber }))
      }),
    )
  },
}

const UNTAGGED = 'Unexpected link outside the structure, expected it in a Link tag'

function faultsOf(link: PDFDict, pdf: OpenPdf): readonly string[] {
  const description = textIn(link, 'Contents')
  const names = nameOfLink(link, pdf)
  return [
    ...(description === undefined
      ? [`Unexpected link without description, expected Contents: ${names}`]
      : []),
    ...(description !== undefined && RE_EMPTY.test(description)
      ? [`Unexpected link that says only "${description}", expected where it leads: ${names}`]
      : []),
    ...(leads(link, pdf)
      ? []
      : [`Unexpected link that leads nowhere, expected a target: ${names}`]),
  ]
}

/** `Click here` */
const RE_EMPTY = /^(?:click )?(?:here|this|link|more|read more)[.…]?$/i

/** Where it leads, else what it says. */
function nameOfLink(link: PDFDict, { document }: OpenPdf): string {
  const action = dictIn(link, 'A')
  const address = action && textIn(action, 'URI')
  const target = objectIn(link, 'Dest') ?? (action && objectIn(action, 'D'))
  const name = target instanceof PDFName ? `#${target.decodeText()}` : undefined
  const page = target && findTarget(document, target)
  const place = page === undefined ? undefined : `page ${page}`
  return address ?? name ?? place ?? textIn(link, 'Contents') ?? 'no address'
}

function leads(link: PDFDict, { document }: OpenPdf): boolean {
  const action = dictIn(link, 'A')
  const target = objectIn(link, 'Dest') ?? (action && objectIn(action, 'D'))
  if (target) return findTarget(document, target) !== undefined
  return action !== undefined && (textIn(action, 'URI') !== undefined || leadsElsewhere(action))
}

/** Other actions open files or start something: they need no page of this document. */
function leadsElsewhere(action: PDFDict): boolean {
  return !['URI', 'GoTo'].includes(nameIn(action, 'S') ?? 'GoTo')
}
