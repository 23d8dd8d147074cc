/** The command line: runs what was typed, and says to a shell how it ended. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { root, typedIn } from '../node/paths/index.ts'
import { NoCaseError } from '../node/read/no-case.ts'
import { explain } from '../node/report/failure.ts'
import { printable } from '../node/report/width.ts'
import { writeOnStderr } from '../node/run/progress.mjs'
import { UsageError } from '../node/run/usage-error.ts'
import { keepCompiled } from '../node/store/compiled.ts'
import { commands } from './commands/index.ts'
import type { Print } from './usage/command-row.ts'
import { helpFor } from './usage/help.ts'
import { parseCommand } from './usage/parse.ts'

/** Runs one command. Resolves to one of the `exitCodes`. */
export async function runCommand(args: readonly string[]): Promise<number> {
  try {
    return await execute(args)
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof NoCaseError)) {
      writeOnStderr(explain(error))
      return 1
    }
    writeOnStderr(printable(error.message))
    return 2
  }
}

/**
 * As `runCommand`, for callers that see to errors themselves.
 * @throws UsageError, NoCaseError, and whatever the command throws.
 */
export async function execute(
  args: readonly string[],
  print: Print = console.log,
): Promise<number> {
  const asked = askedFor(args)
  if (asked !== undefined) {
    print(asked)
    return 0
  }
  const { row, options, words } = parseCommand(args, commands, typedIn())
  if (import.meta.main) await keepCompiled()
  return row.run(options, words, print)
}

/** Help, or which version this is; undefined where a command is to run. */
function askedFor(args: readonly string[]): string | undefined {
  const [first] = args
  if (first === '--version' || first === 'version') return versionOfTool()
  const end = args.indexOf('--')
  const typed = end < 0 ? args : args.slice(0, end)
  if (first === 'help') return helpFor(typed.slice(1), commands)
  if (!typed.some((word) => word === '--help' || word === '-h')) return undefined
  return helpFor(
    typed.filter((word) => !word.startsWith('-')),
    commands,
  )
}

function versionOfTool(): string {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version
}

/**
 * Milliseconds of rest before the end: Node can hang for ever when it ends while V8 still compiles
 * in the background (nodejs/node#54918). Can go when that is mended in the Node we bring.
 */
const REST = 100

if (import.meta.main) {
  // The set-up that started us was killed: nobody else could stop us.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  const code = await runCommand(process.argv.slice(2))
  // What is long may still be on its way to a program that reads it.
  await new Promise((resolve) => process.stdout.write('', resolve))
  await setTimeout(REST)
  process.exit(code)
}
