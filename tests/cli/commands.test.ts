/** The table of commands: what it says of itself is true, and fits a screen. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commands, ofTheCheckout, toolCommands } from '../../src/cli/commands/index.ts'
import { WITH_BROWSER } from '../../src/cli/setup/start.mjs'
import type { CommandRow } from '../../src/cli/usage/command-row.ts'
import { exitCodes, helpFor } from '../../src/cli/usage/help.ts'
import { parseCommand } from '../../src/cli/usage/parse.ts'

/** Every row by what is typed for it: `build`, `new sprint`. */
const rows = Object.entries(commands).flatMap(([name, command]): [string, CommandRow][] =>
  'commands' in command
    ? Object.entries(command.commands).map(([part, row]) => [`${name} ${part}`, row])
    : [[name, command]],
)

/** As a shell splits it. */
function split(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|\S+/g)].map(([all, quoted]) => quoted ?? all)
}

describe('every command', () => {
  it('has examples that can be meant', () => {
    for (const { examples } of [...Object.values(commands), ...rows.map(([, row]) => row)])
      for (const example of examples) {
        const { row } = parseCommand(split(example), commands, '/')
        expect(rows.map(([, known]) => known)).toContain(row)
      }
  })

  it('is known where a browser is seen to before it runs', () => {
    for (const name of WITH_BROWSER) expect(commands).toHaveProperty(name)
  })

  it('is a script of the checkout', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
    for (const name of [...Object.keys(toolCommands), ...Object.keys(ofTheCheckout)])
      expect(scripts).toHaveProperty(name, `node src/cli/setup.mjs ${name}`)
  })

  it.each([...new Set(['', ...Object.keys(commands), ...rows.map(([name]) => name)])])(
    'has a screen of help: %j',
    (name) => {
      const help = helpFor(name.split(' ').filter(Boolean), commands)
      const installed = help.replaceAll(/npm (?:run )?([\w-]+)(?: --)?/g, 'npx throughline $1')
      for (const screen of [help, installed]) {
        const lines = screen.split('\n')
        expect(lines.length).toBeLessThanOrEqual(24)
        expect(lines.filter((line) => line.length > 80)).toEqual([])
      }
      for (const code of Object.keys(exitCodes)) expect(help).toMatch(`${code} `)
    },
  )
})

it('takes words that nobody put in quotes, and options anywhere among them', () => {
  const typed = ['new', '--case', 'mine', 'evidence', '3', 'They', 'said', 'so']
  const { words, options } = parseCommand(typed, commands, '/home')
  expect(words).toEqual(['3', 'They said so'])
  expect(options.case).toBe('/home/mine')
})

it('takes words that begin with a dash, behind two dashes', () => {
  const { words } = parseCommand(['new', 'risk', '--', '-5', '%'], commands, '/')
  expect(words).toEqual(['-5 %'])
})
