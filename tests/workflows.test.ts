/** What runs on the code host: it sees the whole history, and may do no more than it must. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { pipelineFor } from '../src/node/new/pipelines.ts'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}
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

  it('reads the whole history, and names a version of every action', () => {
    const [checkout] = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    expect(checkout?.with?.['fetch-depth']).toBe(0)
    for (const { uses } of steps) expect(uses ?? 'x@v1').toMatch(/@(?:v\d+|[\da-f]{40})$/)
  })

  it('never runs what a stranger sends with more rights than that', () => {
    expect(Object.keys(flow.on)).not.toContain('pull_request_target')
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
