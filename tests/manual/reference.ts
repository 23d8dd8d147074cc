/** The pages of the manual that follow from tables of the code, as the text of their files. */
import { type Finder, findingIds, rowOf } from '../../src/core/findings/catalogue.ts'
import { builtInKinds } from '../../src/core/model/kinds.ts'

/** What a page begins with, so that nobody mends it by hand. */
const MADE = '{/* Made from the tables of the code: npm test -- manual says how. */}'

/** Each page by the name of its file in `src/manual/reference`. */
export const referencePages: Readonly<Record<string, () => string>> = {
  '40-kinds.mdx': kindsPage,
  '50-checks.mdx': checksPage,
}

function kindsPage(): string {
  const rows = [...builtInKinds.values()].map(({ label, prefix, headings, shape }) => {
    const id = ['1', '1a'].map((number) => `${prefix}${number}`).find((one) => shape.test(one))
    const named = headings.map((heading) => heading[0]?.toUpperCase() + heading.slice(1))
    const typed = `${label} ${prefix === '' ? id : '1'}`
    return [label, `\`${typed}:\``, named.join(', ') || 'none: use the label', `\`${id}\``]
  })
  return page(
    '## Kinds of item',
    'These can be cited. Where a heading of the third column stands, the entries of the first list below it are items.',
    table(['Kind', 'Label', 'Headings whose first list holds them', 'Id'], rows),
  )
}

/** Where each sort of finding comes from, as a sentence. */
const FOUND: Readonly<Record<Finder, string>> = {
  case: 'Found whenever the case is read.',
  folder: 'Found in the folder, or by git.',
  build: 'Found when you build.',
  web: 'Found with `check --links` alone.',
}

function checksPage(): string {
  const rows = findingIds.map((id) => [
    `[\`${id}\`](#${id})`,
    rowOf(id).severity,
    plain(rowOf(id).rule),
  ])
  return page(
    '## Checks',
    'What `check` can find, the most urgent first. An `error` is broken, a `warning` unfinished, `advice` is about style.',
    table(['Check', 'Severity', 'What should be so'], rows),
    ...findingIds.map(checkSection),
  )
}

function checkSection(id: (typeof findingIds)[number]): string {
  const { severity, finder, rule, reason, note, language = 'mdx', wrong, right, mend } = rowOf(id)
  return [
    `### ${id}`,
    `${plain(rule)} ${reason}`,
    ...(note === undefined ? [] : [`Note: ${note}`]),
    `This is ${severity === 'advice' ? 'advice' : `an ${severity}`.replace('an w', 'a w')}. ${FOUND[finder]}`,
    'Wrong:',
    fence(language, wrong),
    'Right:',
    fence(language, right),
    `**To do:** ${plain(mend)}.`,
  ].join('\n\n')
}

/** Plain text as Markdown: what a case would read as its own stands in code, other signs are escaped. */
function plain(text: string): string {
  return text.replaceAll(RE_SIGN, (sign) => (sign.length > 1 ? `\`${sign}\`` : `\\${sign}`))
}

// Matches "<Internal>", "[words](address)", "(3a)", and the signs "<", "{", "*" and "_".
const RE_SIGN = /<[A-Z]\w*[^>]*>|!?\[[^\]]*\]\([^)]*\)|\((?:\d+[a-z]?|[A-Z]+\d+)\)|[<{*_]/g

// Matches "<Internal>", "</Notes>", "audience: internal": even in code a public build cuts them.
const RE_CUT = /(<\/?|audience: *)(Internal|Notes|internal)/g

/** Code in a fence that is longer than any in it. An unseen sign keeps examples of cuts from being cut. */
function fence(language: string, code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))
  const marks = '`'.repeat(longest + 1)
  return `${marks}${language}\n${code.replaceAll(RE_CUT, '$1\u2060$2')}\n${marks}`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A cell holds one line, and no line of its own between columns. */
function cell(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')
}

function page(...blocks: readonly string[]): string {
  return `${[MADE, ...blocks].join('\n\n')}\n`
}
