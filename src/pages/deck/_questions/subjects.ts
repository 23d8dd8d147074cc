/** What a question may be about. */

/** The open card first, else the slide; then what else the slide tells of. */
export function subjectsOn(slide: HTMLElement | undefined): readonly HTMLOptionElement[] {
  const title = slide?.getAttribute('aria-label')?.replace(RE_PLACE, '') ?? ''
  const open = document.querySelector<HTMLElement>('.card:popover-open')
  const openers = [...(slide?.querySelectorAll('button[popovertarget]') ?? [])]
  const cards = openers.flatMap(
    (opener) => document.getElementById(opener.getAttribute('popovertarget') ?? '') ?? [],
  )
  const items = [...new Set([...(open ? [open] : []), ...cards])].map(
    (card) => new Option(card.getAttribute('aria-label') ?? '', card.id.slice('card-'.length)),
  )
  const here = new Option(`This slide: ${title}`, slide?.id ?? '')
  return open ? [...items.slice(0, 1), here, ...items.slice(1)] : [here, ...items]
}

// Matches "Slide 7 of 24: " before the title.
const RE_PLACE = /^Slide \d+ of \d+: /
