/** `new case`: a repository for a case to start from; in a checkout the case alone, since its tool is there. */

import { relative } from 'node:path'
import { type Repository, writeRepository } from '../../node/new/repository.ts'
import { writeTemplate } from '../../node/new/template.ts'
import { enclosingRepository } from '../../node/paths/case-folder.ts'
import { isInstalled, shown, typedIn } from '../../node/paths/index.ts'
import { commandLine } from '../../node/report/command-line.ts'
import type { Print } from '../usage/command-row.ts'

/**
 * Writes what is not there yet. Resolves to the exit code.
 *
 * @param wanted `from`: where its tool comes from, as typed
 * @throws UsageError where it cannot be meant; then nothing was written
 */
export async function newCase(
  { folder, from }: { readonly folder: string; readonly from: string | undefined },
  print: Print,
): Promise<number> {
  const isWhole = isInstalled || from !== undefined
  print(
    isWhole
      ? repositoryMessage(folder, await writeRepository(folder, from))
      : caseMessage(folder, await writeTemplate(folder)),
  )
  return 0
}

const QUESTIONS = 'Each file of the case asks its questions in comments, which no reader sees.'

function caseMessage(folder: string, paths: readonly string[]): string {
  return [
    ...paths.map((path) => shown(path)),
    QUESTIONS,
    `Next: see it while you write: ${commandLine('dev', folder)}`,
    `What is still missing: ${commandLine('check', folder)}`,
  ].join('\n')
}

function repositoryMessage(folder: string, { written, notes, needsInstall }: Repository): string {
  const where = relative(typedIn(), folder) === '' ? '' : ` in ${shown(folder)}`
  const command = (words: string): string => commandLine(words, undefined, true)
  return [
    ...written.map((path) => shown(path)),
    ...(written.length === 0 ? ['Nothing to write: all of it is there.'] : []),
    ...notes,
    ...(written.some((path) => path.endsWith('.mdx')) ? [QUESTIONS] : []),
    ...(needsInstall ? [`Next${where}: npm install`] : []),
    `See it while you write${where}: ${command('dev')}`,
    `What is still missing${where}: ${command('check')}`,
    ...(enclosingRepository(folder) === undefined ? [`No git holds it yet${where}: git init`] : []),
    'Commit all of it, package-lock.json too: code hosts build the case with just this tool.',
  ].join('\n')
}
