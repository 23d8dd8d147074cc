/** What a doubt does, in plain sentences: the same for the terminal, the page and the deck. */

import type { LinkedText } from '../text/linked-text.ts'
import { listed } from '../text/listed.ts'
import type { Falls } from './falls.ts'
import type { SupportGraph, SupportSort } from './support-graph.ts'
import type { DoubtSums, OptionInDoubt } from './told-sums.ts'

/** A sentence. */
export type DoubtLine = readonly LinkedText[]

/** What is told of a doubt. */
export interface ToldDoubt {
  /** `If evidence 3a does not hold`. */
  readonly title: string
  /** Whether the ask still stands, and why not. */
  readonly ask: { readonly stands: boolean; readonly line: DoubtLine }
  /** In their order; empty parts are left out. */
  readonly parts: readonly { readonly title: string; readonly lines: readonly DoubtLine[] }[]
}

/** An estimate with another value in place of its own. */
export interface Replacement {
  /** Place in the list of items. */
  readonly at: number
  /** `1 to 2 million`. */
  readonly words: string
}

/** What is doubted, and what comes of it. */
export interface DoubtFound {
  readonly falls: Falls
  readonly sums?: DoubtSums | undefined
  readonly replaced?: readonly Replacement[]
  /** Set where nobody has worked out the sums, and the case has some. */
  readonly withoutSums?: boolean
}

const ON_NOTHING = ' stands on nothing'
const FOR_NOTHING = ' has nothing that speaks for it'

/** What is told first: what is decided and chosen. */
const ORDER: readonly SupportSort[] = [
  'decision',
  'option',
  'estimate',
  'assumption',
  'other',
  'evidence',
]

/** Everything there is to say; in brief below headings that say the rest, for a slide. */
export function tellDoubt(
  graph: SupportGraph,
  found: DoubtFound,
  how: 'whole' | 'brief' = 'whole',
): ToldDoubt {
  const { falls, sums, replaced = [] } = found
  const told = tellerOf(graph)
  const isBrief = how === 'brief'
  const order = (at: number) => ORDER.indexOf(graph.items[at]?.sort ?? 'other')
  const first = (one: number, other: number) => order(one) - order(other)
  const bare = falls.fallen
    .toSorted(first)
    .map(
      (at): DoubtLine => [
        told.name(at, true),
        { text: `${isBrief ? '' : told.isOption(at) ? FOR_NOTHING : ON_NOTHING}${told.words(at)}` },
      ],
    )
  const less = falls.weakened
    .toSorted((one, other) => first(one.at, other.at))
    .map(
      ({ at, lost, left }): DoubtLine => [
        told.name(at, true),
        { text: ' loses ' },
        ...told.list(lost),
        { text: ' and still rests on ' },
        ...told.list(left),
        { text: '.' },
      ],
    )
  const more = falls.strengthened.map(
    ({ at, without }): DoubtLine => [
      told.name(at, true),
      { text: ' stands stronger without ' },
      ...told.list(without),
      { text: ', which spoke against it.' },
    ],
  )
  const parts = [
    { title: 'What stands on nothing', lines: bare },
    { title: 'What loses a part of its support', lines: less },
    { title: 'What stands stronger', lines: more },
    { title: 'What the sums become', lines: sums ? sumLines(graph, sums, isBrief) : [] },
  ].filter(({ lines }) => lines.length > 0)
  return {
    title: titleOf(graph, falls.doubted, replaced),
    ask: askLine(graph, found),
    parts:
      parts.length > 0
        ? parts
        : [{ title: 'What falls with it', lines: [[{ text: 'Nothing else rests on it.' }]] }],
  }
}

/** How many names of one sort a short sentence has. */
const MOST = 6

/**
 * What a doubt does, in short: `Decision 3 stands on nothing; decision 2 loses a part of its support.`
 *
 * @param called whether items go by their ids alone
 */
export function fallsLine(
  graph: SupportGraph,
  found: DoubtFound,
  called: 'name' | 'id' = 'name',
): DoubtLine {
  const { falls, sums } = found
  const told = tellerOf(graph, called)
  const summed = new Set(sums?.options.map(({ key }) => key))
  const places =
    summed.size > 0 ? graph.items.flatMap(({ key }, at) => (summed.has(key) ? at : [])) : []
  const all = [
    [falls.fallen, 'stands on nothing', 'stand on nothing'],
    [
      falls.weakened.map(({ at }) => at),
      'loses a part of its support',
      'lose a part of their support',
    ],
    [falls.strengthened.map(({ at }) => at), 'stands stronger', 'stand stronger'],
    [places, 'has another sum', 'have other sums'],
  ] as const
  const clauses = all.flatMap(([own, one, several]): readonly DoubtLine[] => {
    if (own.length === 0) return []
    const more = own.length - MOST
    const verb = own.length === 1 ? one : several
    const rest = more > 0 ? ` and ${more} more` : ''
    return [[...told.list(own.slice(0, MOST), more > 0), { text: `${rest} ${verb}` }]]
  })
  const sinks = askFaults(graph, found).length > 0
  const last = sinks
    ? [[{ text: `${graph.ask.isWritten ? 'the ask' : 'what the case will ask'} no longer stands` }]]
    : []
  const sentences = [...clauses, ...last]
  if (sentences.length === 0) return [{ text: 'nothing else falls.' }]
  return [
    ...sentences.flatMap((clause, index) => (index > 0 ? [{ text: '; ' }, ...clause] : clause)),
    { text: '.' },
  ]
}

function titleOf(
  { items }: SupportGraph,
  doubted: readonly number[],
  replaced: readonly Replacement[],
): string {
  const names = doubted.map((at) => called(items[at]?.name ?? ''))
  const values = replaced.map(({ at, words }) => `${called(items[at]?.name ?? '')} is ${words}`)
  const falls =
    names.length > 0 ? [`${listed(names)} ${names.length === 1 ? 'does' : 'do'} not hold`] : []
  return `If ${listed([...falls, ...values])}`
}

/** Reasons for which the ask no longer stands; `[]` where it does. */
export function askFaults(graph: SupportGraph, { falls, sums }: DoubtFound): readonly DoubtLine[] {
  const { ask } = graph
  const told = tellerOf(graph)
  const gone = new Set([...falls.doubted, ...falls.fallen])
  const named = ask.named.filter((at) => gone.has(at))
  const { preferred } = ask
  const bySums = sums?.preferred && preferred !== undefined ? sums.preferred : undefined
  const better = bySums?.other
  const other = better === undefined ? -1 : graph.items.findIndex(({ key }) => key === better)
  const all = ask.decisions.length > 0 && ask.decisions.every((at) => gone.has(at))
  const own: DoubtLine = preferred === undefined ? [] : [told.name(preferred)]
  return [
    ...(named.length > 0
      ? [[{ text: 'it names ' }, ...told.list(named), { text: ', on which it can no longer rest' }]]
      : []),
    ...(preferred !== undefined && gone.has(preferred) && !named.includes(preferred)
      ? [[...own, { text: ', which it prefers, has nothing that speaks for it' }]]
      : []),
    ...(bySums?.state === 'not best'
      ? [
          [
            ...(other < 0 ? [{ text: 'another option' }] : [told.name(other)]),
            { text: ' is better than ' },
            ...own,
          ],
        ]
      : []),
    ...(bySums?.state === 'nil' ? [[...own, { text: ' brings no more than it costs' }]] : []),
    ...(bySums?.state === 'unknown'
      ? [[{ text: 'nobody can say what ' }, ...own, { text: ' comes to' }]]
      : []),
    ...(all ? [[{ text: 'every decision of the case stands on nothing' }]] : []),
  ]
}

function askLine(graph: SupportGraph, found: DoubtFound): ToldDoubt['ask'] {
  const [first, ...others] = askFaults(graph, found)
  const subject = graph.ask.isWritten ? 'The ask' : 'What the case will ask'
  if (!first) {
    const { fallen, weakened } = found.falls
    const less = fallen.length + weakened.length > 0 ? ', on less' : ''
    const { isAtLoss, isPart, preferred } = graph.ask
    const unsummed = found.withoutSums || isPart ? ', as far as can be told without the sums' : ''
    // What stands may have stood on too little before.
    const loss: DoubtLine =
      isAtLoss && preferred !== undefined && !isPart
        ? [
            { text: '. But by the sums of the case as it is, ' },
            tellerOf(graph).name(preferred),
            { text: ' costs more than it brings' },
          ]
        : []
    return {
      stands: true,
      line: [{ text: `${subject} still stands${less}${unsummed}` }, ...loss, { text: '.' }],
    }
  }
  const line = [
    { text: `${subject} no longer stands: ` },
    ...first,
    ...others.flatMap((one) => [{ text: '; ' }, ...one]),
    { text: '.' },
  ]
  return { stands: false, line }
}

function sumLines(graph: SupportGraph, sums: DoubtSums, isBrief: boolean): readonly DoubtLine[] {
  const told = tellerOf(graph)
  const nameOf = (key: string): LinkedText => {
    const at = graph.items.findIndex((item) => item.key === key)
    return at < 0 ? { text: key } : told.name(at, true)
  }
  return [
    ...sums.estimates.map(
      ({ key, was, is }): DoubtLine => [
        nameOf(key),
        { text: ` comes to ${is}${was ? `, in place of ${was}` : ''}.` },
      ],
    ),
    ...sums.unworked.map(
      ({ name, fault }): DoubtLine => [{ text: `${name} comes to nothing: ${lower(fault)}.` }],
    ),
    ...sums.options.map(
      (option): DoubtLine => [nameOf(option.key), { text: sumWords(option, isBrief) }],
    ),
    ...(sums.mixed === undefined ? [] : [[{ text: `These sums are in ${sums.mixed}.` }]]),
  ]
}

/** ` comes to £1.2 million (£1 to £3 million, 8 in 10 likely), in place of £3 million: 2nd, not 1st.` */
function sumWords({ was, is, range, wasAt, isAt }: OptionInDoubt, isBrief: boolean): string {
  const place =
    isAt === wasAt || isAt === undefined
      ? ''
      : `: ${ordinal(isAt)}${isBrief ? '' : ' of the options'}${wasAt === undefined ? '' : `, not ${ordinal(wasAt)}`}`
  if (is === undefined && was !== undefined)
    return ` came to ${was}, and nobody can say any more what it comes to.`
  if (is === undefined) return ` costs and brings nothing more than today${place}.`
  const spread = range === undefined || isBrief ? '' : ` (${range})`
  const before = was === undefined || was === is ? '' : `, in place of ${was}`
  return ` comes to ${is}${spread}${before}${place}.`
}

/** `1st`, `2nd`, `11th`. */
function ordinal(number: number): string {
  const ending = /1[123]$/.test(`${number}`)
    ? 'th'
    : ({ 1: 'st', 2: 'nd', 3: 'rd' }[number % 10] ?? 'th')
  return `${number}${ending}`
}

/** How items are called in these sentences, each as a link. */
function tellerOf({ items }: SupportGraph, by: 'name' | 'id' = 'name') {
  const name = (at: number, isFirst = false): LinkedText => {
    const { name: words = '', key = '', id = '' } = items[at] ?? {}
    return { text: by === 'id' ? id : isFirst ? words : called(words), to: { key } }
  }
  return {
    name,
    isOption: (at: number) => items[at]?.sort === 'option',
    words: (at: number) => `: “${(items[at]?.text ?? '').replace(/[.:;,]$/, '')}”.`,
    list: (all: readonly number[], isCut = false): DoubtLine =>
      all.flatMap((at, index) => {
        const isLast = index === all.length - 1 && !isCut
        const between = index === 0 ? [] : [{ text: isLast ? ' and ' : ', ' }]
        return [...between, name(at)]
      }),
  }
}

/** A name within a sentence: `evidence 3a`; a label in capitals stays so. */
export function called(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name
}

function lower(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`
}
