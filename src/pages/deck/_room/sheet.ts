/** The look of what a room adds to a page. It comes with the script: pages without a room hold none of it. */
import sheet from './room.css?inline'

/** Adds the style sheet to the page in the way that its policy allows to scripts. */
export function addSheet(): void {
  const added = new CSSStyleSheet()
  added.replaceSync(sheet)
  document.adoptedStyleSheets.push(added)
}
