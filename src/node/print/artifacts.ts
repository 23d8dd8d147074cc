/** Marks what Chromium leaves without a tag, and what only decorates, as artifacts. */
import { type Operator, readOperators } from './stream.ts'

/** Answers that are needed about the marks in a stream. */
interface StreamContext {
  /** Whether content with this number is only a box, where it has neither words nor pictures. */
  readonly isBox: (mcid: number) => boolean
  /** Whether this form or picture has tags of its own inside: `/X7`. */
  readonly isTagged: (name: string) => boolean
}

/** A stream, with artifacts marked. */
interface MarkedStream {
  readonly content: string
  /** Numbers of marks that became artifacts. */
  readonly dropped: readonly number[]
}

/**
 * Returns the stream with an artifact around everything that is painted without a tag: page
 * backgrounds, running heads, rules. Borders and backgrounds of boxes become artifacts too, since a
 * table or a list must hold nothing but its parts (ISO 32000-1, 14.8.2.2: artifacts).
 */
export function markArtifacts(content: string, context: StreamContext): MarkedStream {
  const operators = readOperators(content)
  const ends = endsOf(operators)
  const edits: Edit[] = []
  const dropped: number[] = []
  for (let index = 0; index < operators.length; index += 1) {
    const operator = operators[index]
    if (!operator) continue
    const end = ends.get(index)
    const mcid = mcidOf(operator)
    if (end !== undefined && (mcid !== undefined || operator.operands[0] === '/Artifact')) {
      const isEmpty = operators.slice(index, end).every(({ name }) => !SPEAKING.has(name))
      if (mcid !== undefined && isEmpty && context.isBox(mcid)) {
        dropped.push(mcid)
        edits.push({ from: operator.start, to: operator.end, text: BEGIN })
      }
      index = end
      continue
    }
    const last = objectFrom(operators, index)
    const object = operators.slice(index, last + 1)
    if (isPainted(object, context)) {
      edits.push({ from: operator.start, to: operator.start, text: `${BEGIN}\n` })
      const after = operators[last]?.end ?? operator.end
      edits.push({ from: after, to: after, text: `\n${END}` })
    }
    if (!object.some(isMark)) index = last
  }
  return { content: edited(content, edits), dropped }
}

/** Numbers of all marks in a stream that name a tag. */
export function marksIn(content: string): readonly number[] {
  return readOperators(content).flatMap((operator) => mcidOf(operator) ?? [])
}

const BEGIN = '/Artifact BMC'
const END = 'EMC'

/** Operators that paint more than the edge or the background of a box. */
const SPEAKING: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"', 'Do', 'sh', 'EI', 'ID'])

const SHOWS_TEXT: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"'])
const BUILDS_PATH: ReadonlySet<string> = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*'])
const PAINTS_PATH: ReadonlySet<string> = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])

/** Whether it begins what is tagged or set aside. Chromium also marks letters that run from right to left. */
function isMark(operator: Operator): boolean {
  return mcidOf(operator) !== undefined || operator.operands[0] === '/Artifact'
}

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** For each operator that begins marked content, the one that ends it. */
function endsOf(operators: readonly Operator[]): ReadonlyMap<number, number> {
  const open: number[] = []
  const ends = new Map<number, number>()
  for (const [index, { name }] of operators.entries()) {
    if (name === 'BMC' || name === 'BDC') open.push(index)
    const begun = name === 'EMC' ? open.pop() : undefined
    if (begun !== undefined) ends.set(begun, index)
  }
  return ends
}

function mcidOf({ name, operands }: Operator): number | undefined {
  const at = name === 'BDC' ? operands.indexOf('/MCID') : -1
  return at < 0 ? undefined : Number(operands[at + 1])
}

/** The last operator of the path, text or picture that begins here; itself for all else. */
function objectFrom(operators: readonly Operator[], index: number): number {
  const first = operators[index]?.name ?? ''
  const isInside = BEGINS[first] ?? ((name: string) => BUILDS_PATH.has(name))
  if (!(first in BEGINS) && !BUILDS_PATH.has(first)) return index
  let last = index
  while (last + 1 < operators.length && isInside(operators[last]?.name ?? '')) last += 1
  return last
}

/** For operators that begin a text or a picture: whether it goes on after another operator. */
const BEGINS: Readonly<Record<string, (name: string) => boolean>> = {
  BT: (name) => name !== 'ET',
  BI: (name) => name !== 'ID',
}

function isPainted(object: readonly Operator[], { isTagged }: StreamContext): boolean {
  const [first] = object
  const last = object.at(-1)
  if (!first || !last || object.some(isMark)) return false
  if (first.name === 'BT') return object.some(({ name }) => SHOWS_TEXT.has(name))
  if (first.name === 'Do') return !isTagged(first.operands[0] ?? '')
  return first.name === 'sh' || first.name === 'BI' || PAINTS_PATH.has(last.name)
}

function edited(content: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let at = 0
  for (const { from, to, text } of edits) {
    parts.push(content.slice(at, from), text)
    at = to
  }
  return [...parts, content.slice(at)].join('')
}
