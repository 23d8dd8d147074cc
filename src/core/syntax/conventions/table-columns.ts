/** What the columns of a table hold, by their headers: ids, the items, what is said of them, others' ids. */
import { kindsOfLetters } from '../../model/ids.ts'
import { type Kind, type KindTable, namesOf, rowOf } from '../../model/kinds.ts'
import { type Property, propertyOf } from '../../model/properties.ts'

export type TableColumn =
  | {
      readonly type: 'id'
      readonly kind?: Kind | undefined
      /** Set where letters alone say so, which may be short for something else: "Dep." */
      readonly isShort?: true
    }
  | { readonly type: 'kind'; readonly kind: Kind }
  | { readonly type: 'words' | 'story' | 'sort' | 'other' }
  | {
      readonly type: 'property'
      readonly property: Property
      /** What a tick says; absent where cells have words. */
      readonly ticked?: string
    }

// Matches "ID", "Ref.", "Risk no", "Requirement ID", "Ser", "#".
const RE_ID = /^(?:(.+?)\s+)?(?:ids?|ser(?:ial)?|ref(?:erence)?|no|nr|num(?:ber)?|code|key|#)\.?$/i
// Matches "Risk description", "Description of risk", "Title of the decision".
const RE_ABOUT =
  /^(?:(?:description|name|title|statement|summary) of (?:the )?(.+)|(.+?) (?:description|name|title|statement|summary|event))$/i
// Matches what stands before the name of a kind: "Key" in "Key user requirement", "Principal" in "Principal risk".
const RE_KEY = /^\s*(?:the|our|main|key|top|principal|corporate|identified)\s+(?=\S)/i
// Matches what sort of goal it is: "Quality goal"; "Residual risk" is a number, and "Related need" one of others.
const RE_OF_SORT =
  /^(?!(?:residual|inherent|current|target|gross|net|initial|overall|linked|related|associated|supporting|parent|previous|no|next|total|recommended|preferred|chosen|key)\b)\p{L}+ (\p{L}+)$/iu
const WORDS = new Set(
  'description detail details statement summary title name item text what event scenario'.split(
    ' ',
  ),
)
// Matches "What we decided", "Depends on", "We believe that…".
const RE_WORDS =
  /^(?:what (?:we|was|the \p{L}+) (?:have |has )?(?:decided|agreed)|(?:we )?depends? on|(?:what )?we (?:need|believe|assume|think)(?: that)?)$/iu
const SORTS = new Set(['type', 'category', 'raid', 'kind'])
// Matches the column of a story that says what is needed: "I need", "I want to".
const RE_STORY = /^i (?:need|want)(?: to)?$/i

/** What a header says of its column: "Risk", or in two languages "Risg / Risk". */
export function columnOf(header: string, kinds: KindTable): TableColumn {
  const read = header.split(/\s+\/\s+/).map((side) => sideOf(side, kinds))
  // "Outcome / Decision": the last says it most plainly. "Constraint / dependency" may be either.
  const named = read.flatMap((one) => (one.type === 'kind' ? [one] : []))
  const kind = named.at(-1)
  const isEither = named.some((one) => one.kind !== kind?.kind && one.kind !== 'outcome')
  if (isEither) return { type: 'other' }
  return kind ?? read.find(({ type }) => type !== 'other') ?? { type: 'other' }
}

function sideOf(header: string, kinds: KindTable): TableColumn {
  const plain = header
    .replace(/\s+/g, ' ')
    .replace(/[\s.:：…]+$/, '')
    .replace(RE_KEY, '')
    .trim()
  const id = plain === '' ? undefined : RE_ID.exec(plain)
  if (id) {
    const of = id[1] === undefined ? undefined : kindMeant(id[1], kinds)
    if (id[1] === undefined || of !== undefined) return { type: 'id', kind: of }
    // "URD ID".
    if (/^[A-Z]{2,6}$/.test(id[1])) return { type: 'id', isShort: true }
  }
  const short = plain.replace(/\.$/, '')
  if (/^[a-z]{3,6}$/i.test(short) && kindCalled(short, kinds) === undefined) {
    const [of] = kindsOfLetters(short.toUpperCase(), kinds)
    if (of !== undefined) return { type: 'id', kind: of, isShort: true }
  }
  const about = RE_ABOUT.exec(plain)
  const [, own] = RE_OF_SORT.exec(plain) ?? []
  const kind =
    kindCalled(plain, kinds) ??
    kindCalled(own ?? '', kinds) ??
    kindCalled(about?.[1] ?? about?.[2] ?? '', kinds) ??
    kindAsked(plain, kinds)
  const property = propertyOf(plain)
  // "Outcome" and "Measure" are kinds of their own too.
  if (property !== undefined && (kind === undefined || property === 'measure'))
    return { type: 'property', property }
  if (kind !== undefined) return { type: 'kind', kind }
  if (RE_STORY.test(plain)) return { type: 'story' }
  if (WORDS.has(plain.toLowerCase()) || RE_WORDS.test(plain)) return { type: 'words' }
  return { type: SORTS.has(plain.toLowerCase()) ? 'sort' : 'other' }
}

/** Whether a column holds the ids by which its rows are known. */
export function isIdColumn(header: string, kinds: KindTable): boolean {
  return columnOf(header, kinds).type === 'id'
}

/** The kind that a header speaks of as a heading may: "What could go wrong". */
function kindAsked(words: string, kinds: KindTable): Kind | undefined {
  const plain = words.toLowerCase()
  if (!plain.startsWith('what ')) return undefined
  return [...kinds.keys()].findLast((kind) => rowOf(kind, kinds).headings.includes(plain))
}

/** The kind whose name or letters stand before "ID": "Risk ID", "Req ID". */
function kindMeant(words: string, kinds: KindTable): Kind | undefined {
  return (
    kindCalled(words, kinds) ?? kindsOfLetters(words.toUpperCase().replace(/\.$/, ''), kinds)[0]
  )
}

/** The kind that words name, as one or as several. */
export function kindCalled(words: string, kinds: KindTable): Kind | undefined {
  const plain = words.replace(/\s+/g, ' ').trim().toLowerCase()
  if (plain === '') return undefined
  return [...kinds.keys()].findLast((kind) => {
    const row = rowOf(kind, kinds)
    const all = [...namesOf(row), row.plural, ...row.names.map((name) => `${name}s`)]
    return all.some((name) => name.toLowerCase() === plain)
  })
}
