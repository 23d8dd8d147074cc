/** Every command: the one table behind the command line, its help and the manual's page. */

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findingIds } from '../../core/findings/catalogue.ts'
import { exportFormats, type FormatName } from '../../node/export/format-table.ts'
import { isInstalled, root } from '../../node/paths/index.ts'
import { type Command, type CommandRow, rowWith } from '../usage/command-row.ts'
import { additions } from './new-words.ts'

const BUILT = 'pages, handouts and offline files, into the folder --out'

/** The commands of the tool, in the order in which they are listed. */
export const toolCommands: Readonly<Record<string, Command>> = {
  start: {
    summary: 'build the case, serve it, and print where everything is',
    writes: BUILT,
    options: ['case', 'out', 'audience', 'base', 'port'],
    examples: ['start', 'start --case ../our-case'],
    run: async (options) => (await import('./start.ts')).start(options),
  },
  dev: {
    summary: 'show the case as it is written, and its findings',
    options: ['case', 'port', 'audience'],
    examples: ['dev', 'dev --port 8080'],
    run: async (options) => (await import('./dev.ts')).dev(options),
  },
  build: {
    summary: 'build the case, and print its findings',
    writes: BUILT,
    options: ['case', 'out', 'audience', 'base'],
    examples: ['build', 'build --base /our-case/', 'build --audience internal'],
    run: async (options) => (await import('./build.ts')).buildOnce(options),
  },
  present: {
    summary: 'open deck and speaker view with private notes, on this machine',
    writes: 'the deck with private notes, into .throughline/present',
    options: ['case', 'out', 'audience', 'port', 'room', 'no-open'],
    out: { standard: '.throughline/present' },
    isPrivate: true,
    examples: ['present', 'present --room'],
    run: async (options) => (await import('./present.ts')).present(options),
  },
  export: {
    summary: 'write slides or a document that people can edit',
    writes: 'one file: in handouts/ of the folder --out, or the file --out',
    examples: ['export pptx', 'export docx --out board-paper.docx'],
    commands: Object.fromEntries(
      // The table's own keys.
      (Object.keys(exportFormats) as FormatName[]).map((format) => [format, exportRow(format)]),
    ),
  },
  check: {
    summary: 'print findings, and build nothing',
    options: ['case', 'audience', 'format', 'weakest', 'whatIf', 'fit', 'fix', 'links', 'pdf'],
    examples: [
      'check',
      'check --weakest',
      'check --what-if "-3a"',
      'check --format sarif',
      'check --pdf deck.pdf',
    ],
    run: async (options, _, print) => (await import('./check.ts')).check(options, print),
  },
  changes: rowWith(['since'], {
    summary: 'say what changed since a receipt, a tag, a commit or a day',
    options: ['case', 'since', 'changeFormat'],
    examples: ['changes --since 2020-03-02', 'changes --since v1.0 --format md'],
    run: async (options, _, print) => (await import('./changes.ts')).changes(options, print),
  }),
  import: {
    summary: 'make a case of documents that you have',
    writes: 'a case, into the folder --to, or feedback/ of the case',
    words: [
      { name: 'FILE|DIR', count: 'many', expected: 'files or folders to import', isPath: true },
    ],
    options: ['to', 'force', 'comments', 'case'],
    examples: ['import ../notes --to our-case', 'import --comments review.docx'],
    run: async (options, words, print) =>
      (await import('./import.ts')).importCase(words, options, print),
  },
  new: {
    summary: 'begin a case, or add to one where it belongs',
    writes: 'a new case, or a line into a file of the case and not one byte besides',
    examples: ['new case our-case', 'new decision "We focused on people who book" --sprint 3'],
    commands: additions,
  },
  receipt: {
    summary: 'keep what is shown to somebody, to tell later what changed since',
    writes: 'a file in receipts/ of the case, never over one that is there',
    words: [{ name: '"NAME"', count: 'text', expected: 'what it is for' }],
    options: ['case', 'out'],
    out: { meaning: 'the built folder that was shown', standard: 'dist' },
    examples: ['receipt "Sponsor meeting 3 March"'],
    run: async (options, [name = ''], print) =>
      (await import('./receipt.ts')).writeReceipt({ ...options, name }, print),
  },
  manual: {
    summary: 'open the manual, at a finding if you name one',
    words: [
      {
        name: 'CHECK',
        count: 'optional',
        expected: 'the name in brackets behind a finding',
        values: findingIds,
      },
    ],
    options: ['port', 'no-open'],
    examples: ['manual', 'manual gap'],
    run: async (options, [check]) => (await import('./manual.ts')).manual({ ...options, check }),
  },
}

/** Each by itself: what `tests/bench/index.ts` measures, and the pictures. */
const PARTS_OF_BENCH = [
  ...['case', 'dev', 'view', 'large', 'deck', 'printing', 'install', 'history', 'at-once', 'room'],
  'looks',
]

/** Programs of the checkout alone. */
export const ofTheCheckout: Readonly<Record<string, Command>> = {
  bench: {
    summary: 'measure times and sizes, or take pictures of how all looks',
    words: [{ name: 'PART', count: 'any', expected: 'what to measure', values: PARTS_OF_BENCH }],
    options: ['case', 'peers'],
    examples: ['bench', 'bench dev view', 'bench --peers', 'bench looks'],
    run: async (options, words) => {
      const asked = options.peers ? [...words, '--peers'] : words
      return (await program('tests/bench/index.ts'))(options.case, ...asked)
    },
  },
  test: {
    summary: 'prove everything, or run the tests that are named',
    words: [{ name: 'PATH|WORD', count: 'any', expected: 'words in paths or names of tests' }],
    options: [],
    examples: ['test', 'test tests/core/checks', 'test site/keys'],
    run: async (_, words) => (await program('tests/run.ts'))(...words),
  },
}

/** What can be typed here. */
export const commands: Readonly<Record<string, Command>> = isInstalled
  ? toolCommands
  : { ...toolCommands, ...ofTheCheckout }

function exportRow(format: FormatName): CommandRow {
  const { meaning, file } = exportFormats[format]
  return {
    summary: meaning,
    writes: `${file} in the folder --out, or the file --out`,
    options: ['case', 'out', 'audience'],
    out: { value: 'DIR|FILE', meaning: 'where to write' },
    examples: [`export ${format}`],
    run: async (options) => (await import('./export.ts')).exportCase(format, options),
  }
}

/** What a program beside `src` does; resolves to the exit code. */
async function program(path: string): Promise<(...words: readonly string[]) => Promise<number>> {
  // Each has one function for that: no types lead out of `src`.
  return (await import(pathToFileURL(join(root, path)).href)).run
}
