/** What a field of a schema means, beside the field: the manual's tables are made of it. */
import type { z } from 'zod'

/** The schema, with the meaning of its field and samples where words do not say enough. */
export function about<Schema extends z.ZodType>(
  schema: Schema,
  description: string,
  ...samples: readonly z.input<Schema>[]
): Schema {
  return schema.meta({ description, samples })
}
