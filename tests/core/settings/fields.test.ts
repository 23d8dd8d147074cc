/** Every field that an author may write says what it means. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { settingsSchema } from '../../../src/core/settings/case-yaml.ts'
import { frontMatterSchema } from '../../../src/core/settings/front-matter.ts'

/** The schemas of all fields within a schema, by their names. */
function fieldsIn(schema: z.core.$ZodType, path = ''): readonly (readonly [string, z.ZodType])[] {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    return fieldsIn(schema.unwrap(), path)
  if (schema instanceof z.ZodArray) return fieldsIn(schema.element, path)
  if (schema instanceof z.ZodRecord) return fieldsIn(schema.valueType, path)
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).flatMap(
    ([name, field]) => [[path + name, field], ...fieldsIn(field, `${path}${name}.`)],
  )
}

describe('a field of case.yaml or of a file', () => {
  const fields = [...fieldsIn(settingsSchema), ...fieldsIn(frontMatterSchema)]

  it.each(fields)('says what it means, with samples that it takes: %s', (_, schema) => {
    const { description = '', samples } = schema.meta() ?? {}
    expect(description).toMatch(/^[A-Z`].*[^.]$/)
    for (const sample of samples as readonly unknown[])
      expect(schema.safeParse(sample)).toMatchObject({ success: true })
  })

  it('is found wherever it stands', () => {
    const names = fields.map(([name]) => name)
    for (const name of ['title', 'routes.minutes', 'accept.owner', 'limits.sentenceWords'])
      expect(names).toContain(name)
  })
})
