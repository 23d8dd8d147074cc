/** What an option's own words say of its place among the others: preferred, discounted because …. */
import { type Item, wholeTextOf } from '../model/case.ts'
import type { ItemBlock } from '../syntax/conventions/index.ts'

/** The place of an option in the framework. Each field is absent where nothing is said. */
export interface OptionPlace {
  readonly isBusinessAsUsual?: true
  readonly isDoMinimum?: true
  readonly isPreferred?: true
  readonly fate?: 'carried forward' | 'discounted'
  /** Why, as written. */
  readonly because?: string
}

// Each is a whole part of a bracket, a whole status, or begins a sentence.
const RE_USUAL =
  /^(?:business as usual|bau|do nothing|status quo|as is|as now|no change|counterfactual|baseline|(?:carry|go) on as (?:now|we are|before)|continue as (?:now|we are|before)|(?:stay|keep things) as (?:now|we are|they are|it is)|current arrangements)\b/i
const RE_MINIMUM = /^do (?:the )?minimum\b/i
const RE_PREFERRED = /^(?:the )?(?:preferred|recommended)(?: option)?\b/i
const RE_DISCOUNTED =
  /^(?:discount(?:ed)?|reject(?:ed)?|ruled? out|discard(?:ed)?|(?:do )?not (?:carr(?:y|ied)|taken?) forward|not short-?listed)\b/i
const RE_CARRIED = /^(?:carr(?:y|ied) forward|short-?list(?:ed)?|taken? forward)\b/i
const RE_BECAUSE = /\b(?:because|since|as|:)\s+(.+?)\.?$/i

/** Reads an option's bracket, its status and its sentences. */
export function placeOfOption(item: Item, block: ItemBlock | undefined): OptionPlace {
  const status = item.properties?.status ? [item.properties.status] : []
  const [lead = '', inLead = ''] = /^\(([^()]*)\)\s*/.exec(wholeTextOf(item)) ?? []
  const words = wholeTextOf(item).slice(lead.length)
  const bracket = (block?.label?.bracket?.words ?? inLead).split(/[,;]/)
  const sentences = words.split(/(?<=[.!?;])\s+|\s[–—]\s/)
  const aside = [...words.matchAll(/\(([^()]+)\)/g)].map(([, inside = '']) => inside)
  const said = [...bracket, ...status, ...sentences, ...aside].map((part) => part.trim())
  const find = (pattern: RegExp) => said.find((part) => pattern.test(part))
  const discounted = find(RE_DISCOUNTED)
  const carried = find(RE_CARRIED)
  const because = RE_BECAUSE.exec(discounted ?? carried ?? '')?.[1]
  const isPreferred = find(RE_PREFERRED) !== undefined
  return {
    ...(find(RE_USUAL) === undefined ? {} : { isBusinessAsUsual: true }),
    ...(find(RE_MINIMUM) === undefined ? {} : { isDoMinimum: true }),
    ...(isPreferred ? { isPreferred } : {}),
    ...(discounted !== undefined
      ? { fate: 'discounted' as const }
      : carried !== undefined || isPreferred
        ? { fate: 'carried forward' as const }
        : {}),
    ...(because ? { because } : {}),
  }
}
