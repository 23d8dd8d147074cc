/** The look of what is asked. It comes with the script: a page that nobody asks holds none of it. */
import sheet from './questions.css?inline'

let isAdded = false

/** Adds the style sheet to the page in the way that its policy allows to scripts. */
export function addSheet(): void {
  if (isAdded) return
  isAdded = true
  const added = new CSSStyleSheet()
  added.replaceSync(sheet)
  document.adoptedStyleSheets.push(added)
}
