/** A table whose rows are items: a risk register, a decision log, a benefits register, a list of options. */
import { codeIn, kindsOfLetters } from '../../model/ids.ts'
import { has, type Kind, type KindTable, rowOf } from '../../model/kinds.ts'
import type { Properties } from '../../model/properties.ts'
import { RE_NO, RE_YES } from '../../text/answers.ts'
import { countWords } from '../../text/sentences.ts'
import { element, type Node, textOf } from '../tree.ts'
import type { ItemBlock } from './block.ts'
import { itemInCell, itemsInCells } from './cells.ts'
import { isSeriesOf } from './code-label.ts'
import { baseOf, type Context } from './context.ts'
import { readEstimated } from './estimate.ts'
import { headingKindsOf, RAID } from './heading.ts'
import { type Label, readLabel, upperLetters } from './label.ts'
import { RE_USUAL, type TurnedTable, turnedOptions } from './option-columns.ts'
import { columnOf, kindCalled, type TableColumn } from './table-columns.ts'
import { citationsIn, wordsOf } from './words.ts'

/** The items in the rows of a table; `[]` for a table of anything else. */
export function itemsOfRows(node: Node, context: Context): readonly ItemBlock[] {
  const [header, ...rows] = node.children ?? []
  if (context.repeats || !header || rows.length === 0) return []
  const turned = turnedOptions(node, context)
  if (turned) return optionsOf(turned, context)
  const headers = (header.children ?? []).map(textOf)
  const read = withoutLetters(
    headers.map((one) => columnOf(one, context.kinds)),
    headers,
  )
  const columns = withSubject(
    read.map((column, at) => {
      const isCounted =
        headers[at]?.trim() === '' && areNumbers(rows.map((row) => cellOf(row, at).trim()))
      return isCounted ? { type: 'id' } : orOther(column, { rows, at, near: context.near })
    }),
    (at) => {
      const ids = rows.map((row) => cellOf(row, at).trim())
      const isSeveral = context.near.includes('measure') || new Set(ids).size < ids.length
      return isSeveral && ids.every((id) => isId(id, context.kinds))
    },
  )
  const minutes = columns.flatMap((column, at) =>
    column.type === 'kind' && MINUTED.has(column.kind) ? [{ kind: column.kind, at }] : [],
  )
  const isMinutes = new Set(minutes.map(({ kind }) => kind)).size === minutes.length
  const isAgenda = headers.some((one) => RE_AGENDA.test(one)) && columns.some(isOwner)
  if (isMinutes && (minutes.length > 1 || (minutes[0]?.kind === 'action' && isAgenda)))
    return rows.flatMap((row, index) =>
      minutes.flatMap(({ kind, at }) => minutedIn(row, { kind, at, index, columns }, context)),
    )
  const register = registerOf(columns, { headers, rows, context })
  if (!register) return itemsInCells(node, context)
  return rows.flatMap((row, index) => {
    const item = itemOfRow(row, { ...register, headers }, context)
    return item ? [{ ...item, row: index + 1 }] : []
  })
}

/** The options that head columns: each is known by its header, and the cells below say more of it. */
function optionsOf({ header, rows }: TurnedTable, context: Context): readonly ItemBlock[] {
  const headers = (header.children ?? []).map(textOf)
  const read = headers.map(
    (one, at): TableColumn => (at === 0 ? OPTION : columnOf(one, context.kinds)),
  )
  // What no row of options says is no property of one: a row "Benefits" holds words.
  const columns = withVerdict(read, headers)
  const described = columns.findIndex(({ type }) => type === 'words')
  return [...rows].flatMap(([at, { row, label, isBare }]): readonly ItemBlock[] => {
    const words = isBare && described > 0 ? described : 0
    const item = itemOfRow(row, { columns, kind: 'option', id: -1, words, headers }, context)
    if (!item) return []
    // Nobody cuts a column out of a table, so it has no end.
    const { end: _, ...rest } = item
    const own = label ? { id: label.id } : {}
    const text =
      label && !isBare
        ? withoutLabel(textOf(row.children?.[0] ?? row).trim(), label)
        : item.words.text
    return [
      {
        ...rest,
        ...own,
        words: { ...rest.words, text },
        row: 0,
        column: at,
        ...(isBare && words === 0 ? { refers: true } : {}),
      },
    ]
  })
}

const OPTION: TableColumn = { type: 'kind', kind: 'option' }

/** What a row of minutes may say of one point of the agenda, each in a column of its own. */
const MINUTED: ReadonlySet<Kind> = new Set(['decision', 'action'])

// Matches what else the columns of minutes hold.
const RE_AGENDA = /^\s*(?:discussion|topic|agenda item|key points)\s*$/i

function isOwner(column: TableColumn): boolean {
  return column.type === 'property' && column.property === 'owner'
}

/** Fewer words say that something was decided, and not what: "Agreed". */
const FEWEST = 3

/** The first of the letters. */
const A = 65

/** What a cell of minutes says was decided, or is to be done; `[]` for a cell that says neither. */
function minutedIn(
  row: Node,
  from: { kind: Kind; at: number; index: number; columns: readonly TableColumn[] },
  context: Context,
): readonly ItemBlock[] {
  const { kind, at, index, columns } = from
  const cell = row.children?.[at]
  if (!cell || countWords(textOf(cell)) < FEWEST) return []
  const words = wordsOf([{ type: 'paragraph', children: cell.children ?? [] }], context.citations)
  const { id, text } = namedIn('', words.text, kind, context)
  const length = words.text.length - text.length
  // Who does it by when is said of an action.
  const said = kind === 'action' ? propertiesInRow(row, columns) : {}
  return [
    itemInCell({ row, index: index + 1, at }, context, {
      ...{ kind, length, ...said },
      ...(id === undefined ? {} : { id }),
    }),
  ]
}

/** A column of ids by its letters alone is one where its cells are ids, too. */
function orOther(
  column: TableColumn,
  { rows, at, near }: { rows: readonly Node[]; at: number; near: readonly Kind[] },
): TableColumn {
  if (column.type !== 'id' || !column.isShort) return column
  const areIds = rows.every((row) => codeIn(cellOf(row, at).trim()) !== undefined)
  if (areIds) return column
  // "CSF" below "Critical success factors" may be their words.
  const { kind } = column
  return kind !== undefined && near.includes(kind) ? { type: 'kind', kind } : { type: 'other' }
}

/**
 * The columns, of which one that says how others are measured is the subject where there is no other or these
 * have several, and ids stand in front: "No" further on is an answer.
 */
function withSubject(
  columns: readonly TableColumn[],
  hasSeveral: (at: number) => boolean,
): readonly TableColumn[] {
  return columns.map((column, index) => {
    if (column.type === 'id' && index > 1) return { type: 'other' }
    const isMeasure = column.type === 'property' && column.property === 'measure'
    const isNamed = columns
      .slice(0, index)
      .some(({ type }, at) => type === 'kind' && !hasSeveral(at))
    return isMeasure && !isNamed && index < 2 ? { type: 'kind', kind: 'measure' } : column
  })
}

/** "L" and "I" rate a risk together; "I" beside "R", "A" and "C" says who is informed. */
function withoutLetters(
  columns: readonly TableColumn[],
  headers: readonly string[],
): readonly TableColumn[] {
  const isThere = (property: string) =>
    columns.some((column) => column.type === 'property' && column.property === property)
  if (isThere('likelihood') && isThere('impact')) return columns
  return columns.map((column, at) =>
    column.type === 'property' && headers[at]?.trim().length === 1 ? { type: 'other' } : column,
  )
}

/** The kind that a cell of a column "Type" says, in words or by its letter. */
function kindOfSort(cell: string, kinds: KindTable): Kind | undefined {
  return RAID.get(cell.trim()) ?? kindCalled(cell, kinds)
}

/** Whether a cell is the id of an item: "R-01", "Option 2". */
function isId(cell: string, kinds: KindTable): boolean {
  return codeIn(cell) !== undefined || readLabel(cell, kinds, true)?.length === cell.length
}

/** Whether cells count: 1, 2, 3, or A, B, C. */
function areNumbers(cells: readonly string[]): boolean {
  const isNext = (cell: string, at: number) =>
    cell === String(at + 1) || cell === String.fromCharCode(A + at)
  return cells.length > 1 && cells.every(isNext)
}

// Matches whose need it is, and what for.
const RE_PERSONA = /^(?:as an?\b|as the\b|so(?: that)?\b)/i

/** Which column holds what. */
interface Register {
  readonly columns: readonly TableColumn[]
  /** Absent where each row says its own kind. */
  readonly kind?: Kind | undefined
  readonly id: number
  readonly words: number
  /** Set where the rows say more of items that stand elsewhere. */
  readonly refers?: true
}

interface Table {
  readonly headers: readonly string[]
  readonly rows: readonly Node[]
  readonly context: Context
}

/** How a table is read as a register; `undefined` where it is none, or may be something else. */
function registerOf(columns: readonly TableColumn[], table: Table): Register | undefined {
  const { rows, context } = table
  const { kinds, near } = context
  const at = (type: TableColumn['type']) => columns.findIndex((column) => column.type === type)
  const cells = (column: number) => rows.map((row) => cellOf(row, column).trim())
  const areIds = (column: number) =>
    column >= 0 && cells(column).every((text) => text === '' || isId(text, kinds))
  const isOfDecisions =
    near.includes('decision') ||
    cells(at('id')).some((cell) => {
      const letters = codeIn(cell)?.letters
      return letters && kindsOfLetters(letters, kinds).includes('decision')
    })
  const areRulings = (kind: Kind, said: readonly string[]) =>
    kind === 'decision' && !isOfDecisions && said.every((one) => RE_RULING.test(one))
  const candidates = columns.flatMap((column, index) =>
    column.type === 'kind' &&
    !areIds(index) &&
    !areNumbers(cells(index)) &&
    !areRulings(column.kind, cells(index))
      ? [{ index, kind: column.kind }]
      : [],
  )
  // "Objective | Benefit": of several, what repeats itself groups the others.
  const isGroup = ({ index }: { index: number }) => new Set(cells(index)).size < rows.length
  const [firstNamed] = candidates
  const told = candidates.find(({ kind }) => near.length === 1 && kind === near[0])
  const named = (firstNamed && isGroup(firstNamed) && told ? told : firstNamed)?.index ?? -1
  const subject = columns.findIndex(({ type }, index) => type === 'kind' && areIds(index))
  const first = columns[0]?.type === 'kind' && (areIds(0) || areNumbers(cells(0))) ? 0 : -1
  const id = at('id') >= 0 ? at('id') : first
  const said = columns.filter(({ type }) => type === 'property').length
  const idColumn = columns[id]
  const ofId = idColumn && 'kind' in idColumn ? idColumn.kind : undefined
  if (at('story') >= 0 && table.headers.some((one) => RE_PERSONA.test(one.trim())))
    return { columns, kind: ofId ?? 'user-need', id, words: at('story') }
  const sort = at('sort')
  const plain =
    [at('words'), at('story'), nextTo(at('id'), said, table)].find((one) => one >= 0) ?? -1
  if (sort >= 0 && plain >= 0 && cells(sort).some((text) => kindOfSort(text, kinds)))
    return { columns, id, words: plain }
  const main = columns[named]
  // "What we decided | Evidence" below "Decision log" are decisions.
  const isBeside = plain >= 0 && plain < named && near.length === 1 && id >= 0
  if (
    named >= 0 &&
    main?.type === 'kind' &&
    (plain < 0 || ofId === undefined || (ofId === main.kind && named < plain)) &&
    !isBeside
  ) {
    const isSure = (id >= 0 && !areForeign(cells(id), main.kind, context)) || said >= 2
    // Behind something else, it says what that has: "Command | What it does | Options".
    const isFirst = columns
      .slice(0, named)
      .every(({ type }, index) => type !== 'other' || RE_RANK.test(table.headers[index] ?? ''))
    const isOption = rowOf(main.kind, kinds).like === 'option'
    const isOne = rowOf(main.kind, kinds).plural.toLowerCase() !== plainOf(table.headers[named])
    const isNear =
      near.includes(main.kind) ||
      (named === 0 && said > 0 && context.within.includes(main.kind)) ||
      (named === 0 && SENTENCES.has(main.kind) && rows.length > 1 && areSentences(cells(0)))
    const isIt = isOption ? hasCriteria(table, named) : isSure || isNear
    const isSaid = isSure || (said > 0 && near.length === 1 && near[0] === main.kind)
    const all = isOption ? withVerdict(columns, table.headers) : columns
    const own = ofId === undefined || ofId === main.kind ? id : -1
    if (isIt && (isFirst || (isOne && isSaid && !isOption)))
      return { columns: all, kind: main.kind, id: own, words: named }
    return undefined
  }
  const kind = ofId ?? (at('story') >= 0 && near.includes('user-need') ? 'user-need' : near[0])
  if (plain >= 0 && kind !== undefined && near.length <= 1) {
    const isSure = ofId !== undefined || id >= 0 || said >= 2
    const isForeign = ofId === undefined && id >= 0 && areForeign(cells(id), kind, context)
    return isSure && !isForeign ? { columns, kind, id, words: plain } : undefined
  }
  if (subject >= 0 && id === subject && columns.length > 1)
    return { columns, kind: ofId, id, words: -1, refers: true }
  return undefined
}

// Matches what was said to something that others asked for: "Approved with conditions", "Not upheld".
const RE_RULING =
  /^(?:(?:not |partly |part )?(?:approved?|refused?|granted?|rejected|upheld|dismissed|agreed|deferred|adjourned|withdrawn|accepted|declined|allowed|noted|carried|lost|pending|permitted|yes|no|go|no[- ]go|n\/a|tbc)(?:,? (?:with|subject to) (?:\p{L}+ )?(?:conditions?|changes?|advice)|,? in (?:part|full|principle)| on appeal)?)?\.?$/iu

/** Kinds of which a first column with sentences, and with their name above it, holds nothing else. */
const SENTENCES: ReadonlySet<Kind> = new Set<Kind>([
  ...(['hypothesis', 'assumption', 'risk', 'requirement', 'user-need'] as const),
  ...(['dependency', 'constraint', 'benefit', 'objective', 'goal'] as const),
])

function areSentences(cells: readonly string[]): boolean {
  return cells.every((cell) => countWords(cell) > 3)
}

// Matches what rows are sorted by, and what they say of no other thing.
const RE_RANK =
  /^\s*(?:priority|prio|rank(?:ing)?|area|theme|workstream|sprint|phase|release|epic|date|enablers?|drivers?|(?:business )?changes?|problems?|root causes?)\s*$/i

// Matches what is said of each option in the end: "Our view", "Recommendation"; and what is ticked for one.
const RE_VERDICT =
  /^(?:(?:our )?(?:view|verdict|decision|conclusion|recommendation|assessment|outcome)|carried forward\??)$/
const RE_CHOSEN = /^(?:preferred|recommended|chosen)(?: option)?\??$/

/** The columns of a table of options, of which one says how they were judged. */
function withVerdict(
  columns: readonly TableColumn[],
  headers: readonly string[],
): readonly TableColumn[] {
  return columns.map((column, at): TableColumn => {
    const header = plainOf(headers[at])
    // Here an outcome is what was decided, and not what is aimed at.
    const isOpen = column.type === 'other' || (column.type === 'kind' && column.kind === 'outcome')
    if (!isOpen || !(RE_VERDICT.test(header) || RE_CHOSEN.test(header))) return column
    const ticked = RE_CHOSEN.test(header) ? { ticked: 'Preferred' } : {}
    return { type: 'property', property: 'status', ...ticked }
  })
}

/**
 * Where no column is called so, the one behind the ids has the words if it has some: "What might happen"; without
 * ids the first, where it speaks of them: "Source of the risk and what it does".
 */
function nextTo(id: number, said: number, { headers, rows, context }: Table): number {
  const { kinds, near } = context
  const header = headers[id + 1] ?? ''
  if (said < 2 || columnOf(header, kinds).type !== 'other') return -1
  if (id < 0 && !headingKindsOf(header, undefined, kinds).kinds.some((kind) => near.includes(kind)))
    return -1
  return rows.every((row) => countWords(cellOf(row, id + 1)) > 2) ? id + 1 : -1
}

function plainOf(header = ''): string {
  return header.replace(/\s+/g, ' ').trim().toLowerCase()
}

/** Whether ids begin with letters of which another kind has more right: `I1` is no risk, `OR-1` is one. */
function areForeign(ids: readonly string[], kind: Kind, { kinds }: Context): boolean {
  return ids.some((id) => {
    const { letters = '' } = codeIn(id) ?? {}
    const possible = kindsOfLetters(letters, kinds)
    // "DP-1" is a dependency, "I1" is no risk.
    const isAlike = letters.length > 1 && letters[0] === rowOf(kind, kinds).label[0]
    const isOwn =
      possible.length > 0 ? possible.includes(kind) : isSeriesOf(letters, kind, kinds) || isAlike
    return letters !== '' && !isOwn && letters.length < 3
  })
}

// Matches what options are compared by: "Cost over 5 years", "Total score", "Pros".
const RE_CRITERION =
  /\b(?:costs?|capex|opex|npv|bcr|scores?|total|rank(?:ing)?|pros|cons|(?:dis)?advantages|benefits?|risks?|meets|criteria|feasibility|deliverability|affordability|verdict|outcome|short-?list(?:ed)?|screened|recommended|viable|rejected|discounted|assessment|carried forward|preferred|conclusion)\b/i

/** Whether options are compared, and not those of a command: by ids of criteria, by what weighs, or by ticks. */
function hasCriteria({ headers, rows, context }: Table, named: number): boolean {
  const { kinds } = context
  const others = headers.filter((_, index) => index > named)
  const cells = rows.flatMap((row) => others.map((_, index) => cellOf(row, named + 1 + index)))
  const areTicked =
    others.length > 1 && cells.every((cell) => RE_YES.test(cell) || RE_NO.test(cell))
  const areWords = rows.every((row) => /^\p{Lu}/u.test(cellOf(row, named)))
  const isCompared = others.some((one) => RE_CRITERION.test(one)) || (areTicked && areWords)
  const isNamed = (one: string) =>
    codeIn(one) !== undefined || kindCalled(one, kinds) || readLabel(one, kinds, true)
  const hasUsual = areWords && rows.some((row) => RE_USUAL.test(cellOf(row, named)))
  // "Option 1: We build" in a row says so itself.
  const areLabelled = rows.every((row) => {
    const label = readLabel(cellOf(row, named), kinds, true)
    return label !== undefined && rowOf(label.kind, kinds).like === 'option'
  })
  return (
    areLabelled ||
    others.some(isNamed) ||
    ((isCompared || hasUsual) && context.within.includes('option'))
  )
}

// Matches the last row of a table of numbers.
const RE_TOTAL = /^\W*(?:grand |sub-?|weighted )?totals?(?: \S+){0,2}\W*$/i
// Matches what the sort of a row says that it is not: an issue in a register of risks.
const RE_NO_SUCH = /^\s*issues?\s*$/i

function itemOfRow(
  row: Node,
  register: Register & Pick<Table, 'headers'>,
  context: Context,
): ItemBlock | undefined {
  const { columns, refers } = register
  const { kinds } = context
  const cells = row.children ?? []
  const sort = columns.findIndex(({ type }) => type === 'sort')
  const typed = cellOf(row, register.id).trim()
  const code = codeIn(typed)
  const sorted = kindOfSort(cellOf(row, sort), kinds)
  const isWorse = sorted === 'disbenefit' || /^D(?:IS)?B/.test(code?.letters ?? '')
  const kind =
    // A dis-benefit in a register of benefits.
    (register.kind === 'benefit' && isWorse ? 'disbenefit' : register.kind) ??
    (refers ? code && kindsOfLetters(code.letters, kinds)[0] : sorted)
  if (kind === undefined || RE_NO_SUCH.test(cellOf(row, sort))) return undefined
  if (RE_TOTAL.test(cellOf(row, register.words))) return undefined
  const cell = cells[register.words]
  const words = wordsOf([{ type: 'paragraph', children: cell?.children ?? [] }], context.citations)
  const { id, text } = namedIn(typed, words.text, kind, context)
  // "1" names a row of another table.
  if (refers ? id === undefined : !/\p{L}/u.test(text)) return undefined
  return {
    ...baseOf(row, context),
    type: 'item',
    kind,
    ...(id === undefined ? {} : { id }),
    ...(row.position ? { end: row.position.end } : {}),
    how: 'row',
    ...(refers ? { refers } : {}),
    words: { ...words, text },
    beside: citationsIn(cells, context.citations),
    ...(has(kind, 'valued', kinds) ? valuedIn(row, register, { ...words, text }) : {}),
    ...propertiesInRow(row, columns),
    blocks: [],
    node: element('Row', {}, []),
  }
}

// Matches what a header says of the numbers below it: "(£000s)", ", £m".
const RE_COUNTED_IN = /\s*[(,]\s*(\p{Sc})\s?(000s?|k|m|bn|million|thousand)?\)?$/u
const RE_BARE = /^[\d.,]+$/
// Matches the columns that hold the number of an estimate, and those of its ends.
const RE_VALUE =
  /^(?:value|amount|number|figure|sum|formula|range|central(?: (?:value|estimate))?|how (?:much|many)|best estimate|most likely)$/
const RE_LOW = /^(?:low|lowest|minimum|min|low end|from)$/
const RE_HIGH = /^(?:high|highest|maximum|max|high end|to)$/

/** Of a row that is an estimate: its number behind its words, and what its other cells say of it. */
function valuedIn(
  row: Node,
  { headers, id, words: own }: Register & Pick<Table, 'headers'>,
  words: ItemBlock['words'],
): Pick<ItemBlock, 'words' | 'estimate'> {
  const cells = headers.map((header, at) => {
    const plain = plainOf(header)
    const [whole = '', sign, scale = ''] = RE_COUNTED_IN.exec(plain) ?? []
    const cell = cellOf(row, at).trim()
    // "60" below "Value (£000s)" is "£60k".
    const meant =
      sign && RE_BARE.test(cell) ? `${sign}${cell}${/^0/.test(scale) ? 'k' : scale}` : cell
    return { header: plain.slice(0, plain.length - whole.length), at, text: cell, meant }
  })
  const others = cells.filter(({ at, text }) => at !== id && at !== own && RE_SAYS.test(text))
  const find = (pattern: RegExp) => others.find(({ header }) => pattern.test(header))
  const [low, high] = [find(RE_LOW), find(RE_HIGH)]
  const values = others.filter(({ header }) => RE_VALUE.test(header))
  const worded = (name: 'text' | 'meant') => {
    const ends = low && high ? [`${low[name]} to ${high[name]}`] : []
    const number = [...values.map((cell) => cell[name]), ...ends].join(', ')
    return number === '' ? words.text : `${words.text.replace(/[:.]\s*$/, '')}: ${number}`
  }
  const said = others.map(({ header, text: cell }) => {
    if (/confidence/.test(header) && /^\p{L}+$/u.test(cell)) return `${cell} confidence`
    return /price/.test(header) && /^\d{4}$/.test(cell) ? `${cell} prices` : cell
  })
  const read = readEstimated(said.join(', '))
  return {
    words: { ...words, text: worded('text'), sentences: [worded('meant')] },
    // What cells say beside is for readers.
    ...(read ? { estimate: { ...read, unread: [] } } : {}),
  }
}

/** Words without their label, and with what its bracket says: `(preferred) We build`. */
function withoutLabel(words: string, { length, bracket }: Label): string {
  const rest = words.slice(length)
  return rest === '' ? words : `${bracket ? `(${bracket.words}) ` : ''}${rest}`
}

/** The id of a row, and its words without it. */
function namedIn(
  typed: string,
  words: string,
  kind: Kind,
  { kinds }: Context,
): { readonly id?: string; readonly text: string } {
  const row = rowOf(kind, kinds)
  const plain = (number: string) => {
    const id = row.prefix + number.replace(/^0+(?=\d)/, '')
    return row.shape.test(id) ? id : undefined
  }
  if (/^\d+[a-z]$/.test(typed) && row.prefix !== '') return { id: row.prefix + typed, text: words }
  // "A" of Option A.
  if (/^[A-Z]$/.test(typed) && row.prefix !== '') return { id: plain(typed) ?? typed, text: words }
  if (/^\d+(?:\.\d+){0,2}$/.test(typed)) {
    const id = typed.includes('.') ? row.prefix && row.prefix + typed : plain(typed)
    return { ...(id ? { id } : {}), text: words }
  }
  if (codeIn(upperLetters(typed))) return { id: upperLetters(typed), text: words }
  // "Option 2: Refurbish", "2. Refurbish", "B – Refurbish".
  const label = readLabel(words, kinds) ?? readLabel(words, kinds, true)
  if (label?.kind === kind) return { id: label.id, text: withoutLabel(words, label) }
  const [coded = '', code = ''] =
    /^\s*([A-Z]{1,6}[-–]?\d{1,5})(?:[.):]|\s[-–—])\s+/.exec(words) ?? []
  if (
    typed === '' &&
    code !== '' &&
    kindsOfLetters(codeIn(code)?.letters ?? '', kinds).includes(kind)
  )
    return { id: code, text: words.slice(coded.length) }
  const [whole = '', number = ''] = /^\s*(\d{1,2}|[A-Z])(?:[.):]|\s[-–—])\s+/.exec(words) ?? []
  const id = number && typed === '' ? plain(number) : undefined
  return id ? { id, text: words.slice(whole.length) } : { text: words }
}

function propertiesInRow(
  row: Node,
  columns: readonly TableColumn[],
): { readonly properties?: Properties } {
  const said = columns.flatMap((column, index) => {
    const text = cellOf(row, index).replace(/\s+/g, ' ').trim()
    if (column.type !== 'property' || !RE_SAYS.test(text)) return []
    if (column.ticked === undefined) return [[column.property, text] as const]
    return RE_NO.test(text)
      ? []
      : [[column.property, RE_YES.test(text) ? column.ticked : text] as const]
  })
  // Of two columns with one meaning, the first counts.
  return said.length > 0 ? { properties: Object.fromEntries(said.toReversed()) } : {}
}

// Matches a cell that says something: not "-", not "n/a".
const RE_SAYS = /^(?!n\/a$)(?=.*[\p{L}\p{N}\p{So}])/iu

function cellOf({ children }: Node, index: number): string {
  const cell = children?.[index]
  return cell ? textOf(cell) : ''
}
