/** The look of what a room adds to a page. It comes with the script: pages without a room hold none of it. */
import sheet from './room.css?inline'

/** Adds it, as the page's policy lets scripts do. */
export function addSheet(): void {
  const added = new CSSStyleSheet()
  added.replaceSync(sheet)
  document.adoptedStyleSheets.push(added)
}
