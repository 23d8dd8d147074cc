/** Runs what a code host would run of a pipeline: its scripts for real, what installs and builds as a stub. */

import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../..')

export interface Ran {
  readonly code: number
  readonly out: string
}

/** The tool as `npm ci` installs it. `check` is the real one; `build` packs the files of the case as they are. */
const TOOL = `#!/bin/bash
set -e
case "$1" in
  check) exec "${process.execPath}" "${root}/src/cli/index.ts" "$@" --case "$PWD/slides" ;;
  build)
    echo "built with \${*:2}."
    mkdir -p dist/offline
    tar -cf dist/offline/case.zip -C slides . ;;
  *) exit 9 ;;
esac
`

/** Puts `npm` and `unzip` into a folder. `npm ci` says by which lock file. */
export function stubPrograms(folder: string): string {
  const bin = join(folder, 'bin')
  mkdirSync(bin, { recursive: true })
  const put = (name: string, script: string): void => {
    writeFileSync(join(bin, name), script)
    chmodSync(join(bin, name), 0o755)
  }
  put('throughline', TOOL)
  put(
    'npm',
    `#!/bin/bash
set -e
[ "$*" = "ci --ignore-scripts" ]
echo "installed by $(cat package-lock.json)"
mkdir -p node_modules/.bin
cp "${bin}/throughline" node_modules/.bin
`,
  )
  put('unzip', '#!/bin/bash\nset -e\n[ "$1 $3" = "-q -d" ]\nmkdir "$4"\ntar -xf "$2" -C "$4"\n')
  return bin
}

/** Runs a script as a code host does: bash, which ends at the first failure. */
export function runScript(
  script: string,
  { cwd, bin, env = {} }: { cwd: string; bin: string; env?: Readonly<Record<string, string>> },
): Ran {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:GIT_|CI|npm_|INIT_CWD)/.test(name),
  )
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
    cwd,
    env: {
      ...Object.fromEntries(own),
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      ...env,
      PATH: `${bin}:${process.env.PATH}`,
    },
    encoding: 'utf8',
  })
  return { code: status ?? -1, out: stdout + stderr }
}

/** Git in a folder, as nobody in particular. Returns what it said, trimmed. */
export function git(cwd: string, ...args: readonly string[]): string {
  const nobody = ['-c', 'user.name=A writer', '-c', 'user.email=writer@example.org']
  return execFileSync('git', [...nobody, ...args], { cwd, stdio: 'pipe' })
    .toString()
    .trim()
}
