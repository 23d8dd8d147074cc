/** What code hosts run for a case, run for real on a request from a stranger: its case counts, and nothing else. */

import {
  cpSync,
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
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type PipelineHost, pipelineFor } from '../../../src/node/new/pipelines.ts'
import { git, type Ran, runScript, stubPrograms } from './host.ts'

const CASE = `# A case

## Key decisions

Decision 1: We go on (9a).

Evidence 1a: They said so.
`

/** Everything that a tool might run or read without being asked to. */
const TRAPS = {
  'package.json': '{ "scripts": { "preinstall": "touch trapped" } }',
  'package-lock.json': 'the lock of the request',
  '.npmrc': 'node-options=--require ./trap.cjs',
  'trap.cjs': 'require("fs").writeFileSync("trapped", "")',
  'astro.config.mjs': 'throw new Error("trapped")',
  '.gitattributes': '* filter=trap',
  '.gitmodules': '[submodule "x"]',
  'vendor/throughline-1.0.0.tgz': 'another tool',
  'node_modules/trap.cjs': 'require("fs").writeFileSync("trapped", "")',
} as const

let place: string
let bin: string

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'pipelines in späces-'))
  bin = stubPrograms(place)
})
afterEach(() => rmSync(place, { recursive: true }))

describe.each<PipelineHost>(['github', 'gitlab'])('on %s', (host) => {
  describe.each(['.', 'teams/Öffentlicher "Dienst"'])('in %s', (folder) => {
    it('takes the case of a request, and all else of the base', async () => {
      const { base, request } = repositories(folder)
      write(join(request, folder), {
        ...TRAPS,
        'slides/10-case.mdx': CASE,
        'slides/20-old.mdx': undefined,
        'slides/.gitattributes': '*.mdx filter=trap',
      })
      const clone = propose(base, request)
      const ran = await run(host, folder, clone)
      expect(ran.out).toContain('installed by the lock of the base')
      // Findings are those of the request, at its lines; they fail the job.
      expect(ran.code).not.toBe(0)
      expect(await findings(host, ran, join(clone, folder))).toContain('undefined-citation')
      const preview = join(clone, folder, 'preview')
      expect(readdirSync(preview).filter((name) => name.endsWith('.mdx'))).toEqual(['10-case.mdx'])
      expect(readFileSync(join(preview, '10-case.mdx'), 'utf8')).toBe(CASE)
      // All the rest is the base's, to the byte.
      const ours = join(clone, folder)
      for (const name of Object.keys(TRAPS)) {
        const was = join(base, folder, name)
        expect(existsSync(join(ours, name)), name).toBe(existsSync(was))
        if (existsSync(was)) expect(readFileSync(join(ours, name))).toEqual(readFileSync(was))
      }
      expect(existsSync(join(ours, 'trapped'))).toBe(false)
    })

    it('knows the history of the request, so that its changes are told', async () => {
      const { base, request } = repositories(folder)
      write(join(request, folder), { 'slides/10-case.mdx': CASE })
      const clone = propose(base, request)
      await run(host, folder, clone)
      expect(git(clone, 'log', '--format=%s')).toContain('What is proposed')
      expect(git(clone, 'status', '--porcelain', '--', join(folder, 'slides'))).toBe('')
    })

    it.each([
      ['a link to a file', (slides: string) => symlinkSync('/etc/passwd', join(slides, '1.mdx'))],
      ['a link to a folder', (slides: string) => symlinkSync('..', join(slides, 'up'))],
      [
        'a case folder that is a link',
        (slides: string) => {
          rmSync(slides, { recursive: true })
          symlinkSync('..', slides)
        },
      ],
      [
        'a module of another repository',
        (slides: string) => {
          git(slides, 'init', '--quiet', 'sub')
          git(join(slides, 'sub'), 'commit', '--quiet', '--allow-empty', '--message=x')
        },
      ],
    ])('refuses %s, before it installs anything', async (_, trap) => {
      const { base, request } = repositories(folder)
      trap(join(request, folder, 'slides'))
      const clone = propose(base, request)
      const ran = await run(host, folder, clone)
      expect(ran.code).not.toBe(0)
      expect(ran.out).toContain('A case holds files alone')
      expect(ran.out).not.toContain('installed')
      expect(existsSync(join(clone, folder, 'preview'))).toBe(false)
    })

    it('builds what was merged as it is', async () => {
      const { base } = repositories(folder)
      const clone = join(place, 'clone')
      git(place, 'clone', '--quiet', base, clone)
      const ran = await run(host, folder, clone, { isRequest: false })
      expect(ran.out).toContain('installed by the lock of the base')
      expect(ran.code).toBe(0)
      expect(existsSync(join(clone, folder, 'dist'))).toBe(true)
    })
  })
})

it('takes the base from the project that a fork asks, not from the fork', async () => {
  const { base, request } = repositories('.')
  write(request, { 'slides/10-case.mdx': CASE })
  const clone = propose(base, request)
  // The main branch of the fork, which is the origin of its pipeline, is the stranger's.
  git(clone, 'remote', 'set-url', 'origin', request)
  write(request, TRAPS)
  git(request, 'checkout', '--quiet', 'main')
  commit(request, 'The stranger’s own main')
  const ran = await run('gitlab', '.', clone, { project: '2' })
  expect(ran.out).toContain('installed by the lock of the base')
})

it.each([
  ['https://team.example.org/our-case', '/our-case'],
  ['https://our-case-1a2b3c.example.org', '/'],
])('publishes on GitLab for %s', async (url, base) => {
  const folder = 'our case'
  const { base: project } = repositories(folder)
  const { pages } = parse(await pipelineFor('gitlab', folder))
  const env = { ...pages.variables, CI_PAGES_URL: url, CI_PROJECT_DIR: project }
  const ran = runScript(pages.script.join('\n'), { cwd: project, bin, env })
  expect(ran.out).toContain(`built with --base ${base}.`)
  expect(readdirSync(join(project, 'public'))).toEqual(['offline'])
})

interface Repositories {
  readonly base: string
  readonly request: string
}

/** A project with a case, and a clone of it in which a request is made. */
function repositories(folder: string): Repositories {
  const made = models.get(folder) ?? modelOf(folder)
  models.set(folder, made)
  cpSync(made, place, { recursive: true, preserveTimestamps: true })
  return { base: join(place, BASE), request: join(place, REQUEST) }
}

const [BASE, REQUEST] = ['base.git', 'request']

/** Both of each folder, made once: git takes longer to make them than to be proved. */
const models = new Map<string, string>()
afterAll(() => {
  for (const made of models.values()) rmSync(made, { recursive: true })
})

function modelOf(folder: string): string {
  const model = mkdtempSync(join(tmpdir(), 'pipelines-'))
  const [base, request] = [join(model, BASE), join(model, REQUEST)]
  mkdirSync(base)
  git(base, 'init', '--quiet', '--initial-branch=main')
  write(join(base, folder), {
    'package.json': '{ "private": true }',
    'package-lock.json': 'the lock of the base',
    'vendor/throughline-1.0.0.tgz': 'the tool',
    'slides/10-case.mdx': '# A case\n',
    'slides/20-old.mdx': '## Old\n\nWords.\n',
    'slides/case.yaml': 'ask: Fund it\n',
  })
  commit(base, 'What is there')
  git(model, 'clone', '--quiet', base, request)
  git(request, 'checkout', '--quiet', '-b', 'proposal')
  return model
}

/** Commits the request, and checks it out as a code host does: merged, beside all branches of the base. */
function propose(base: string, request: string): string {
  commit(request, 'What is proposed')
  const clone = join(place, 'clone')
  git(place, 'clone', '--quiet', base, clone)
  git(clone, 'fetch', '--quiet', request, 'proposal')
  git(clone, 'checkout', '--quiet', '--detach', 'FETCH_HEAD')
  return clone
}

function commit(folder: string, message: string): void {
  git(folder, 'add', '--all', '--force')
  git(folder, 'commit', '--quiet', `--message=${message}`)
}

function write(folder: string, files: Readonly<Record<string, string | undefined>>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name)
    if (text === undefined) rmSync(path)
    else {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
  }
}

interface As {
  readonly isRequest?: boolean
  /** Id of the project that runs it; that of the base is 1. */
  readonly project?: string
}

async function run(host: PipelineHost, folder: string, clone: string, as: As = {}): Promise<Ran> {
  const flow = parse(await pipelineFor(host, folder))
  return host === 'github' ? onGithub(flow, clone, as) : onGitlab(flow, folder, clone, as)
}

interface Step {
  readonly name?: string
  readonly id?: string
  readonly if?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
  readonly 'working-directory'?: string
  readonly 'continue-on-error'?: boolean
}

/** What conditions and expressions come to. One that is not known here fails the test. */
function resultOf(
  words: string,
  facts: Readonly<Record<string, string | boolean>>,
): string | boolean {
  const value = facts[words]
  if (value === undefined) throw new Error(`Unknown in a workflow: ${words}`)
  return value
}

function onGithub(
  flow: { jobs: { build: { steps: Step[] } }; defaults: { run: Step } },
  clone: string,
  { isRequest = true }: As,
): Ran {
  let [code, out, failed, checked] = [0, '', false, true]
  for (const step of flow.jobs.build.steps) {
    const facts = {
      "github.event_name == 'pull_request'": isRequest,
      "github.event_name == 'pull_request' && !cancelled()": isRequest,
      "steps.check.outcome == 'failure'": !checked,
      'github.base_ref': 'main',
      'steps.pages.outputs.base_path': '',
    }
    if (step.run === undefined) continue
    const isMeant = step.if === undefined ? true : resultOf(step.if, facts)
    const isLast = step.if?.includes('!cancelled()') ?? false
    if (!isMeant || (failed && !isLast)) continue
    const env = Object.entries(step.env ?? {}).map(([name, text]) => [
      name,
      text.replace(/\$\{\{ (.*?) \}\}/g, (_, words) => String(resultOf(words, facts))),
    ])
    const ran = runScript(step.run, {
      cwd: join(clone, step['working-directory'] ?? flow.defaults.run['working-directory'] ?? '.'),
      bin,
      env: Object.fromEntries(env),
    })
    out += ran.out
    if (ran.code === 0) continue
    if (step['continue-on-error']) checked = false
    else [code, failed] = [ran.code, true]
  }
  return { code, out }
}

function onGitlab(
  flow: Readonly<Record<string, { script: string[]; variables: Record<string, string> }>>,
  folder: string,
  clone: string,
  { isRequest = true, project = '1' }: As,
): Ran {
  const job = flow[folder === '.' ? 'case' : `case in ${folder}`]
  if (!job) throw new Error('Expected a job')
  const ofRequest = {
    CI_MERGE_REQUEST_IID: '7',
    CI_MERGE_REQUEST_PROJECT_ID: '1',
    CI_MERGE_REQUEST_PROJECT_URL: join(place, 'base'),
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
  }
  const env = { CI_PROJECT_ID: project, ...job.variables, ...(isRequest ? ofRequest : {}) }
  return runScript(job.script.join('\n'), { cwd: clone, bin, env })
}

/** What the host was told of the case. */
async function findings(host: PipelineHost, { out }: Ran, folder: string): Promise<string> {
  return host === 'github' ? out : readFileSync(join(folder, 'findings.json'), 'utf8')
}
