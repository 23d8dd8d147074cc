/** The two views of the page: slides to present, and one page to read. Which one is asked for, and how to change. */

import { isToRead, NARROW } from './opening.ts'

export type View = 'present' | 'read'

const narrow = matchMedia(NARROW)

/** The view that window and address ask for. */
export function wantedView(): View {
  return isToRead(narrow) ? 'read' : 'present'
}

/** Whether the window has room for slides. */
export function canPresent(): boolean {
  return !narrow.matches
}

/** The address of a slide in a view. */
export function addressIn(view: View, slide: string): string {
  const url = new URL(location.href)
  if (view === 'read') url.searchParams.set('view', 'read')
  else url.searchParams.delete('view')
  url.hash = `/${slide}`
  return String(url)
}

/** Calls `change` when another view may be wanted: the window got narrow or wide, or one went back. */
export function watchView(change: () => void): void {
  narrow.addEventListener('change', change)
  addEventListener('popstate', change)
}
