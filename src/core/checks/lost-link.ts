/** Links in the text that lead to nothing in the case. */
import { fileAt, keyIn, leadsNowhere } from '../addresses/dead-link.ts'
import { nearestName } from '../addresses/nearest-address.ts'
import { slugOf } from '../graph/slug.ts'
import type { Checkable } from '../model/assembled.ts'
import { nearest } from '../text/nearest.ts'
import { oneOf, shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const lostLink: Check = (checked) =>
  checked.documents
    .flatMap(({ siteLinks = [] }) => siteLinks)
    // `cites-internal` tells of the one, `malformed-link` of the other: "(https://example.org".
    .filter(({ url }) => !checked.inside.names.has(keyIn(url) ?? '') && !url.includes('://'))
    .flatMap(({ url, rooted, place }) => {
      const found = fileAt(rooted, checked.graph)
      const isLost = leadsNowhere(rooted, checked)
      if (!isLost && (found?.part === undefined || found.key !== undefined)) return []
      const where = isLost
        ? 'which is nowhere in the case'
        : `of which ${found?.place.file} has no such part`
      const isPicture = isLost && RE_PICTURE.test(url)
      const expected = isPicture
        ? `the picture itself, in a paragraph of its own: ![what it shows](${url})`
        : expectedFor(rooted, checked)
      const message = `Unexpected link to "${shorten(url)}", ${where}, expected ${expected}`
      return [{ message, place, ...(isPicture ? { mend: SHOW } : {}) }]
    })

// Matches "photos/IMG_2041.JPG".
const RE_PICTURE = /^[^#]+\.(?:avif|gif|jpe?g|png|svg|webp)$/i

const SHOW = 'Show the picture in a paragraph of its own, and do not lead to it'

/** The nearest right address: a part of the file that is named, a file, a key. */
function expectedFor(address: string, { graph }: Checkable): string {
  const found = fileAt(address, graph)
  const key = keyIn(address)
  if (found?.part !== undefined)
    return oneOf(nearest(slugOf(found.part), [...found.place.parts.keys()]).map((one) => `#${one}`))
  const names = [...graph.files].map(([path, { file }]) => ({ path, file }))
  const near = nearestName(
    address,
    names.map(({ path }) => path),
  )
  const file = near === undefined || address.startsWith('#') ? undefined : names[near]?.file
  const keys = [...graph.sections.keys(), ...graph.items.keys()]
  if (key && file === undefined) return oneOf(nearest(key, keys).map((one) => `#${one}`))
  return (
    file ?? 'a file of the case, a whole address such as https://example.org/, or #key-decisions'
  )
}
