/** The page of checks. */
import { type Finder, findingIds, rowOf } from '../../../src/core/findings/catalogue.ts'
import { fence, page, plain, table } from './page.ts'

/** Where each sort of finding comes from, as a sentence. */
const FOUND: Readonly<Record<Finder, string>> = {
  case: 'Found whenever the case is read.',
  folder: 'Found in the folder, or by git.',
  build: 'Found when you build.',
  web: 'Found with `check --links` alone.',
}

/** Every check, with its reason, a wrong and a right example, and what to do. */
export function checksPage(): string {
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
