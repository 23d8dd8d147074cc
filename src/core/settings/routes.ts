/** Routes as `case.yaml` names them: cuts of the one deck, each for an audience and a time. */
import { z } from 'zod'
import { slugOf } from '../graph/slug.ts'
import { about } from '../model/about.ts'
import { text } from './values.ts'

// Matches "sponsor-5": a name is a folder of the site.
const RE_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Folders of the deck that are no routes, and what stands there. */
const TAKEN: ReadonlyMap<string, string> = new Map([
  ['speaker', 'the speaker view'],
  ['handouts', 'what is printed'],
])

const routeSchema = z
  .strictObject({
    title: about(text.optional(), 'What the talk is called', 'Five minutes with the sponsors'),
    audience: about(text.optional(), 'For whom', 'Sponsors, who decide'),
    minutes: about(z.number().positive(), 'How long it may take', 5),
    sections: about(
      z.array(text).min(1).optional(),
      'Keys of sections or items; a section includes the items in it',
      ['key-decisions', 'evidence-3a'],
    ),
    priority: about(
      z.int().positive().optional(),
      'Everything of this priority or a smaller number, in place of `sections`',
      1,
    ),
  })
  .refine(({ sections, priority }) => (sections === undefined) !== (priority === undefined), {
    error: 'either sections or priority',
  })

/** Name → route. The name is its address: `deck/sponsor-5/`. */
export const routesSchema = z
  .record(z.string(), routeSchema)
  .superRefine((routes, { addIssue }) => {
    for (const name of Object.keys(routes)) {
      const message = faultOf(name)
      if (message !== undefined) addIssue({ code: 'custom', path: [name], message })
    }
  })

/** A way through the deck for one occasion. */
export type Route = z.infer<typeof routeSchema>

/** What a route is called where people choose one. */
export function titleOf(name: string, { title }: Pick<Route, 'title'>): string {
  return title ?? name
}

/** What a deck that is cut for no route is called where people choose one. */
export const WHOLE_DECK = 'The whole deck'

/** `5 minutes`, `1 minute`. */
export function minutesInWords(minutes: number): string {
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
}

/** What is expected of a bad name; undefined for a good one. */
function faultOf(name: string): string | undefined {
  const taken = TAKEN.get(name)
  if (taken !== undefined) return `another name, since deck/${name}/ is ${taken}`
  if (RE_NAME.test(name)) return undefined
  // A slug keeps letters of other scripts, which an address would garble.
  const near = slugOf(name).replace(/[^a-z0-9-]/g, '')
  const sample = RE_NAME.test(near) && !TAKEN.has(near) ? near : 'sponsor-5'
  return `a name of lower-case letters, digits and hyphens: ${sample}`
}
