/** In the browser: narrows the table of items, and keeps the choice in the address. */

import type { SaidName } from './choices.ts'

const SAID = ['owner', 'status', 'likelihood', 'impact'] as const satisfies readonly SaidName[]
const CHOICES = ['kind', 'sprint', 'state', ...SAID] as const
const NAMES = ['words', ...CHOICES] as const

/** Shows the form below a root and has it filter the rows. Does nothing where there is no form. */
export function start(root: Document): void {
  const form = root.querySelector<HTMLFormElement>('[data-filter]')
  const count = form?.querySelector('[data-count]')
  if (!form || !count) return
  const rows = [...root.querySelectorAll<HTMLElement>('.register tbody tr')].map((row) => ({
    row,
    words: plain(row.textContent),
  }))
  const apply = (): void => {
    const wanted = valuesOf(form)
    const words = plain(wanted.words).split(' ').filter(Boolean)
    let shown = 0
    for (const { row, words: own } of rows) {
      const fits =
        CHOICES.every((name) => !wanted[name] || row.dataset[name] === wanted[name]) &&
        words.every((word) => own.includes(word))
      row.hidden = !fits
      if (fits) shown += 1
    }
    count.textContent = `${shown} of ${rows.length} ${rows.length === 1 ? 'item' : 'items'}`
    keepInAddress(wanted)
  }
  fill(form)
  form.hidden = false
  apply()
  form.addEventListener('input', apply)
  form.addEventListener('submit', (event) => event.preventDefault())
  // The fields are empty only after the event.
  form.addEventListener('reset', () => setTimeout(apply))
  // The way here may have been one of the page's own links.
  if (location.hash === '#items') root.getElementById('items')?.scrollIntoView()
}

type Values = Readonly<Record<(typeof NAMES)[number], string>>

function valuesOf(form: HTMLFormElement): Values {
  const fields = new FormData(form)
  const read = (name: string): string => String(fields.get(name) ?? '').trim()
  return {
    words: read('words'),
    kind: read('kind'),
    sprint: read('sprint'),
    state: read('state'),
    owner: read('owner'),
    status: read('status'),
    likelihood: read('likelihood'),
    impact: read('impact'),
  }
}

/** From the address into the fields; what no field offers is left out. */
function fill(form: HTMLFormElement): void {
  const wanted = new URLSearchParams(location.search)
  for (const name of NAMES) {
    const field = form.elements.namedItem(name)
    const value = wanted.get(name) ?? ''
    if (field instanceof HTMLInputElement) field.value = value
    if (field instanceof HTMLSelectElement) {
      field.value = value
      if (field.selectedIndex < 0) field.value = ''
    }
  }
}

/** `?kind=decision&sprint=2`: whoever gets the address sees the same rows. */
function keepInAddress(values: Values): void {
  const address = new URL(location.href)
  for (const name of NAMES) {
    if (values[name]) address.searchParams.set(name, values[name])
    else address.searchParams.delete(name)
  }
  if (address.href === location.href) return
  try {
    history.replaceState(history.state, '', address)
  } catch {
    // WebKit refuses more than 100 changes in 30 s: the address lags until the next one.
  }
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim()
}
