/** Leads to the same page where the case is published, and to the same place on it. */

/** Completes the link, once; without an address of the case there is none. */
export function start(root: Document): void {
  const link = root.querySelector<HTMLAnchorElement>('[data-published]')
  const home = link?.dataset.published
  if (!link || home === undefined) return
  // "./": what is asked for is a path, and never an address of its own.
  link.href = new URL(`./${location.pathname.slice(home.length)}${location.hash}`, link.href).href
}
