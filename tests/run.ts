/** `npm test`: runs everything that proves the project, or the tests that are named, and counts. */
import { spawn } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../src/node/paths/index.ts'
import { count, enginesInWords, type Outcome, parseResults } from './results.ts'
import { engines } from './site/engines/index.ts'

const VITEST = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts']

/** Runs everything, or what is named. Resolves to the exit code. */
export function run(...words: readonly string[]): Promise<number> {
  return words.length > 0 ? matching(words) : test()
}

/** Runs all steps, whatever fails; the last line is `N passed, N failed`. */
async function test(): Promise<number> {
  const outcomes = await Promise.all([tests(), typesAndLint()])
  const all = outcomes.flat()
  const { passed, failed } = count(all)
  const failures = all.filter((outcome) => outcome.failed > 0)
  for (const { name, failed: times } of failures) console.log(`Failed: ${name} (${times})`)
  console.log(enginesInWords(engines))
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

/**
 * Runs the test files whose paths hold one of the words. A word that no path holds is looked for in the
 * names of tests. Resolves to the exit code.
 */
async function matching(words: readonly string[]): Promise<number> {
  const files = globSync('tests/**/*.test.ts', { cwd: root })
  const inNames = words.filter((word) => !files.some((file) => file.includes(word)))
  if (inNames.length === 0) return runProgram([...VITEST, ...words])
  const saying = files.filter((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return words.some((word) => file.includes(word) || text.includes(word))
  })
  if (saying.length > 0) return runProgram([...VITEST, ...saying, '-t', inNames.join('|')])
  console.log(
    `Expected words in the path or in the text of a test, found none with ${inNames.join(' or ')}`,
  )
  return 2
}

/** Beside the tests, which leave a core idle now and then; what they say is shown once they end. */
async function typesAndLint(): Promise<readonly Outcome[]> {
  return [
    await one('Types', ['node_modules/astro/bin/astro.mjs', 'check']),
    await one('Formatting and lint', ['node_modules/@biomejs/biome/bin/biome', 'check']),
  ]
}

/** A step that counts as one. */
async function one(name: string, args: readonly string[]): Promise<Outcome> {
  const said: string[] = []
  const ok = (await runProgram(args, (words) => said.push(words))) === 0
  console.log(`\n— ${name}\n${said.join('')}`)
  return { name, passed: ok ? 1 : 0, failed: ok ? 0 : 1 }
}

/** Each test counts. */
async function tests(): Promise<Outcome> {
  const scratch = await mkdtemp(join(tmpdir(), 'throughline-test-'))
  try {
    const file = join(scratch, 'tests.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const code = await runProgram([...VITEST, ...reporters])
    const json = await readFile(file, 'utf8').catch(() => undefined)
    return { name: 'Tests', ...parseResults(json, code) }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/**
 * Runs a program of the project on this Node; resolves to its exit code.
 * @param hear takes what it says, which is shown at once if nobody does.
 */
function runProgram(args: readonly string[], hear?: (words: string) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    const stdio = hear ? ('pipe' as const) : ('inherit' as const)
    const child = spawn(process.execPath, [...args], { cwd: root, stdio })
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (words: string) => hear?.(words))
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

if (import.meta.main) process.exitCode = await run(...process.argv.slice(2))
