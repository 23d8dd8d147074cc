/** No text of a case runs: what is compiled holds words alone, whatever the grammar of MDX lets one write. */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { unsafeSchemeOf } from '../../src/core/addresses/safe.ts'
import { readDocument } from '../../src/core/assemble.ts'
import { builtInKinds } from '../../src/core/model/kinds.ts'
import { processorOf } from '../../src/node/render/processor.ts'
import { type Attack, attacks, CODE } from './grammar.ts'
import { foreignIn, run } from './module.ts'

const CASE = join(import.meta.dirname, 'no-such-case')
const all = attacks()

/** As Astro compiles the file of a case. */
const renderer = processorOf(CASE, {
  audience: 'internal',
  hasPrivateNotes: true,
  ownKinds: {},
  store: CASE,
}).createMdxRenderer?.(
  { syntaxHighlight: false, shikiConfig: {}, gfm: true, smartypants: false },
  { optimize: false, srcDir: new URL('file:///no-such-sources/'), sourcemap: false },
)

it('colours no more code of a file than somebody reads, in time, and each file anew', async () => {
  const block = `\`\`\`terraform\n${'name = merge(local.a) # why\n'.repeat(400)}\`\`\`\n\n`
  const first = await compile(block)
  const most = await compile(block.repeat(1000))
  const coloured = (module: string) => module.split('code-comment').length - 1
  expect(coloured(first)).toBeGreaterThan(300)
  expect(coloured(most) / coloured(first)).toBeLessThan(15)
  expect(most.split('# why')).toHaveLength(400_001)
  expect(coloured(await compile(block))).toBe(coloured(first))
})

async function compile(text: string, frontMatter: Record<string, unknown> = {}): Promise<string> {
  const made = await (await renderer)?.process(text, join(CASE, '1.mdx'), frontMatter)
  if (!made) throw new Error('nothing compiled')
  return made.code
}

/** Code by text; `undefined` where nobody can read the text, so that nothing is compiled. */
const codes = new Map<Attack, string | undefined>()
beforeAll(async () => {
  for (const attack of all) codes.set(attack, await compile(attack.text).catch(() => undefined))
})

/** What compiled. */
function compiled(): readonly (readonly [text: string, code: string])[] {
  return [...codes].flatMap(([{ text }, code]) => (code === undefined ? [] : [[text, code]]))
}

describe('of all texts that try to run code', () => {
  it('most can be read', () => {
    expect(all.length).toBeGreaterThan(800)
    expect(compiled().length).toBeGreaterThan(all.length * 0.7)
  })

  it('each is said to be wrong, and each without code is not', () => {
    const missed = all.filter(({ text, isRefused }) => {
      const { document, findings } = readDocument({ file: '1.mdx', text }, builtInKinds)
      return findings.length > 0 || document.unsafe !== undefined ? !isRefused : isRefused
    })
    expect(missed.map(({ text }) => text)).toEqual([])
  })

  it('none has a word in the module that is more than a word', () => {
    const found = compiled().map(([text, code]) => [text, ...foreignIn(code)])
    expect(found.filter(({ length }) => length > 1)).toEqual([])
  })

  it('none runs, or gives an element what would run', () => {
    const found = compiled().filter(([, code]) => {
      const addresses = run(code).flatMap(({ props }) => [props['href'], props['src']])
      return addresses.some((address) => unsafeSchemeOf(String(address ?? '')) !== undefined)
    })
    expect(found).toEqual([])
    expect('__ran' in globalThis).toBe(false)
  })
})

describe('what would run if it were let through', () => {
  it.each([
    `_jsx("p", { title: ${CODE} })`,
    '_jsx("script", {})',
    '_jsx("p", { onclick: "a" })',
    'import "a"',
    'eval("a")',
    '`a`',
  ])('is seen: %s', (code) => {
    expect(foreignIn(code)).not.toEqual([])
  })
})

describe('the head of a file', () => {
  it('imports no layout', async () => {
    const code = await compile('# T', { layout: './layout.astro', a: CODE })
    expect(code).not.toContain('layout')
    expect(foreignIn(code)).toEqual([])
  })
})
