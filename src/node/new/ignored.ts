/** The .gitignore of a case: what is made anew on every machine, and is no part of the repository. */

const MADE = ['node_modules/', 'dist/', '.throughline/']

// Matches lines that hide the folder of the tool: "vendor", "/vendor/", "vendor/**".
const RE_FOLDER = /^\/?vendor(?:\/\**)?$/

// Matches lines that hide tarballs, as the lists of code hosts do for Node: "*.tgz".
const RE_TARBALL = /^\*\.t?gz$/

/**
 * The text with what it lacks at its end.
 *
 * @param text `''` where there is no file yet
 * @param vendored path of the tool's tarball, which the lines above must not hide: `vendor/throughline-1.2.3.tgz`
 */
export function ignoring(text: string, vendored?: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const bare = new Set(lines.map((line) => line.replace(/^\/|\/$/g, '')))
  const hidesFolder = vendored !== undefined && lines.some((line) => RE_FOLDER.test(line))
  const hidesFile = vendored !== undefined && lines.some((line) => RE_TARBALL.test(line))
  const added = [
    ...MADE.filter((line) => !bare.has(line.replace(/\/$/, ''))),
    ...(hidesFolder ? ['!/vendor/', '/vendor/*'] : []),
    ...(hidesFolder || hidesFile ? [`!/${vendored}`] : []),
  ].filter((line) => !lines.includes(line))
  if (added.length === 0) return text
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const before = text === '' || text.endsWith('\n') ? text : text + newline
  return before + added.map((line) => line + newline).join('')
}
