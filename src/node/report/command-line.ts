/** Our commands as whoever reads of them can type them. */
import { findCase } from '../paths/case-folder.ts'
import { isInstalled, shown, typedIn } from '../paths/index.ts'

/**
 * What to type: `npm run new -- sprint` in the checkout, and `npx throughline new sprint` where this is
 * a package of somebody's.
 * @param command What stands behind the name of the program: `new decision "…"`.
 * @param caseFolder The case that it is about, which is named where it would not be found without.
 */
export function commandLine(command: string, caseFolder?: string, installed = isInstalled): string {
  const [name = '', ...rest] = command.split(' ')
  const words = [...rest, ...caseWords(caseFolder)]
  if (installed) return ['npx throughline', name, ...words].join(' ')
  const script = SHORT.includes(name) ? `npm ${name}` : `npm run ${name}`
  return words.length === 0 ? script : [script, '--', ...words].join(' ')
}

/** Scripts that npm runs without its word `run`. */
const SHORT: readonly string[] = ['start', 'test']

function caseWords(folder: string | undefined): readonly string[] {
  return folder === undefined || folder === findCase(typedIn()) ? [] : ['--case', quote(folder)]
}

/** A path in quotation marks where a shell would split it. */
function quote(path: string): string {
  const short = shown(path)
  return /^[\w./~-]+$/.test(short) ? short : `"${short}"`
}
