/** A repository for one case: the case, the tool that it depends on, and what code hosts run. */

import { isUtf8 } from 'node:buffer'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { enclosingRepository } from '../paths/case-folder.ts'
import { shown } from '../paths/index.ts'
import { isOfCase } from '../paths/reading-order.ts'
import { commandLine } from '../report/command-line.ts'
import { UsageError } from '../run/usage-error.ts'
import { ignoring } from './ignored.ts'
import { toolOf, withTool } from './package-json.ts'
import { pipelineFor } from './pipelines.ts'
import { findTarball } from './tarball.ts'
import { namesIn, templateFiles } from './template.ts'
import { type Draft, readIfThere, writeAll } from './write-all.ts'

/** What was made of a folder. */
export interface Repository {
  /** Absolute paths of what was written, new or with what it lacked. */
  readonly written: readonly string[]
  /** What was there and stays, and what is to do about it: a sentence each. */
  readonly notes: readonly string[]
  /** Whether the tool is still to be installed there. */
  readonly needsInstall: boolean
}

interface Drafts {
  readonly drafts: readonly Draft[]
  readonly notes?: readonly string[]
}

/**
 * Makes a folder the repository of a case, or gives it what it lacks. What is there is never replaced,
 * and where one file cannot be written, none is.
 *
 * @param from where the tool comes from, as typed; else npm knows
 * @throws UsageError where the folder or the tool is none that can be meant
 */
export async function writeRepository(folder: string, from?: string): Promise<Repository> {
  const parts = [
    await caseIn(folder),
    await toolIn(folder, from),
    await githubIn(folder),
    await gitlabIn(folder),
  ]
  const drafts = parts.flatMap((part) => part.drafts)
  await writeAll(drafts)
  return {
    written: drafts.map(({ path }) => path),
    notes: parts.flatMap(({ notes = [] }) => notes),
    needsInstall:
      drafts.some(({ path }) => path === join(folder, 'package.json')) ||
      !existsSync(join(folder, 'node_modules', 'throughline')),
  }
}

/** The case in `slides`; none where there is one. */
async function caseIn(folder: string): Promise<Drafts> {
  const isCase = (await namesIn(folder)).some(
    (name) => name === 'case.yaml' || name.endsWith('.mdx'),
  )
  if (isCase)
    throw new UsageError(
      `Unexpected case in ${shown(folder)} itself, expected a folder around it: ${commandLine('new case our-case')}`,
    )
  const slides = join(folder, 'slides')
  const names = (await namesIn(slides)).filter(isOfCase)
  const below = names.length === 0 ? [] : await readdir(slides, { recursive: true })
  if (below.some((name) => name.endsWith('.mdx')))
    return { drafts: [], notes: [`${shown(slides)} holds a case, which stays as it is.`] }
  if (names[0] !== undefined)
    throw new UsageError(
      `Unexpected files in ${shown(slides)} that are no case, such as ${names[0]}; expected no such folder, since the case comes there. Rename it, or name another folder: ${commandLine('new case our-case')}`,
    )
  const files = await templateFiles()
  return { drafts: files.map(({ file, text }) => ({ path: join(slides, file), content: text })) }
}

/** The package.json with the tool, the tarball of the tool if it has no address, and the .gitignore. */
async function toolIn(folder: string, from: string | undefined): Promise<Drafts> {
  const text = await textOf(join(folder, 'package.json'))
  const kept = text === undefined || from !== undefined ? undefined : toolOf(text)
  if (text !== undefined && kept !== undefined && !leadsOut(kept, folder)) {
    const { drafts } = await changed(folder, '.gitignore', (old = '') => ignoring(old))
    const whole = await changed(folder, 'package.json', () => withTool(text, kept))
    return { drafts: [...whole.drafts, ...drafts] }
  }
  const tarball = await findTarball(from)
  const vendored = 'address' in tarball ? undefined : `vendor/${tarball.name}`
  const dependency = 'address' in tarball ? tarball.address : `file:${vendored}`
  const parts = [
    await changed(folder, 'package.json', (old) => withTool(old, dependency)),
    await changed(folder, '.gitignore', (old = '') => ignoring(old, vendored)),
  ]
  const drafts = parts.flatMap((part) => part.drafts)
  if ('address' in tarball || vendored === undefined) return { drafts }
  const path = join(folder, vendored)
  const there = await readIfThere(path)
  if (there === undefined) return { drafts: [...drafts, { path, content: tarball.bytes }] }
  if (there.equals(tarball.bytes)) return { drafts }
  throw new UsageError(`Unexpected other tarball ${shown(path)}, expected the same or none.`)
}

// Matches a dependency on a file or folder: "file:../x.tgz", "../x.tgz", "/x.tgz", "C:\x.tgz".
const RE_FILE = /^(?:file:|\.{0,2}[\\/]|[A-Za-z]:[\\/])/

/** Whether a dependency is a file outside the folder, which no other machine has. */
function leadsOut(dependency: string, folder: string): boolean {
  if (!RE_FILE.test(dependency)) return false
  const path = resolve(folder, dependency.replace(/^file:/, ''))
  return relative(folder, path).startsWith('..') || resolve(path) === resolve(folder)
}

/** The workflow, at the root of the repository, where GitHub looks for it. */
async function githubIn(folder: string): Promise<Drafts> {
  const { top, within } = placeOf(folder)
  const name = within === '.' ? 'case' : `case-${within.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`
  const path = join(top, '.github', 'workflows', `${name}.yml`)
  const content = await pipelineFor('github', within)
  const there = await textOf(path)
  if (there === undefined) return { drafts: [{ path, content }] }
  return {
    drafts: [],
    notes: there === content ? [] : [`${shown(path)} is there, and stays as it is.`],
  }
}

/** The pipeline of GitLab, which reads one file at the root: another one takes it in. */
async function gitlabIn(folder: string): Promise<Drafts> {
  const { top, within } = placeOf(folder)
  const content = await pipelineFor('gitlab', within)
  const main = join(top, '.gitlab-ci.yml')
  const there = await textOf(main)
  if (there === content) return { drafts: [] }
  if (there === undefined && within === '.') return { drafts: [{ path: main, content }] }
  const path = join(folder, 'throughline.gitlab-ci.yml')
  const include = `include: "/${relative(top, path).replaceAll('\\', '/')}"`
  const note = `On GitLab, let ${shown(main)} take the pipeline in: ${include}`
  const isTaken = there?.includes('throughline') ?? false
  const was = await textOf(path)
  const notes = isTaken ? [] : [note]
  if (was === undefined && !isTaken) return { drafts: [{ path, content }], notes }
  return { drafts: [], notes }
}

/** Where a folder lies in its repository; `.` where it is, or will be, one itself. */
function placeOf(folder: string): { readonly top: string; readonly within: string } {
  const top = enclosingRepository(folder) ?? folder
  return { top, within: relative(top, folder).replaceAll('\\', '/') || '.' }
}

/** A file with what it lacks; no draft where it lacks nothing. */
async function changed(
  folder: string,
  name: string,
  change: (old: string | undefined) => string,
): Promise<Drafts> {
  const path = join(folder, name)
  const old = await textOf(path)
  const content = change(old)
  return { drafts: content === old ? [] : [{ path, content }] }
}

async function textOf(path: string): Promise<string | undefined> {
  const bytes = await readIfThere(path)
  if (bytes === undefined || isUtf8(bytes)) return bytes?.toString('utf8')
  throw new UsageError(`Unexpected bytes in ${shown(path)} that are no text in UTF-8.`)
}
