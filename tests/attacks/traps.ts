/** A repository of somebody who wants git to run programs: each leaves a file with its name. */
import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeRepository, type Repository } from '../node/repository.ts'

/** A repository with a trap in each place where it may name a program. */
export interface TrappedRepository extends Repository {
  /** A program that leaves a file called `name`. */
  readonly trap: (name: string) => string
  /** The traps that were sprung since this was last asked, by name. */
  readonly sprung: () => readonly string[]
}

const CASE = `# A case

Decision 1: We start with visits to clinics.

Evidence 1a: Half of all bookings are visits to clinics.
`

/** Two commits, a tag, a receipt, and a submodule in the case folder; both repositories are set. */
export function makeTrapped(): TrappedRepository {
  const repository = makeRepository()
  const folder = mkdtempSync(join(tmpdir(), 'traps-'))
  const ran = join(folder, 'ran')
  mkdirSync(ran)
  const trap = (name: string): string => {
    const program = join(folder, name)
    writeFileSync(program, `#!/bin/sh\n: > "${join(ran, name)}"\nexit 1\n`)
    chmodSync(program, 0o755)
    return program
  }
  const { write, commit, git } = repository
  const attributes = '*.mdx filter=evil diff=evil\n*.md filter=worse\n'
  write({ '1.mdx': CASE, 'more.md': 'More\n', '.gitattributes': attributes })
  commit('2020-03-02')
  git('tag', 'v1')
  git('init', '--quiet', 'slides/part')
  write({ 'part/notes.txt': 'Notes' })
  git('-C', 'slides/part', 'add', '--all')
  git('-C', 'slides/part', 'commit', '--quiet', '--message=Notes')
  write({
    '1.mdx': CASE.replace('Half', 'Most'),
    'case.yaml': 'since: v1\n',
    'receipts/board.json': receiptOf(git('rev-parse', 'HEAD')),
  })
  commit('2020-03-09')
  sign(repository)
  for (const home of ['.git', 'slides/part/.git']) set(join(repository.folder, home), trap)
  return {
    ...repository,
    trap,
    sprung: () => {
      const names = readdirSync(ran).toSorted()
      for (const name of names) rmSync(join(ran, name))
      return names
    },
    remove: () => {
      repository.remove()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Every place in which a repository may name a program: settings, what they include, and hooks. */
function set(home: string, trap: TrappedRepository['trap']): void {
  const included = join(home, 'included')
  const settings: Readonly<Record<string, string>> = {
    'core.fsmonitor': trap('fsmonitor'),
    'core.pager': trap('pager'),
    'core.editor': trap('editor'),
    'core.askPass': trap('askpass'),
    'core.sshCommand': trap('ssh'),
    'core.alternateRefsCommand': trap('alternates'),
    'credential.helper': trap('credentials'),
    'gpg.program': trap('gpg'),
    'log.showSignature': 'true',
    'filter.evil.clean': trap('clean'),
    'filter.evil.smudge': trap('smudge'),
    'filter.worse.process': trap('process'),
    'diff.external': trap('external'),
    'diff.evil.textconv': trap('textconv'),
    'alias.history': `!${trap('alias')}`,
    'alias.log': `!${trap('alias-log')}`,
    'includeIf.gitdir:/.path': included,
    'submodule.recurse': 'true',
    'status.submoduleSummary': 'true',
    'diff.submodule': 'diff',
    'protocol.allow': 'always',
    'protocol.ext.allow': 'always',
    'remote.origin.url': `ext::${trap('protocol')}`,
    'remote.other.url': 'git@example.org:case.git',
    'remote.origin.promisor': 'true',
    'extensions.partialClone': 'origin',
    'core.repositoryFormatVersion': '1',
  }
  appendFileSync(join(home, 'config'), Object.entries(settings).map(inConfig).join(''))
  writeFileSync(included, inConfig(['core.hooksPath', join(home, 'own-hooks')]))
  mkdirSync(join(home, 'own-hooks'))
  for (const name of ['post-index-change', 'reference-transaction', 'pre-auto-gc', 'post-checkout'])
    writeFileSync(join(home, 'own-hooks', name), `#!/bin/sh\nexec ${trap(`hook-${name}`)}\n`, {
      mode: 0o755,
    })
}

/** `core.pager` → `[core] pager = …`, with what stands between them in quotes. */
function inConfig([name, value]: readonly [string, string]): string {
  const [, section, sub, key] = /^([^.]+)\.(?:(.+)\.)?([^.]+)$/.exec(name) ?? []
  return `[${section}${sub ? ` "${sub}"` : ''}]\n${key} = ${JSON.stringify(value)}\n`
}

/** Gives the latest commit a signature, which git would have checked by the program for it. */
function sign({ git, folder }: Repository): void {
  const [head = '', message = ''] = git('cat-file', 'commit', 'HEAD').split('\n\n')
  const signature = [
    'gpgsig -----BEGIN PGP SIGNATURE-----',
    ' ',
    ' x',
    ' -----END PGP SIGNATURE-----',
  ]
  const signed = [head, ...signature, '', message, ''].join('\n')
  const id = execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], {
    cwd: folder,
    input: signed,
  })
  git('update-ref', 'HEAD', id.toString().trim())
}

function receiptOf(commit: string): string {
  const empty = { sections: [], items: [], links: [], gaps: [], findings: [] }
  const shown = { schema: 1, title: 'A case', ...empty }
  return JSON.stringify({
    schema: 1,
    name: 'Board',
    day: '2020-03-03',
    commit,
    case: shown,
    pdfs: [],
  })
}
