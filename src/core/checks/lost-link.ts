/** Links in the text that lead to nothing in the case. */

import { keyIn, leadsNowhere } from '../addresses/dead-link.ts'
import type { Checkable } from '../model/assembled.ts'
import { nearest } from '../text/nearest.ts'
import { oneOf, shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const lostLink: Check = (checked) =>
  checked.documents
    .flatMap(({ siteLinks = [] }) => siteLinks)
    // `cites-internal` tells of the one, `malformed-link` of the other: "(https://example.org".
    .filter(({ url }) => !checked.inside.names.has(keyIn(url) ?? '') && !url.includes('://'))
    .filter(({ url }) => leadsNowhere(url, checked))
    .map(({ url, place }) => ({
      message: `Unexpected link to "${shorten(url)}", which is nowhere in the case, expected ${expectedFor(url, checked)}`,
      place,
    }))

function expectedFor(url: string, { graph, documents }: Checkable): string {
  const keys = [...graph.sections.keys(), ...graph.items.keys()]
  const key = keyIn(url)
  if (key) return oneOf(nearest(key, keys).map((near) => `#${near}`))
  const file = url.replace(/^(?:\.?\/)+/, '')
  const isFile = documents.some((document) => document.file === file)
  const first = isFile && graph.case.sections.find(({ place }) => place.file === file)
  return first ? `#${first.key}` : 'a whole address such as https://example.org/, or #key-decisions'
}
