/** Reads JSON that others may have written. */

/** The value of a JSON text; `undefined` for what is no JSON, such as a file of which half was written. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
