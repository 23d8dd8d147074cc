/** The look of what is asked. It comes with the script: a page that nobody asks holds none of it. */
import sheet from './questions.css?inline'

let isAdded = false

/** Adds it, as the page's policy lets scripts do. */
export function addSheet(): void {
  if (isAdded) return
  isAdded = true
  const added = new CSSStyleSheet()
  added.replaceSync(sheet)
  document.adoptedStyleSheets.push(added)
}
