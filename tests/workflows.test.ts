/** What runs on the code host: it sees the whole history, and may do no more than it must. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { pipelineFor } from '../src/node/new/pipelines.ts'

interface Step {
  readonly name?: string
  readonly if?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}
/** What a workflow does before anything of a stranger's could run. */
const TAKE = 'Take the case of the request'

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<
    Record<
      string,
      { readonly permissions?: Record<string, string>; readonly steps: readonly Step[] }
    >
  >
}

const FOLDER = '.github/workflows'

/** Ours, and the one that a new case gets. */
const texts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    readdirSync(FOLDER).map((name) => [name, readFileSync(`${FOLDER}/${name}`, 'utf8')]),
  ),
  'a new case': await pipelineFor('github', '.'),
}

describe.each(Object.entries(texts))('%s', (name, text) => {
  const flow = parse(text) as Workflow
  const steps = Object.values(flow.jobs).flatMap((job) => job.steps)

  it('may only read, but for the job that publishes', () => {
    expect(flow.permissions).toEqual({ contents: 'read' })
    for (const [job, { permissions = {} }] of Object.entries(flow.jobs)) {
      const writes = Object.entries(permissions).filter(([, may]) => may === 'write')
      expect(Object.fromEntries(writes)).toEqual(
        job === 'publish' ? { pages: 'write', 'id-token': 'write' } : {},
      )
    }
  })

  it('reads the whole history, and leaves nothing with which one could write', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    expect(checkouts.map((step) => step.with)).toEqual([
      { 'fetch-depth': 0, 'persist-credentials': false },
    ])
  })

  it('runs of actions what was looked at: a tag could be moved to something else', () => {
    for (const { uses } of steps)
      expect(uses ?? `x@${'0'.repeat(40)}`).toMatch(/^[\w./-]+@[\da-f]{40}$/)
  })

  it('has no secret, and takes no more from the event than facts', () => {
    expect(text.replaceAll(/#.*/g, '')).not.toMatch(/secrets\b|GITHUB_TOKEN|github\.token/)
    const asked = [...text.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)].map(([, words]) => words)
    // None of these is written by whoever sends a request.
    const facts =
      /^(?:github\.(?:workflow_ref|ref|sha|base_ref|event_name == 'pull_request')|steps\.\w+\.outputs\.\w+)$/
    for (const words of asked) expect(words).toMatch(facts)
  })

  it('never runs what a stranger sends with more rights than that', () => {
    // Others, such as pull_request_target and workflow_run, run with the rights of the base.
    expect(Object.keys(flow.on).toSorted()).toEqual(['pull_request', 'push'])
    // What an event says may hold anything; a script gets it as a variable.
    for (const { run = '' } of steps) expect(run).not.toMatch(/\$\{\{/)
  })

  it('keeps for others only what is built for everyone', () => {
    for (const { run = '' } of steps) expect(run).not.toMatch(/--audience|npm run present/)
    const kept = steps.flatMap(({ uses, with: fields }) =>
      uses?.startsWith('actions/upload-') ? [fields?.path] : [],
    )
    expect(kept).toEqual(name === 'ci.yml' ? [] : ['preview', 'dist'])
  })

  it('runs only commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Readonly<Record<string, string>>
    }
    const run = steps.flatMap((step) => [
      ...(step.run ?? '').matchAll(/(?:npm run|bin\/throughline) (?:--silent )?([\w-]+)/g),
    ])
    for (const [, script = ''] of run) expect(Object.keys(scripts)).toContain(script)
  })
})

describe('a preview', () => {
  const stepsOf = (name: string): readonly Step[] =>
    (parse(texts[name] ?? '') as Workflow).jobs.build?.steps ?? []

  it('of what a stranger sends is made by the tool of the base, before all else', () => {
    for (const name of ['case.yml', 'a new case']) {
      const [checkout, take] = stepsOf(name)
      expect(checkout?.uses).toMatch(/^actions\/checkout@/)
      expect(take?.name).toBe(TAKE)
    }
  })

  it('of ours takes their case as that of a new case does, which is proved by running it', () => {
    const [own, made] = ['case.yml', 'a new case'].map((name) =>
      stepsOf(name).find((step) => step.name === TAKE),
    )
    expect(own?.run).toBe(made?.run)
    expect(own?.if).toBe(
      "github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name != github.repository",
    )
  })
})
