/** What to do about YAML that cannot be read, for somebody who does not know it. */

// Matches "ask: Approve: £480k" and "- label: @ask": a name, a colon, and what stands behind.
const RE_FIELD = /^(\s*(?:-\s+)?)([^\s:#"'[{][^:]*):\s+(\S.*?)\s*$/
/** Signs that mean something to YAML at the start of a value. */
const RE_SIGN = /^[*&!|>%@`#{[\]},?-]/

/**
 * The next step; undefined where the line does not tell.
 *
 * @param line where the reader stopped
 * @param reason what the reader of YAML says of it, in its own terms
 */
export function mendYaml(line: string, reason: string): string | undefined {
  if (/^\s*\t/.test(line)) return 'Put spaces, and no tab, in front of this line'
  const [, before = '', name = '', value = ''] = RE_FIELD.exec(line) ?? []
  if (/unique/i.test(reason)) {
    const written = (name || line.split(':')[0] || '').trim()
    return `Delete one of the two lines "${written}": the name stands there twice`
  }
  const [, closing] = /end with an? ([\]}])/.exec(reason) ?? []
  if (closing && /^[[{]/.test(value))
    return `Put quotes round the value: ${name}: ${quoted(value)}, or close the bracket: put ${closing} at its end`
  const isQuoted = /^(["']).*\1$/.test(value)
  if (value !== '' && !isQuoted && (/:(?:\s|$)/.test(value) || RE_SIGN.test(value)))
    return `Put quotes round the value: ${before.trim() === '-' ? '- ' : ''}${name}: ${quoted(value)}`
  if (/^["']/.test(value) && !isQuoted)
    return `Put a quotation mark at the end of the value too: ${name}: ${quoted(value.slice(1))}`
  if (/indent/i.test(reason))
    return 'Put as many spaces in front of this line as in front of the one above'
  if (!/:(?:\s|$)/.test(line) && !/^\s*(?:-|#|$)/.test(line))
    return `Put a name and a colon in front of the words: note: ${quoted(line.trim())}. If they belong to the line above, put two spaces in front`
  return undefined
}

/** `"Approve: £480k"`; in single quotes where it has double ones itself. */
function quoted(value: string): string {
  const words = value.replace(/["']$/, (sign) => (value.split(sign).length % 2 === 0 ? '' : sign))
  return words.includes('"') ? `'${words.replaceAll("'", "''")}'` : `"${words}"`
}
