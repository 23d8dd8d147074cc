/** Which fields a schema knows, for the nearest right one to a field that it does not know. */
import { z } from 'zod'

/** The fields that may stand at a path of the value; `[]` where names are free. */
export function fieldsAt(
  schema: z.core.$ZodType | undefined,
  path: readonly PropertyKey[],
): readonly string[] {
  const [key, ...rest] = path
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    return fieldsAt(schema.unwrap(), path)
  if (schema instanceof z.ZodObject)
    return key === undefined ? Object.keys(schema.shape) : fieldsAt(schema.shape[String(key)], rest)
  if (key === undefined) return []
  if (schema instanceof z.ZodRecord) return fieldsAt(schema.valueType, rest)
  return schema instanceof z.ZodArray ? fieldsAt(schema.element, rest) : []
}
