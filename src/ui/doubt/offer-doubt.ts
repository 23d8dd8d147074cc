/** Listens to the buttons that doubt an item. What they open is loaded once somebody doubts. */

/** Shows the buttons. Does nothing on a page without anything to doubt. */
export function offerDoubt(): void {
  if (!document.getElementById('doubts')) return
  document.documentElement.classList.add('can-doubt')
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-doubt]') : null
    const key = button?.dataset.doubt
    if (key !== undefined) doubt([key])
  })
}

/** Opens what falls with the first of some items that can be doubted; the others are offered first. */
export async function doubt(keys: readonly string[]): Promise<void> {
  const { openDoubt } = await import('./doubt-box.ts')
  await openDoubt(keys)
}
