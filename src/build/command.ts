/** The command line: which commands there are, and what their ends mean to a shell. */
import { setTimeout } from 'node:timers/promises'
import { nearest } from '../core/nearest.ts'
import { explain } from './failure.ts'
import { type OptionName, type Options, options, parseOptions, UsageError } from './options.ts'
import { sayOnStderr } from './progress.mjs'
import { NoCaseError } from './sources.ts'

/** One command. Its code is loaded when it runs, since Astro alone takes a while. */
interface Command {
  readonly summary: string
  readonly options: readonly OptionName[]
  /** Resolves to the exit code. */
  readonly run: (options: Options) => Promise<number>
}

const commands: Readonly<Record<string, Command>> = {
  start: {
    summary: 'build the case, serve it, and print where everything is',
    options: ['case', 'out', 'base', 'port'],
    run: async (given) => (await import('./command/start.ts')).start(given),
  },
  dev: {
    summary: 'show the case as it is written, and its findings',
    options: ['case', 'port'],
    run: async (given) => (await import('./command/dev.ts')).dev(given),
  },
  build: {
    summary: 'build the case',
    options: ['case', 'out', 'base'],
    run: async (given) => (await import('./command/build.ts')).buildOnce(given),
  },
  check: {
    summary: 'print findings only',
    options: ['case'],
    run: async (given) => (await import('./command/check.ts')).check(given),
  },
  bench: {
    summary: 'measure times and sizes',
    options: ['case'],
    run: async (given) => (await import('./bench.ts')).bench(given),
  },
  test: {
    summary: 'prove the project',
    options: [],
    run: async () => (await import('./command/test.ts')).test(),
  },
}

/** Exit codes: 0 done, 1 the case or the build has errors, 2 the command cannot be meant. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args
  try {
    if (asksForHelp(args)) return printHelp()
    return await find(name).run(parseOptions(rest, find(name).options))
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof NoCaseError)) {
      sayOnStderr(explain(error))
      return 1
    }
    sayOnStderr(error.message)
    return 2
  }
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
    [`npm run ${name}`.padEnd(15), command.summary, shownOptions(command)].join('  ').trimEnd(),
  )
  const meanings = Object.entries(options).map(
    ([name, { value, meaning }]) => `--${name} ${value}`.padEnd(17) + meaning,
  )
  console.log([...lines, '', 'Options stand after a --:', ...meanings].join('\n'))
  return 0
}

function shownOptions({ options: names }: Command): string {
  return names.length === 0 ? '' : `(${names.map((name) => `--${name}`).join(' ')})`
}

/**
 * Milliseconds of rest before the end: Node can hang for ever when it ends while V8 still compiles
 * in the background (nodejs/node#54918). Can go when that is mended in the Node we bring.
 */
const REST = 100

if (import.meta.main) {
  const code = await runCommand(process.argv.slice(2))
  await setTimeout(REST)
  process.exit(code)
}
