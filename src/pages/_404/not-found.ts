/** Takes the address that leads nowhere, and offers the place whose name is nearest. */

import { nearestName } from '../../core/addresses/nearest-address.ts'
import type { MovedAddress, Offer } from '../../core/addresses/not-found.ts'

interface Offers {
  /** Where the narrative is: `/prototype/`. */
  readonly home: string
  readonly offers: readonly (Offer | MovedAddress)[]
}

/** Fills the place for the offer, once. */
export function start(root: Document): void {
  const place = root.querySelector('[data-nearest]')
  const { home, offers } = JSON.parse(root.querySelector('#offers')?.textContent ?? '') as Offers // as 404.astro writes it
  const asked = (location.pathname + location.hash).slice(home.length - 1)
  const index = nearestName(
    asked,
    offers.map((offer) => ('old' in offer ? offer.old : offer.to)),
  )
  const near = index === undefined ? undefined : offers[index]
  if (!place || !near) return
  const link = root.createElement('a')
  link.href = home + near.to
  link.textContent = near.name
  place.append('Perhaps you are looking for ', link, '.')
}
