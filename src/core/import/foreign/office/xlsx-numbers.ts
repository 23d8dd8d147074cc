/** Numbers of Excel as people see them: dates, shares, money. */
import { attributeOf, childOf, childrenOf, type Xml } from '../xml.ts'

/** How a number is shown. */
interface NumberFormat {
  /** As Excel writes it: `0.0%`, `dd/mm/yyyy`. */
  readonly code: string
  /** Whether days are counted from 1904. */
  readonly is1904: boolean
}

/** The format of a cell, by the number of its style. */
export type FormatOf = (style: string | undefined) => NumberFormat

/** Codes that files name by a number alone (ECMA-376, 18.8.30). */
const BUILT_IN: Readonly<Record<string, string>> = {
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  ...Object.fromEntries([14, 15, 16, 17].map((id) => [id, 'dd/mm/yyyy'])),
  ...Object.fromEntries([18, 20].map((id) => [id, 'hh:mm'])),
  ...Object.fromEntries([19, 21, 45, 47].map((id) => [id, 'hh:mm:ss'])),
  46: '[h]:mm:ss',
  22: 'dd/mm/yyyy hh:mm',
}

/** Reads `styles.xml`. */
export function readFormats(styles: Xml | undefined, is1904: boolean): FormatOf {
  const own = new Map(
    childrenOf(childOf(styles, 'numFmts'), 'numFmt').map((each) => [
      attributeOf(each, 'numFmtId') ?? '',
      attributeOf(each, 'formatCode') ?? '',
    ]),
  )
  const cells = childrenOf(childOf(styles, 'cellXfs'), 'xf').map(
    (each) => attributeOf(each, 'numFmtId') ?? '0',
  )
  return (style) => {
    const id = cells[Number(style ?? '0')] ?? '0'
    return { code: own.get(id) ?? BUILT_IN[id] ?? '', is1904 }
  }
}

// Matches what a code shows as it is: "kg", [Red], \x.
const RE_LITERAL = /"[^"]*"|\[[^[\]]*\]|\\./g

// Matches what counts on over a day, an hour or a minute: "[h]:mm".
const RE_ELAPSED = /\[(?:h+|m+|s+)\]/i

const DAY = 86_400_000

/** A number as it is shown: `43893` → `2020-03-03`, `0.25` → `25%`. */
export function shownNumber(value: string, { code, is1904 }: NumberFormat): string {
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  const [positive = ''] = code.split(';')
  if (RE_ELAPSED.test(positive)) return elapsed(number, /s/i.test(positive))
  const plain = positive.replace(RE_LITERAL, '')
  if (/[dmyhs]/i.test(plain) && !/general/i.test(plain)) return shownDate(number, plain, is1904)
  const places = /\.(0+)/.exec(plain)?.[1]?.length
  if (plain.includes('%')) return `${tidy(number * 100, places ?? 2)}%`
  const sign = /(?:\[\$|")([^\]"-]*\p{Sc})|(\p{Sc})/u.exec(positive)
  const symbol = (sign?.[1] ?? sign?.[2] ?? '').trim()
  if (symbol === '' && !plain.includes(',')) return tidy(number)
  const shown = Math.abs(number).toLocaleString('en-GB', {
    minimumFractionDigits: Number.isInteger(number) ? 0 : Math.min(places ?? 0, 2),
    maximumFractionDigits: 10,
    useGrouping: plain.includes(','),
  })
  return `${number < 0 ? '-' : ''}${symbol}${shown}`
}

/** Days as hours: `1.5` → `36:00`. */
function elapsed(days: number, withSeconds: boolean): string {
  const seconds = Math.round(Math.abs(days) * 86_400)
  const two = (part: number): string => String(part).padStart(2, '0')
  const shown = [String(Math.floor(seconds / 3600)), two(Math.floor(seconds / 60) % 60)]
  return (days < 0 ? '-' : '') + [...shown, ...(withSeconds ? [two(seconds % 60)] : [])].join(':')
}

/** Without the digits that binary numbers add. */
function tidy(number: number, places?: number): string {
  const exact = Number(number.toPrecision(15))
  return String(places === undefined ? exact : Number(exact.toFixed(Math.max(places, 0))))
}

function shownDate(number: number, code: string, is1904: boolean): string {
  const start = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const time = start + Math.round(number * 86_400) * 1000
  if (Math.abs(time) > 8e15) return String(number)
  const iso = new Date(time).toISOString()
  const hasDay = /[dy]/i.test(code) && number * DAY >= DAY
  const hasTime = /[hs]/i.test(code)
  return [
    hasDay || !hasTime ? iso.slice(0, 10) : '',
    hasTime ? iso.slice(11, /s/i.test(code) ? 19 : 16) : '',
  ]
    .filter(Boolean)
    .join(' ')
}
