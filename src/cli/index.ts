/** The command line: which commands there are, and what their ends mean to a shell. */

import { setTimeout } from 'node:timers/promises'
import { nearest } from '../core/text/nearest.ts'
import { presentOut } from '../node/read/paths.ts'
import { NoCaseError } from '../node/read/read-case.ts'
import { explain } from '../node/report/failure.ts'
import { sayOnStderr } from '../node/report/progress.mjs'
import { UsageError } from '../node/report/usage-error.ts'
import { printable } from '../node/report/width.ts'
import { type OptionName, type Options, options, parseOptions } from './options.ts'

/** One command. Its code is loaded when it runs, since Astro alone takes a while. */
type Command = WithOptions | WithWords

interface WithOptions {
  readonly summary: string
  readonly options: readonly OptionName[]
  /** The folder that it writes where nobody names one; `dist` if left out. */
  readonly out?: string
  /** Resolves to the exit code. */
  readonly run: (options: Options) => Promise<number>
}

/** One that reads for itself what was typed after it. */
interface WithWords {
  readonly summary: string
  /** What may be typed after it. */
  readonly usage: string
  /** Resolves to the exit code. */
  readonly runWith: (args: readonly string[]) => Promise<number>
}

const commands: Readonly<Record<string, Command>> = {
  start: {
    summary: 'build the case, serve it, and print where everything is',
    options: ['case', 'out', 'base', 'port', 'audience'],
    run: async (given) => (await import('./commands/start.ts')).start(given),
  },
  dev: {
    summary: 'show the case as it is written, and its findings',
    options: ['case', 'port', 'audience'],
    run: async (given) => (await import('./commands/dev.ts')).dev(given),
  },
  build: {
    summary: 'build the case',
    options: ['case', 'out', 'base', 'audience'],
    run: async (given) => (await import('./commands/build.ts')).buildOnce(given),
  },
  bundle: {
    summary: 'build the case, and say which files work without a network',
    options: ['case', 'out', 'base', 'audience'],
    run: async (given) => (await import('./commands/bundle.ts')).bundle(given),
  },
  present: {
    summary: 'open deck and speaker view with private notes, on this machine alone',
    options: ['case', 'out', 'port', 'no-open', 'audience'],
    out: presentOut,
    run: async (given) => (await import('./commands/present.ts')).present(given),
  },
  export: {
    summary: 'write slides or a document that people can edit',
    usage: 'pptx | odp | docx | odt [--case DIR] [--out DIR|FILE] [--audience NAME]',
    runWith: async (args) => (await import('./commands/export.ts')).exportCase(args),
  },
  check: {
    summary: 'print findings only',
    options: ['case', 'format', 'weakest', 'fit', 'links', 'pdf', 'audience'],
    run: async (given) => (await import('./commands/check.ts')).check(given),
  },
  changes: {
    summary: 'say what changed since a tag, a commit or a date',
    options: ['case', 'since', 'format'],
    run: async (given) => (await import('./commands/changes.ts')).changes(given),
  },
  import: {
    summary: 'make a case folder of Markdown files',
    usage: 'FILE|DIR … --to DIR [--force]',
    runWith: async (args) => (await import('./commands/import.ts')).importCase(args),
  },
  new: {
    summary: 'begin a case, or add to one',
    usage: 'case DIR | decision "Text" --sprint 3 | evidence 3 "Text" | sprint',
    runWith: async (args) => (await import('./commands/new.ts')).createNew(args),
  },
  manual: {
    summary: 'open the manual, at a finding if you name one',
    usage: '[CHECK] [--port NUMBER] [--no-open]',
    runWith: async (args) => (await import('./commands/manual.ts')).manual(args),
  },
  receipt: {
    summary: 'keep what is shown to somebody, to tell later what changed since',
    usage: '"Sponsor meeting 3 March" [--case DIR] [--out DIR]',
    runWith: async (args) => (await import('./commands/receipt.ts')).writeReceipt(args),
  },
}

/** Exit codes: 0 done, 1 the case or the build has errors, 2 the command cannot be meant. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args
  try {
    if (asksForHelp(args)) return printHelp()
    return await run(find(name), rest)
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof NoCaseError)) {
      sayOnStderr(explain(error))
      return 1
    }
    sayOnStderr(printable(error.message))
    return 2
  }
}

function run(command: Command, args: readonly string[]): Promise<number> {
  if ('runWith' in command) return command.runWith(args)
  const { options: allowed, out } = command
  return command.run(parseOptions(args, allowed, { out }))
}

function find(name: string): Command {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command) return command
  const names = Object.keys(commands)
  if (name === '') throw new UsageError(`Expected a command: ${names.join(', ')}.`)
  throw new UsageError(`Unknown command ${name}; expected ${nearest(name, names, 1).join()}.`)
}

function asksForHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h') || args[0] === 'help'
}

function printHelp(): number {
  const lines = Object.entries(commands).map(([name, command]) =>
    [`npm run ${name}`.padEnd(15), command.summary, shownUsage(command)].join('  ').trimEnd(),
  )
  const meanings = Object.entries(options).map(
    ([name, { meaning, ...row }]) =>
      [`--${name}`, 'value' in row ? row.value : ''].join(' ').padEnd(17) + meaning,
  )
  console.log([...lines, '', 'Options stand after a --:', ...meanings].join('\n'))
  return 0
}

function shownUsage(command: Command): string {
  if ('usage' in command) return `(-- ${command.usage})`
  const names = command.options.map((name) => `--${name}`)
  return names.length === 0 ? '' : `(${names.join(' ')})`
}

/**
 * Milliseconds of rest before the end: Node can hang for ever when it ends while V8 still compiles
 * in the background (nodejs/node#54918). Can go when that is mended in the Node we bring.
 */
const REST = 100

if (import.meta.main) {
  const code = await runCommand(process.argv.slice(2))
  // What is long may still be on its way to a program that reads it.
  await new Promise((resolve) => process.stdout.write('', resolve))
  await setTimeout(REST)
  process.exit(code)
}
