/** The key `x`: what falls with what stands on the slide. */
import { doubt, offerDoubt } from '../../../ui/doubt/offer-doubt.ts'
import { cardNamesOf } from './drawer.ts'
import { holdKeys } from './held-keys.ts'

/**
 * Returns what doubts the open card, else the item of the slide, else the first evidence on it; the rest
 * of the slide is offered beside it.
 */
export function offerSlideDoubt(slide: () => HTMLElement | undefined): () => void {
  offerDoubt()
  return () => {
    const open = document.querySelector('.card:popover-open')?.id
    const shown = slide()
    const names = [...(open ? [open] : []), ...(shown ? cardNamesOf(shown) : [])]
    void doubt(names.map((name) => name.slice('card-'.length))).finally(holdKeys())
  }
}
