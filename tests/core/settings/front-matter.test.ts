/** Front matter: what is read, and what a fault says. */
import { expect, it } from 'vitest'
import { readFrontMatter } from '../../../src/core/settings/front-matter.ts'

it('reads a block at the start, with Windows line ends and a byte order mark too', () => {
  for (const text of ['---\ntiming: 5\n---\n\n# T', '\uFEFF---\r\ntiming: 5\r\n---\r\n']) {
    expect(readFrontMatter(text, 'a.mdx')).toEqual({ frontMatter: { timing: 5 }, findings: [] })
  }
  expect(readFrontMatter('---\n---\n', 'a.mdx')).toEqual({ frontMatter: {}, findings: [] })
})

it('takes words as they are written, where YAML sees numbers', () => {
  const text =
    '---\ntitle: 2030\nrfc: 0031\nauthors: [7, Kim]\nstrength: { 1.10: 2026 }\ntiming: 5\n---\n'
  const { frontMatter, findings } = readFrontMatter(text, 'a.mdx')
  expect({ ...frontMatter, findings }).toEqual({
    ...{
      title: '2030',
      rfc: '0031',
      authors: ['7', 'Kim'],
      strength: { '1.10': '2026' },
      timing: 5,
    },
    findings: [],
  })
})

it('takes a rule for a rule', () => {
  for (const text of ['# T\n\n---\n\ntiming: x\n\n---\n', '---\n\ntext --- more', '']) {
    expect(readFrontMatter(text, 'a.mdx')).toEqual({ frontMatter: {}, findings: [] })
  }
})

it.each(['\n---\naudience: internal\n---\n', '---\naudience: internal\n\n## Why\n'])(
  'refuses an audience that is not at the head of the file: %j',
  (text) => {
    const [finding] = readFrontMatter(text, 'a.mdx').findings
    const line = text.split('\n').indexOf('audience: internal') + 1
    expect(finding?.place).toEqual({ file: 'a.mdx', line, column: 1 })
    expect(finding?.message).toContain('expected it at the head of the file')
  },
)

it('counts lines from the start of the file', () => {
  const { findings } = readFrontMatter('---\ntitle: T\ntimng: 5\n---\n', 'a.mdx')
  expect(findings).toMatchObject([
    {
      check: 'off-schema',
      severity: 'error',
      message: 'Unexpected field "timng", expected timing',
      place: { file: 'a.mdx', line: 3, column: 1 },
    },
  ])
})
