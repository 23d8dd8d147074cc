/** What a code host runs for a case: the files of GitHub and GitLab, made for the place of the case. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Code hosts for which there is one. */
export type PipelineHost = 'github' | 'gitlab'

// Matches a line that limits a pipeline to the folder: '    paths: ["{folder}/**"]'.
const RE_LIMIT = /^.*\{folder\}\/\*\*.*\n/gm

/**
 * The pipeline of a case as YAML.
 *
 * @param folder where `slides` lies in the repository, with forward slashes; `.` for its root
 */
export async function pipelineFor(host: PipelineHost, folder: string): Promise<string> {
  const text = await readFile(join(import.meta.dirname, 'template', `${host}.yml`), 'utf8')
  // Each stands in double quotes, in which YAML reads what JSON writes.
  if (folder !== '.') return text.replaceAll('{folder}', () => JSON.stringify(folder).slice(1, -1))
  return text
    .replace(RE_LIMIT, '')
    .replaceAll(' in {folder}', '')
    .replaceAll('{folder}/', '')
    .replaceAll('{folder}', '.')
}
