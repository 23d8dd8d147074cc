/** The ways from one view to the other, and to help where no key leads there. */
import { addressIn, type View } from './view.ts'

/** What the links need. */
interface ViewWays {
  /** Changes to a view, at the slide where one is. */
  readonly change: (view: View) => void
  /** Id of the slide where one is. */
  readonly at: () => string
  readonly openHelp: () => void
}

/** Puts "Read as a page" to the other ways out of the deck, and "Present" on top of the page. */
export function addViewLinks(root: HTMLElement, ways: ViewWays): void {
  root.querySelector('.leave')?.append(' ', linkTo('read', 'Read as a page', ways))
  const bar = document.createElement('nav')
  bar.className = 'view-bar screen-only'
  bar.setAttribute('aria-label', 'View and keys')
  const help = document.createElement('button')
  help.type = 'button'
  help.textContent = 'Go to and keys'
  help.addEventListener('click', ways.openHelp)
  bar.append(linkTo('present', 'Present', ways), help)
  document.body.prepend(bar)
}

function linkTo(view: View, words: string, { change, at }: ViewWays): HTMLAnchorElement {
  const link = document.createElement('a')
  link.className = `to-${view}`
  link.textContent = words
  link.href = addressIn(view, at())
  // It can be opened in a window of its own too, at the slide of that moment.
  for (const event of ['pointerdown', 'focus'] as const)
    link.addEventListener(event, () => {
      link.href = addressIn(view, at())
    })
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    change(view)
  })
  return link
}
