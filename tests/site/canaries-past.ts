/**
 * The weeks before the case in `fixtures/canaries`, as real commits: what was inside then, and what was
 * public then and stays inside now. `canary…`, `never…` and `sparrow…` mean the same as there.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Repository } from '../node/repository.ts'

/** Files of a case by name, each as text; `undefined` where it goes. */
type Files = Readonly<Record<string, string | undefined>>

/** The case as it is, by the names of its files. */
export function filesOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(folder, file)).isFile())
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  )
}

/**
 * Commits the weeks, and then the case as it is.
 *
 * @param now its files
 * @returns all that was written
 */
export function commitWeeks(
  { write, commit, git }: Repository,
  now: Readonly<Record<string, string>>,
): readonly Files[] {
  const weeks = weeksBefore(now)
  const written: Files[] = []
  for (const [index, files] of [...weeks, now].entries()) {
    write(files)
    written.push(files)
    if (index > 0) commit(DAYS[index] ?? '')
    else {
      git('switch', '--quiet', '--create', 'neverbranch')
      git('add', '--all')
      git('commit', '--quiet', '--author=neverauthor <nevermail@example.org>', '-m', 'nevermessage')
      git('tag', '--annotate', '--message=nevertagmessage', 'sparrowtag')
    }
  }
  const receipt = { 'receipts/sparrow.json': receiptOf(git('rev-parse', 'sparrowtag^{commit}')) }
  write(receipt)
  commit('2020-03-24')
  return [...written, receipt]
}

const FILES = ['10-case.mdx', '20-canaryfile.mdx', 'case.yaml'] as const

/** Of the first week git says the day: it is the repository's own. */
const DAYS = ['', '2020-03-03', '2020-03-09', '2020-03-16', '2020-03-23']

/** What was written otherwise in the first week. */
const OTHERWISE: readonly (readonly [now: string, then: string])[] = [
  ['canarynotes: wait until all sit', 'neverpastnotes'],
  ['nevercomment', 'neverpastcomment'],
  ['<Internal>\n\n## Canarysection\n\nA canaryparagraph', '## Canarysection\n\nA canarywasopen'],
  ['canarybenefit\n\n</Internal>', 'canarywasbenefit'],
  ['Objective 2 (internal): More', 'Objective 2: More canarywasobjective'],
  ['Objective 3: Fewer cats', 'Objective 3 (internal): Fewer canarycats'],
  ['Decision 2 (internal): We count', 'Decision 2: We canarywasdecision'],
  ['Evidence 2a (internal): A', 'Evidence 2a: A canarywasevidence and a'],
  ['Evidence 3a', 'Evidence 3c'],
]

function weeksBefore(now: Readonly<Record<string, string>>): readonly Files[] {
  const [text = '', file = '', settings = ''] = FILES.map((name) => now[name])
  const first = OTHERWISE.reduce((words, [inside, open]) => replaced(words, inside, open), text)
  const open = replaced(file, 'audience: internal', 'timing: 1')
  return [
    {
      '10-case.mdx': first + FLOWN,
      '20-canaryfile.mdx': replaced(open, 'A canaryfiledecision', 'A canaryfilewasdecision'),
      '30-gone.mdx': GONE,
      'case.yaml': OLD_SETTINGS,
      'canarypicture.svg': now['canarypicture.svg'],
      'sparrowpicture.svg': now['sparrowpicture.svg'],
    },
    // It can't be read, and its name is not to be told.
    { '20-canaryfile.mdx': `${open}\n<Page>\n` },
    {
      '10-case.mdx': replaced(text, 'summer', 'canaryreworded summer') + AWAY,
      '20-canaryfile.mdx': replaced(file, 'A canaryfileparagraph', 'A canaryfilereworded'),
      '30-gone.mdx': undefined,
      '31-renamed.mdx': GONE.replaceAll('canarygone', 'canaryrenamed'),
    },
    { '31-renamed.mdx': undefined, 'case.yaml': settings },
  ]
}

/** @throws where the case no longer says it */
export function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`Unexpected case without "${from}"`)
  return text.replace(from, to)
}

const OLD_SETTINGS = `# neveroldcomment
team: Sparrow team
ask: Fund all sparrows.
restricted: [oldhost.example]
accept:
  - { check: gap, reason: neveroldreason, owner: neveroldowner }
`

/** The host is named by no later `case.yaml`. */
const FLOWN = `
## Where they fly

From https://oldhost.example/canaryoldaddress1 to https://wiki.sparrowhost.example/canarypast1.

<Internal>The canarypast was in the north.</Internal>
`

const AWAY = `
## Where they fly

Away, and more of them than in the week before.

<Internal>Nobody knows where they are.</Internal>
`

const GONE = `---
audience: internal
---

Decision 8: A canarygone.
`

/** What was shown in the first week; no page shows its words. */
function receiptOf(commit: string): string {
  const item = { key: 'decision-2', kind: 'decision', id: '2', text: 'neverreceiptwords' }
  const parts = { sections: [], items: [item], links: [], gaps: [], findings: [] }
  const shown = { schema: 1, title: 'nevertitle', ...parts }
  return JSON.stringify({
    ...{ schema: 1, name: 'Sparrowmeeting', day: '2020-03-04', commit, case: shown, pdfs: [] },
  })
}
