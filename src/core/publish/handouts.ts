/** The handouts that are printed: what each is called, by the name of its file. */
export const HANDOUTS = {
  narrative: 'The whole case',
  'one-page': 'The case on one page',
  deck: 'Slides',
  notes: 'Slides with notes',
  'leave-behind': 'Slides to write on',
} as const

/** `leave-behind` */
export type HandoutName = keyof typeof HANDOUTS

/** Where one is in a site: `handouts/deck.pdf`, `handouts/sponsor-5/deck.pdf`. */
export function handoutFile(name: HandoutName, ending: string, route?: string): string {
  return `handouts/${route === undefined ? '' : `${route}/`}${name}.${ending}`
}
