/** `new case` where the tool is a package: what teams of five kinds find in their folder then. */

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { execute } from '../../../src/cli/index.ts'
import { writeRepository } from '../../../src/node/new/repository.ts'
import { findTarball } from '../../../src/node/new/tarball.ts'
import { readCase } from '../../../src/node/read/read-case.ts'
import { UsageError } from '../../../src/node/run/usage-error.ts'
import { git } from './host.ts'

const ADDRESS = 'https://git.example.org/tools/throughline/releases/throughline-1.2.3.tgz'

let place: string
let folder: string
let tarball: string

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'new cases in späces #1%20-'))
  folder = join(place, 'Unser Fall für "2027"')
  mkdirSync(folder)
  tarball = join(place, 'throughline-1.2.3.tgz')
  write({ 'made/package/package.json': '{"name":"throughline","version":"1.2.3"}' }, place)
  execFileSync('tar', ['-czf', tarball, '-C', join(place, 'made'), 'package'])
})
afterEach(() => rmSync(place, { recursive: true }))

const CASE = [
  'slides/10-introduction.mdx',
  'slides/20-strategic-case.mdx',
  'slides/30-economic-case.mdx',
  'slides/40-key-decisions.mdx',
  'slides/50-the-ask.mdx',
  'slides/case.yaml',
]

const NEW = [
  '.github/workflows/case.yml',
  '.gitignore',
  '.gitlab-ci.yml',
  'package.json',
  ...CASE,
  'vendor/throughline-1.2.3.tgz',
]

describe('in an empty folder', () => {
  it('writes the case, and beside it what a repository needs', async () => {
    const { written, notes, needsInstall } = await writeRepository(folder, tarball)
    expect(filesIn(folder)).toEqual(NEW)
    expect(written.toSorted()).toEqual(NEW.map((file) => join(folder, file)).toSorted())
    expect(notes).toEqual([])
    expect(needsInstall).toBe(true)
    expect(JSON.parse(text('package.json'))).toEqual({
      private: true,
      scripts: {
        start: 'throughline start',
        dev: 'throughline dev',
        build: 'throughline build',
        check: 'throughline check',
        present: 'throughline present',
      },
      dependencies: { throughline: 'file:vendor/throughline-1.2.3.tgz' },
      engines: { node: '>=20' },
    })
    expect(text('.gitignore')).toBe('node_modules/\ndist/\n.throughline/\n')
    expect(readFileSync(join(folder, 'vendor/throughline-1.2.3.tgz'))).toEqual(
      readFileSync(tarball),
    )
    const { findings } = await readCase(join(folder, 'slides'))
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('depends on an address where there is one, and keeps no copy', async () => {
    await writeRepository(folder, ADDRESS)
    expect(filesIn(folder)).toEqual(NEW.filter((file) => !file.startsWith('vendor')))
    expect(JSON.parse(text('package.json')).dependencies).toEqual({ throughline: ADDRESS })
  })

  it('changes nothing when it runs again', async () => {
    await writeRepository(folder, tarball)
    const before = snapshot()
    const { written, notes } = await writeRepository(folder, tarball)
    expect(written).toEqual([])
    expect(notes).toEqual([expect.stringContaining('holds a case, which stays as it is')])
    expect(snapshot()).toEqual(before)
  })

  it('says what it wrote, and what to do next', async () => {
    const lines: string[] = []
    await execute(['new', 'case', folder, '--from', ADDRESS], (line) => lines.push(line))
    const said = lines.join('\n').replaceAll(folder, 'FOLDER')
    expect(said).toContain('FOLDER/slides/10-introduction.mdx\n')
    expect(said).toContain('Next in FOLDER: npm install\n')
    expect(said).toContain('See it while you write in FOLDER: npx throughline dev\n')
    expect(said).toContain('No git holds it yet in FOLDER: git init\nCommit all of it')
  })
})

describe('in a folder with files of its own', () => {
  it('adds what package.json and .gitignore lack, and changes no other byte', async () => {
    const own = {
      'README.md': '# Ours\n',
      'package.json':
        '{\r\n\t"name": "ours",\r\n\t"scripts": { "test": "true" },\r\n\t"dependencies": {\r\n\t\t"x": "1.0.0"\r\n\t}\r\n}',
      '.gitignore': '*.tgz\r\n/vendor/\r\nnode_modules',
      '.gitlab-ci.yml': 'test: { script: [make] }\n',
      '.github/workflows/case.yml': 'on: push\n',
    }
    write(own)
    const { notes } = await writeRepository(folder, tarball)
    expect(text('README.md')).toBe(own['README.md'])
    expect(text('package.json')).toBe(
      own['package.json'].replace(
        '"1.0.0"',
        '"1.0.0",\r\n\t\t"throughline": "file:vendor/throughline-1.2.3.tgz"',
      ),
    )
    expect(text('.gitignore')).toBe(
      `${own['.gitignore']}\r\ndist/\r\n.throughline/\r\n!/vendor/\r\n/vendor/*\r\n!/vendor/throughline-1.2.3.tgz\r\n`,
    )
    expect(text('.gitlab-ci.yml')).toBe(own['.gitlab-ci.yml'])
    expect(text('.github/workflows/case.yml')).toBe('on: push\n')
    expect(notes).toEqual([
      expect.stringMatching(/case\.yml is there, and stays as it is/),
      expect.stringMatching(/take the pipeline in: include: "\/throughline\.gitlab-ci\.yml"$/),
    ])
    git(folder, 'init', '--quiet')
    git(folder, 'add', '--all')
    expect(git(folder, 'ls-files', 'vendor')).toBe('vendor/throughline-1.2.3.tgz')
  })

  it('completes the package.json that npm made when the tool was installed', async () => {
    write({
      'package.json':
        '{\n  "dependencies": {\n    "throughline": "file:../throughline-1.2.3.tgz"\n  }\n}\n',
    })
    await writeRepository(folder, tarball)
    const { private: isPrivate, scripts, dependencies } = JSON.parse(text('package.json'))
    expect(isPrivate).toBe(true)
    expect(scripts.start).toBe('throughline start')
    // What lies outside the folder, no code host has.
    expect(dependencies).toEqual({ throughline: 'file:vendor/throughline-1.2.3.tgz' })
  })

  it.each([ADDRESS, 'file:throughline-1.2.3.tgz'])(
    'keeps its own dependency on %s',
    async (own) => {
      write({
        'package.json': JSON.stringify({ name: 'ours', devDependencies: { throughline: own } }),
      })
      await writeRepository(folder)
      const { devDependencies, dependencies } = JSON.parse(text('package.json'))
      expect(devDependencies).toEqual({ throughline: own })
      expect(dependencies).toBeUndefined()
      expect(existsSync(join(folder, 'vendor'))).toBe(false)
    },
  )

  it.each(['{', '[]', '"x"', '{ "a": 1, }'])(
    'writes nothing where package.json is %s',
    async (own) => {
      write({ 'package.json': own })
      await expect(writeRepository(folder, tarball)).rejects.toThrow(
        /package\.json that is no JSON/,
      )
      expect(filesIn(folder)).toEqual(['package.json'])
    },
  )

  it('keeps the case that is there', async () => {
    write({ 'slides/1.mdx': '# Ours\n' })
    await writeRepository(folder, ADDRESS)
    expect(filesIn(join(folder, 'slides'))).toEqual(['1.mdx'])
    expect(existsSync(join(folder, 'package.json'))).toBe(true)
  })
})

it('never puts a case among slides of another program', async () => {
  write({ 'slides/Quarter 1.pptx': 'PK', 'slides/.DS_Store': '' })
  await expect(writeRepository(folder, tarball)).rejects.toThrow(
    /that are no case, such as Quarter 1\.pptx/,
  )
  expect(filesIn(folder)).toEqual(['slides/.DS_Store', 'slides/Quarter 1.pptx'])
})

it('never puts a case into a case', async () => {
  write({ 'case.yaml': '' })
  await expect(writeRepository(folder, tarball)).rejects.toThrow(UsageError)
  expect(filesIn(folder)).toEqual(['case.yaml'])
})

it('puts pipelines where a repository of several teams has them', async () => {
  git(place, 'init', '--quiet')
  const { notes } = await writeRepository(folder, tarball)
  const workflow = join(place, '.github', 'workflows', 'case-Unser-Fall-für-2027-.yml')
  const flow = parse(readFileSync(workflow, 'utf8'))
  expect(flow.on.pull_request.paths).toEqual(['Unser Fall für "2027"/**'])
  expect(flow.defaults.run['working-directory']).toBe('Unser Fall für "2027"')
  expect(notes).toEqual([expect.stringMatching(/include: "\/Unser Fall für .*gitlab-ci\.yml"$/)])
  expect(existsSync(join(folder, '.github'))).toBe(false)
})

it('writes nothing where one file cannot be written', async () => {
  const own = { '.github': 'a file', 'package.json': '{}' }
  write(own)
  await expect(writeRepository(folder, tarball)).rejects.toThrow(/Nothing was written/)
  expect(snapshot()).toEqual(own)
  expect(readdirSync(folder).sort()).toEqual(Object.keys(own))
})

describe('the tarball', () => {
  function installed(resolved: string | undefined, integrity?: string): string {
    const note = { version: '1.2.3', resolved, integrity }
    const lock = JSON.stringify({ packages: { 'node_modules/throughline': note } })
    write({ 'node_modules/.package-lock.json': lock })
    return join(folder, 'node_modules', 'throughline')
  }
  const integrityOf = (path: string): string =>
    `sha512-${createHash('sha512').update(readFileSync(path)).digest('base64')}`

  it('is the one from which npm installed it', async () => {
    const home = installed('file:../throughline-1.2.3.tgz', integrityOf(tarball))
    expect(await findTarball(undefined, home)).toEqual({
      name: 'throughline-1.2.3.tgz',
      bytes: readFileSync(tarball),
    })
    expect(await findTarball(undefined, installed(ADDRESS))).toEqual({ address: ADDRESS })
  })

  it('is found through a link to the packages', async () => {
    installed('file:../throughline-1.2.3.tgz')
    mkdirSync(join(place, 'elsewhere', 'deep'), { recursive: true })
    const link = join(place, 'elsewhere', 'deep', 'node_modules')
    symlinkSync(join(folder, 'node_modules'), link)
    expect(await findTarball(undefined, join(link, 'throughline'))).toMatchObject({
      name: 'throughline-1.2.3.tgz',
    })
  })

  it('is not one that was put in its place', async () => {
    const home = installed('file:../throughline-1.2.3.tgz', integrityOf(tarball))
    writeFileSync(tarball, 'another one')
    await expect(findTarball(undefined, home)).rejects.toThrow(/another one by now.*--from/)
    rmSync(tarball)
    await expect(findTarball(undefined, home)).rejects.toThrow(/\(ENOENT\).*--from/)
  })

  it('is asked for where npm says nothing, and no registry is', async () => {
    for (const resolved of [undefined, 'git+ssh://git@example.org/x.git#1'])
      await expect(findTarball(undefined, installed(resolved))).rejects.toThrow(/say --from https/)
  })

  it.each([
    ['http://example.org/x.tgz', /with https/],
    ['https://me:secret@example.org/x.tgz', /Unexpected password/],
    ['https://', /with https/],
    ['/nowhere/x.tgz', /ENOENT/],
    ['package.json', /expected a tarball of Throughline/],
  ])('is not %s', async (from, message) => {
    const error: Error = await findTarball(from).catch((caught) => caught)
    expect(error).toBeInstanceOf(UsageError)
    expect(error.message).toMatch(message)
    expect(error.message).not.toContain('secret')
  })
})

function write(files: Readonly<Record<string, string>>, where = folder): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(where, name)), { recursive: true })
    writeFileSync(join(where, name), content)
  }
}

function text(file: string): string {
  return readFileSync(join(folder, file), 'utf8')
}

/** Every file below a folder, sorted. */
function filesIn(where: string): readonly string[] {
  const entries = readdirSync(where, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return files.map(({ parentPath, name }) => join(parentPath, name).slice(where.length + 1)).sort()
}

function snapshot(): Readonly<Record<string, string>> {
  return Object.fromEntries(filesIn(folder).map((file) => [file, text(file)]))
}
