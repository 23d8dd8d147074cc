import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../src/core/code/languages.ts'
import { codeParts } from '../../../src/core/code/parts.ts'

const names = LANGUAGES.flatMap((language) => language.names)

/** Signs that open and close things in many languages, and ends of lines. */
const signs = [
  ...'{}[]()<>"\'`#/*-=;:,. \t\n\\$&é1a_@',
  '\r\n',
  '--',
  '//',
  '/*',
  '*/',
  '<!--',
  'if ',
  'select ',
]

describe('codeParts', () => {
  it.each(LANGUAGES.map((language) => language.names[0]))(
    'keeps every sign of code in %s',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.constantFrom(...signs), { maxLength: 60 }), async (some) => {
          const code = some.join('')
          const parts = await codeParts(code, name)
          expect(parts.map(({ text }) => text).join('')).toBe(code)
        }),
        { numRuns: 25 },
      )
    },
  )

  it.each([
    ['js', 'const a = "b" // why', ['const', '"b"', '// why']],
    ['SQL', "select a from b where c = 'd' -- why", ['select', "'d'", '-- why']],
    ['{.python}', 'def f(): return "x"  # why', ['def', '"x"', '# why']],
    ['yaml title=a', 'open: true # why', ['open:', 'true', '# why']],
    ['language-bash', 'if true; then echo "x"; fi # why', ['if', '"x"', '# why']],
  ])('tells what the parts of %s are', async (name, code, told) => {
    const coloured = (await codeParts(code, name)).filter(({ role }) => role)
    for (const text of told) expect(coloured.map((part) => part.text.trim())).toContain(text)
  })

  it.each([undefined, '', 'text', 'klingon', 'constructor', '__proto__'])(
    'leaves code in %s as it is',
    async (name) => {
      expect(await codeParts('const a = 1', name)).toEqual([{ text: 'const a = 1' }])
    },
  )

  it('gives only roles that have a colour', async () => {
    const sheet = readFileSync('src/ui/styles/code.css', 'utf8')
    const all = await Promise.all(
      names.map((name) =>
        codeParts('// a\n# a\n-- a\nconst a = f("b", 1)\nif (true) { "c": 2 }', name),
      ),
    )
    const roles = new Set(all.flat().flatMap(({ role }) => role ?? []))
    expect(roles.size).toBeGreaterThan(3)
    for (const role of roles) expect(sheet).toContain(`.code-${role} {`)
  })
})
