/** The two views of the page: slides to present, and one page to read. Which one is asked for, and how to change. */

export type View = 'present' | 'read'

/** As narrow as this, also by zooming in, slides would be too small: there they are a page that flows. */
const NARROW = matchMedia('(max-width: 40rem)')

/** What the address names for reading: `?view=read`. */
const [NAME, READ] = ['view', 'read']

/** The view that window and address ask for. */
export function wantedView(): View {
  return NARROW.matches || new URLSearchParams(location.search).get(NAME) === READ
    ? 'read'
    : 'present'
}

/** Whether the window has room for slides. */
export function canPresent(): boolean {
  return !NARROW.matches
}

/** The address of a slide in a view. */
export function addressIn(view: View, slide: string): string {
  const url = new URL(location.href)
  if (view === 'read') url.searchParams.set(NAME, READ)
  else url.searchParams.delete(NAME)
  url.hash = `/${slide}`
  return String(url)
}

/** Calls `change` when another view may be wanted: the window got narrow or wide, or one went back. */
export function watchView(change: () => void): void {
  NARROW.addEventListener('change', change)
  addEventListener('popstate', change)
}
