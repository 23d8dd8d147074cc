/** What a writer may type is named in the texts for people, so that nothing has to be found in the code. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findingIds, rowOf } from '../src/core/findings/catalogue.ts'
import { slugOf } from '../src/core/graph/slug.ts'
import { builtInKinds } from '../src/core/model/kinds.ts'
import { settingsSchema } from '../src/core/settings/case-yaml.ts'
import { frontMatterSchema } from '../src/core/settings/front-matter.ts'

const MANUAL = 'src/manual'
const texts = new Map(
  [
    'README.md',
    'CONTRIBUTING.md',
    ...below('src', /(?:^|\/)README\.md$/),
    ...below('tests', /^README\.md$/),
    ...below(MANUAL, /\.mdx$/),
  ].map((file) => [file, readFileSync(file, 'utf8')] as const),
)
const readme = textOf('README.md')
const packages = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

it('names each attack beside the claim that it proves', () => {
  const proofs = textOf('tests/README.md')
  const attacks = readdirSync('tests/attacks').filter((name) => name.endsWith('.test.ts'))
  const unnamed = attacks.filter(
    (name) => !proofs.includes(`\`attacks/${name.slice(0, -'.test.ts'.length)}\``),
  )
  expect(unnamed).toEqual([])
})

describe('README.md', () => {
  it('is no longer than 200 lines', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(201)
  })

  it('says of what one types no more than the manual', () => {
    const rows = rowsBelow(readme, '## The conventions on one screen').map(withoutTargets)
    const all = rowsBelow(reference('10-write'), '## What you type').map(withoutTargets)
    expect(rows.length).toBeGreaterThan(10)
    expect(all).toEqual(expect.arrayContaining(rows))
  })
})

describe('CONTRIBUTING.md', () => {
  it('is no longer than 150 lines', () => {
    expect(textOf('CONTRIBUTING.md').split('\n').length).toBeLessThanOrEqual(151)
  })

  const names = Object.keys({ ...packages.dependencies, ...packages.devDependencies })
  it.each(names.filter((name) => !name.startsWith('@types/')))('says why there is %s', (name) => {
    expect(textOf('CONTRIBUTING.md')).toContain(`| \`${name}\``)
  })
})

describe('what people read', () => {
  it.each(Object.keys(settingsSchema.shape))('names the field %s of case.yaml', (field) => {
    expect(reference('reference/20-case-yaml')).toMatch(new RegExp(`^\\| \`${field}\``, 'm'))
  })

  it.each(Object.keys(frontMatterSchema.shape))('names the field %s of a file', (field) => {
    expect(reference('reference/30-front-matter')).toMatch(new RegExp(`^\\| \`${field}\``, 'm'))
  })

  it.each([...builtInKinds])('names the kind %s', (_, { label }) => {
    expect(reference('reference/40-kinds')).toContain(`| \`${label} 1`)
  })

  it.each(findingIds)('names the check %s', (id) => {
    expect(reference('reference/50-checks')).toMatch(new RegExp(`^\\| \\[\`${id}\`\\]`, 'm'))
  })

  it('says the severity that each check has', () => {
    const text = reference('reference/50-checks')
    const said = findingIds.map(
      (id) => new RegExp(`^\\| \\[\`${id}\`\\]\\(#${id}\\) \\| (\\w+)`, 'm').exec(text)?.[1],
    )
    expect(said).toEqual(findingIds.map((id) => rowOf(id).severity))
  })

  it.each([...texts.keys()])('leads from %s to what is there', (file) => {
    const lost = linksIn(textOf(file)).filter((link) => {
      const [path = '', key] = link.split('#')
      const to = path === '' ? file : join(dirname(file), path)
      return !existsSync(to) || (key !== undefined && !headingsIn(to).includes(key))
    })
    expect(lost).toEqual([])
  })
})

function below(folder: string, pattern: RegExp): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => pattern.test(file))
    .map((file) => `${folder}/${file}`)
}

function textOf(file: string): string {
  const text = texts.get(file)
  if (text === undefined) throw new Error(`${file} is no text for people`)
  return text
}

function reference(name: string): string {
  return textOf(`${MANUAL}/${name}.mdx`)
}

function rowsBelow(text: string, heading: string): readonly string[] {
  const rest = text.slice(text.indexOf(heading))
  const rows = /(?:^\|.*\n)+/m.exec(rest)?.[0].trim().split('\n') ?? []
  return rows.slice(2)
}

/** Links of two files lead to one place by different ways; columns are as wide as their widest word. */
function withoutTargets(row: string): string {
  return row.replace(/\]\((?!http)[^)]*\)/g, ']').replace(/ +/g, ' ')
}

// Matches a block of code, in which links and headings are examples.
const RE_FENCED = /^ *```[\s\S]*?^ *```/gm
// Matches "`[words](address)`" and "`` `code` ``".
const RE_CODE = /`` ?.*? ?``|`[^`\n]*`/g

/** Links to other places of the repository. */
function linksIn(text: string): readonly string[] {
  const prose = text.replace(RE_FENCED, '').replace(RE_CODE, '')
  const [links, named] = [/\]\(([^)\s]+)\)/g, /^\[[^\]]+\]: (\S+)$/gm]
  return [...prose.matchAll(links), ...prose.matchAll(named)]
    .map(([, address = '']) => address)
    .filter((address) => !/^[a-z]+:/.test(address))
}

/** Addresses of the headings of a text. */
function headingsIn(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8').replace(RE_FENCED, '')
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => slugOf(title))
}
