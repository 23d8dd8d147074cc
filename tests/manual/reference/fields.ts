/** Pages of fields, from the schemas that check them: case.yaml, the head of a file, case.json. */
import { stringify } from 'yaml'
import { z } from 'zod'
import { brandSchema } from '../../../src/core/brand/theme-yaml.ts'
import { caseJsonSchema, placeSchema } from '../../../src/core/register/case-json-schema.ts'
import { settingsSchema } from '../../../src/core/settings/case-yaml.ts'
import { frontMatterSchema } from '../../../src/core/settings/front-matter.ts'
import { code, fence, page, plain, table } from './page.ts'

/** Where the manual says more of a field. */
const MORE: Readonly<Record<string, string>> = {
  feedback: '[how readers answer](../60-publish.mdx#how-readers-answer)',
  accessibility: '[say how accessible it is](../60-publish.mdx#say-how-accessible-it-is)',
  accept: '[live with a finding](../10-write.mdx#live-with-a-finding)',
  since: '[say what changed](../60-publish.mdx#say-what-changed)',
  routes: '[routes](../40-present.mdx#routes)',
  withdrawn: '[keep inside](../70-keep-inside.mdx)',
  audience: '[keep inside](../70-keep-inside.mdx)',
  strength: '[say how strong it is](../20-evidence.mdx#say-how-strong-it-is)',
  priority: '[routes](../40-present.mdx#routes)',
}

const HEAD = ['Field', 'What it means', 'What may stand there', 'If you leave it out', 'Example']

/** Every field of `case.yaml`. */
export function caseYamlPage(): string {
  return page(
    '## Fields of case.yaml',
    'Every field of the first level may be left out, and so may the file. A dot stands between a field and one within it.',
    table(HEAD, rowsOf(settingsSchema)),
  )
}

/** Every field of `theme.yaml`. */
export function themeYamlPage(): string {
  return page(
    '## Fields of theme.yaml',
    'A file beside `case.yaml`, of any name, in which a brand stands. `case.yaml` says `theme: theme.yaml`:',
    fence(
      'yaml',
      "name: Harbour Office\norganisation: The Harbour Office\ncolours: { accent: '#0b6e4f', ink: '#10211c' }\nfonts: [fonts/Brand-Regular.woff2, fonts/Brand-Bold.woff2]",
    ),
    table(HEAD, rowsOf(brandSchema)),
    'Write colours in quotes: in YAML, `#` begins a comment.',
  )
}

/** Every field of the head of a file. */
export function frontMatterPage(): string {
  return page(
    '## Fields at the head of a file',
    'Between two lines of three dashes, of which the first is the first line of the file:',
    fence('yaml', '---\ntitle: For the board in March\ntiming: 6\n---'),
    table(HEAD, rowsOf(frontMatterSchema)),
    'To keep a file out of everything, start its name with `_`.',
  )
}

/** Every field of `case.json`. */
export function caseJsonPage(): string {
  const head = ['Field', 'What it means', 'What stands there']
  const shape = (schema: z.ZodType) =>
    table(
      head,
      rowsOf(schema).map((row) => row.slice(0, 3)),
    )
  return page(
    '## Shape of case.json',
    'Lists are in the order of the text. A field that says nothing is absent. Fields may be added; none is renamed or dropped without a new number in `schema`.',
    shape(caseJsonSchema),
    'A place has:',
    shape(placeSchema),
  )
}

/** What of JSON Schema our schemas come out as. */
interface JsonSchema {
  readonly type?: string
  readonly format?: string
  readonly const?: unknown
  readonly enum?: readonly string[]
  readonly anyOf?: readonly JsonSchema[]
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: JsonSchema | false
  readonly required?: readonly string[]
  readonly default?: unknown
  readonly description?: string
  readonly samples?: readonly unknown[]
}

function rowsOf(schema: z.ZodType): readonly (readonly string[])[] {
  // The types of zod name every version of the standard.
  return rowsWithin(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema, '')
}

function rowsWithin(schema: JsonSchema, path: string): readonly (readonly string[])[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const { description, samples = [] } = field
    if (description === undefined) throw new Error(`Expected a meaning of ${path}${name}`)
    const more = path === '' && MORE[name] !== undefined ? `. See ${MORE[name]}` : ''
    const isNeeded = schema.required?.includes(name) === true
    const row = [
      code(path + name),
      plain(description) + more,
      kindOf(field),
      isNeeded ? 'it must be given' : usualOf(field.default),
      samples.map((one) => code(`${name}: ${flow(one)}`)).join(' or ') || '–',
    ]
    return [row, ...rowsInside(field, `${path}${name}.`)]
  })
}

/** Of the fields within a field, its entries, or what it names. A place is said once. */
function rowsInside(field: JsonSchema, path: string): readonly (readonly string[])[] {
  const { items, additionalProperties: named } = field
  if (isPlace(field) || (items && isPlace(items))) return []
  if (items) return rowsWithin(items, path)
  if (named) return rowsWithin(named, `${path}NAME.`)
  return rowsWithin(field, path)
}

function isPlace({ properties }: JsonSchema): boolean {
  return properties !== undefined && 'file' in properties
}

const FORMATS: Readonly<Record<string, string>> = {
  date: 'a day',
  uri: 'an address',
  email: 'an e-mail address',
}

const TYPES: Readonly<Record<string, string>> = {
  boolean: '`true` or `false`',
  integer: 'a whole number',
  number: 'a number',
  string: 'words',
}

function kindOf(schema: JsonSchema): string {
  const { type = '', format = '', anyOf, items, additionalProperties: named } = schema
  if (anyOf) return anyOf.map(kindOf).join(', or ')
  if (schema.const !== undefined) return code(String(schema.const))
  if (schema.enum) return schema.enum.map(code).join(', ')
  if (isPlace(schema)) return 'a place'
  if (items)
    return items.properties && !isPlace(items)
      ? 'a list, each with fields'
      : `a list: ${kindOf(items)}`
  if (named) return `names, each with ${kindOf(named)}`
  return FORMATS[format] ?? TYPES[type] ?? 'fields'
}

function usualOf(usual: unknown): string {
  return usual === undefined || typeof usual === 'object' ? 'nothing' : code(String(usual))
}

/** As YAML, on one line. */
function flow(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim()
}
