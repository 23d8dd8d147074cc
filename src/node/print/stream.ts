/** The operators of a content stream, with their places: pdf-lib and pdf.js do not give these. */

/** One operator with what stands before it. */
export interface Operator {
  /** `re`, `BDC`, `Tj`. */
  readonly name: string
  /** Words, with brackets as words of their own: `/P`, `<<`, `/MCID`, `3`, `>>`. */
  readonly operands: readonly string[]
  /** Where the first operand begins, in letters from 0. */
  readonly start: number
  /** After the operator. */
  readonly end: number
}

/** The operators of a stream, in its order; what cannot be read is left out (ISO 32000-1, 7.2 and 7.8.2). */
export function readOperators(content: string): readonly Operator[] {
  const operators: Operator[] = []
  let operands: string[] = []
  let start: number | undefined
  for (let word = wordFrom(content, 0); word; word = wordFrom(content, word.end)) {
    start ??= word.start
    if (!RE_OPERATOR.test(word.text)) {
      operands.push(word.text)
      continue
    }
    if (word.text === 'ID') word.end = endOfImage(content, word.end)
    operators.push({ name: word.text, operands, start, end: word.end })
    operands = []
    start = undefined
  }
  return operators
}

/** `T*`, `'`, `BDC`; not the values `true`, `false` and `null` */
const RE_OPERATOR = /^(?!(?:true|false|null)$)[A-Za-z'"][\w*]*$/

/** Blanks and `% a comment`, then `<<`, `<0A>`, `[`, `/P`, `0.5` or a single letter */
const RE_WORD =
  /(?:[\s\0]|%[^\r\n]*(?![^\r\n]))*(<<|>>|<[^>]*>|[[\]{}]|\/[^\s\0%/()<>[\]{}]*|[^\s\0%/()<>[\]{}]+|[\s\S])/y

interface Word {
  readonly text: string
  readonly start: number
  end: number
}

/** The next word at or after a place; undefined at the end. */
function wordFrom(content: string, at: number): Word | undefined {
  RE_WORD.lastIndex = at
  const text = RE_WORD.exec(content)?.[1]
  if (text === undefined || text.trim() === '') return undefined
  const start = RE_WORD.lastIndex - text.length
  if (text !== '(') return { text, start, end: RE_WORD.lastIndex }
  const end = endOfString(content, start)
  return { text: content.slice(start, end), start, end }
}

/** Strings hold brackets in pairs, and single ones behind a backslash. */
function endOfString(content: string, at: number): number {
  let open = 0
  for (let index = at; index < content.length; index += 1) {
    const letter = content[index]
    if (letter === '\\') index += 1
    else if (letter === '(') open += 1
    else if (letter === ')') open -= 1
    if (open === 0) return index + 1
  }
  return content.length
}

/** What follows `ID` are the bytes of a picture, up to `EI`. */
function endOfImage(content: string, from: number): number {
  RE_IMAGE_END.lastIndex = from
  return RE_IMAGE_END.exec(content) ? RE_IMAGE_END.lastIndex : content.length
}

const RE_IMAGE_END = /[\s\0]EI(?=[\s\0]|$)/g
