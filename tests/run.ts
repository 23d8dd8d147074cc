/** `npm test`: runs everything that proves the project, and counts it. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultOut, root } from '../src/node/read/paths.ts'
import { count, type Outcome, parseResults } from './results.ts'

/** Runs all steps, whatever fails; the last line is `N passed, N failed`. */
async function test(): Promise<number> {
  const scratch = await mkdtemp(join(tmpdir(), 'throughline-test-'))
  try {
    const outcomes = [
      await one('Types', ['node_modules/astro/bin/astro.mjs', 'check']),
      await one('Formatting and lint', ['node_modules/@biomejs/biome/bin/biome', 'check']),
      await tests('Unit tests', 'unit', scratch),
      await one('Build', ['src/cli/index.ts', 'build']),
      await tests('Browser tests', 'site', scratch),
    ]
    const { passed, failed } = count(outcomes)
    const failures = outcomes.filter((outcome) => outcome.failed > 0)
    for (const { name, failed: times } of failures) console.log(`Failed: ${name} (${times})`)
    console.log(`${passed} passed, ${failed} failed`)
    return failed === 0 ? 0 : 1
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** A step that counts as one. */
async function one(name: string, args: readonly string[]): Promise<Outcome> {
  const ok = (await run(name, args)) === 0
  return { name, passed: ok ? 1 : 0, failed: ok ? 0 : 1 }
}

/** A Vitest project: each of its tests counts. */
async function tests(name: string, project: string, scratch: string): Promise<Outcome> {
  const file = join(scratch, `${project}.json`)
  const config = ['run', '--config', 'tests/vitest.config.ts', '--project', project]
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await run(name, ['node_modules/vitest/vitest.mjs', ...config, ...reporters])
  const json = await readFile(file, 'utf8').catch(() => undefined)
  return { name, ...parseResults(json, code) }
}

/** Runs a program of the project on this Node, its output shown; resolves to its exit code. */
function run(name: string, args: readonly string[]): Promise<number> {
  console.log(`\n— ${name}`)
  const env = { ...process.env, THROUGHLINE_SITE: defaultOut }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], { cwd: root, env, stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

process.exitCode = await test()
