/** E-mail addresses, telephone numbers and handles of people. */
import type { Found } from '../model/finding.ts'
import type { Settings } from '../settings/case-yaml.ts'
import { proseLinesOf } from '../syntax/prose-of.ts'
import type { Check } from './shared/check.ts'
import { leadsToPerson } from './shared/mailbox.ts'

export const personalData: Check = ({ sources, settings }) => {
  const allowed = allowedIn(settings)
  return sources.flatMap(({ file, text }) =>
    proseLinesOf(text).flatMap(({ line, text: words }) =>
      dataIn(words)
        .filter(({ found, isSame }) => !allowed.some((one) => isSame(one, found)))
        .map(
          ({ at, found, name }): Found => ({
            message: `Unexpected ${name} "${found}", expected none that leads to a person: leave it out, or give it under feedback in case.yaml`,
            place: { file, line, column: at + 1, length: found.length },
          }),
        ),
    ),
  )
}

interface Datum extends Shape {
  /** 0-based index in the line. */
  readonly at: number
  readonly found: string
}

interface Shape {
  readonly name: string
  readonly pattern: RegExp
  /** What the pattern alone can't tell. */
  readonly holds: (found: string) => boolean
  /** Whether an allowed address is the same. */
  readonly isSame: (allowed: string, found: string) => boolean
}

const SHAPES: readonly Shape[] = [
  {
    // "jo.smith@northmere.gov.uk"; not "press@northmere.gov.uk", nor "logo@2x.png"
    name: 'e-mail address',
    pattern:
      /(?<![\p{L}\p{N}._%+@/-])[\p{L}\p{N}][\p{L}\p{N}._%+'’-]{0,63}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu,
    holds: leadsToPerson,
    isSame: (allowed, found) =>
      allowed
        .toLowerCase()
        .split(/[\s:?&,;<>()]+/)
        .includes(found.toLowerCase()),
  },
  {
    // "07700 900123", "(020) 7946 0123", "+44 (0)20 7946-0123", "(555) 123-4567"
    name: 'telephone number',
    pattern:
      /(?<![\p{L}\p{N}.,/£$€#=_-]|\d )(?:\+|00(?=[1-9])|\((?=[0+\d]{1,5}\))|(?=0))\d[\d ()\u00a0\u2011-]{7,20}\d(?![\p{L}\p{N}%]|[.,/:]\d)/gu,
    holds: isNumber,
    isSame: (allowed, found) =>
      digits(allowed).endsWith(digits(found).replace(/^(?:00)?(?:44)?0?/, '')),
  },
  {
    // "@josmith", "@jo@mastodon.social"; not "@astrojs/mdx" and not "@gov.uk"
    name: 'handle',
    pattern: /(?<![\p{L}\p{N}._%+/@\\-])@[A-Za-z_]\w{1,29}(?:@[\w.-]+\w)?(?![\w/@]|\.\p{L})/gu,
    holds: () => true,
    isSame: (allowed, found) => {
      const name = found.slice(1).toLowerCase()
      return allowed
        .toLowerCase()
        .split(/[/@\s?=]+/)
        .includes(name)
    },
  },
]

// Matches what any of these has; most lines have none.
const RE_MAY = /@|\d[\d ()\u00a0\u2011-]{7}/

// Matches an address on the web, whose parts are nobody's handle.
const RE_WEB = /(?:https?:\/\/|www\.)[^\s<>")\]]+/g

/** What a line holds, each once, though a link may say it twice. */
function dataIn(line: string): readonly Datum[] {
  if (!RE_MAY.test(line)) return []
  const words = line.replace(RE_WEB, (found) => ' '.repeat(found.length))
  const data = SHAPES.flatMap((shape) =>
    [...words.matchAll(shape.pattern)]
      .map((match): Datum => ({ ...shape, at: match.index, found: match[0] }))
      .filter(({ found }) => shape.holds(found)),
  )
  return data
    .filter((one, index) => data.findIndex((other) => key(other) === key(one)) === index)
    .sort((a, b) => a.at - b.at)
}

function key({ name, found }: Datum): string {
  return name === 'telephone number' ? digits(found).slice(-9) : found.toLowerCase()
}

/** Whether a string of digits is one that a person answers: by length, first digits and spacing. */
function isNumber(found: string): boolean {
  const plain = digits(found)
  if (found.startsWith('+') || plain.startsWith('00')) {
    const length = plain.replace(/^00/, '').length
    return length >= 9 && length <= 15
  }
  if (/^\(\d{3}\) ?\d{3}-\d{4}$/.test(found) && !plain.startsWith('0')) return true
  // 03 and 08 are services; a string of ten digits without spaces may be any number.
  if (!/^0[12567]/.test(plain)) return false
  return plain.length === 11 || (plain.length === 10 && /\D/.test(found))
}

function digits(text: string): string {
  return text.replace(/\(0\)/, '').replace(/\D/g, '')
}

function allowedIn({ feedback = [], contact }: Settings): readonly string[] {
  const ways = feedback.flatMap(({ label, url }) => [label, url])
  return contact === undefined ? ways : [...ways, contact]
}
