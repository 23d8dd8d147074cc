/** The page of commands, their options, and what their ends mean. */

import { ofTheCheckout, toolCommands } from '../../../src/cli/commands/index.ts'
import type { Command, CommandRow } from '../../../src/cli/usage/command-row.ts'
import { exitCodes, usage } from '../../../src/cli/usage/help.ts'
import {
  type OptionName,
  type OptionRow,
  options,
  usageOf,
} from '../../../src/cli/usage/options.ts'
import { commandLine } from '../../../src/node/report/command-line.ts'
import { code, fence, page, plain, table } from './page.ts'

/** Where the manual says more of a command or an option. */
const MORE: Readonly<Record<string, string>> = {
  export: '../80-bring-and-take-away.mdx#slides-and-documents-to-edit',
  changes: '../60-publish.mdx#say-what-changed',
  receipt: '../50-hand-out.mdx#keep-what-was-shown',
  pdf: '../50-hand-out.mdx#check-a-pdf',
}

/** Every command and option, as `--help` tells them. */
export function commandsPage(): string {
  const all = Object.entries({ ...toolCommands, ...ofTheCheckout })
  const examples = all.flatMap(([name, { examples }]) => examples.map((one) => typed(name, one)))
  return page(
    '# Reference\n\nTables to look things up in.',
    '## Commands',
    '`npx throughline COMMAND --help` says the same of one command, `npx throughline --version` which version this is.',
    table(['Command', 'What it does', 'What it writes'], all.flatMap(rowsOf)),
    'Such as:',
    fence('sh', examples.join('\n')),
    '## Command options',
    table(
      ['Option', 'What it means', 'Of', 'If you leave it out'],
      (Object.keys(options) as OptionName[]).map(optionRow),
    ),
    '## How a command ends',
    'What a shell, or a step of a workflow, is told:',
    table(
      ['Exit code', 'Meaning'],
      Object.entries(exitCodes).map(([code, { meaning }]) => [code, meaning]),
    ),
  )
}

function rowsOf([name, command]: readonly [string, Command]): readonly (readonly string[])[] {
  const writes = command.writes === undefined ? 'nothing' : plain(command.writes)
  const parts = 'commands' in command ? Object.entries(command.commands) : []
  return [
    [
      code(typed(name, shortUsage(name, command))),
      withMore(name, sentence(command.summary)),
      writes,
    ],
    ...parts.flatMap(([part, row]) => rowsOf([`${name} ${part}`, row])),
  ]
}

function optionRow(name: OptionName): readonly string[] {
  const { meaning, values, value, standard }: OptionRow = options[name]
  const taking = rowsByName.filter(([, row]) => row.options.includes(name))
  const needed = taking.some(([, { needs }]) => needs?.includes(name))
  const usual = standard ?? (value === undefined ? 'no' : 'none')
  return [
    code(usageOf(name)),
    withMore(name, plain(sentence(meaning))) + (values ? ` ${values.map(code).join(', ')}` : ''),
    [...new Set(taking.map(([command]) => code(command)))].join(' '),
    needed ? 'it must be given' : plain(usual),
  ]
}

function withMore(name: string, words: string): string {
  const more = MORE[name]
  return more === undefined ? words : `${words}: see [more](${more})`
}

/** Options stand in a table of their own. */
function shortUsage(name: string, command: Command): string {
  return 'commands' in command ? name : usage(name, command).replace(' [OPTIONS]', '')
}

/** Every row by the name of its command; those of a group by that of the group. */
const rowsByName = Object.entries({ ...toolCommands, ...ofTheCheckout }).flatMap(
  ([name, command]): (readonly [string, CommandRow])[] =>
    'commands' in command
      ? Object.values(command.commands).map((row) => [name, row])
      : [[name, command]],
)

/** As it is typed where the manual says it works: in the checkout alone, or everywhere. */
function typed(name: string, words: string): string {
  return commandLine(words, undefined, !Object.hasOwn(ofTheCheckout, name))
}

function sentence(words: string): string {
  return `${words[0]?.toUpperCase()}${words.slice(1)}`
}
