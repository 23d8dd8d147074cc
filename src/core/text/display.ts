/** Signs as they are set in large type: “ ” for straight quotes, → for `->`. Code and sources stay as typed. */

// Matches what stands before an opening quotation mark: nothing, a space, a bracket or a dash, and marks.
const RE_BEFORE_OPENING = /(?:^|[\s([{—–/])["'“‘]*$/u

/** So many marks stand in front of an opening one at most: all before them need not be read for each. */
const MOST_MARKS = 8

/**
 * @param code stretches that stay as typed, wherever they stand: see `codeIn`
 * @param before what stands right before the text, so that its first sign knows where it is
 */
export function displayText(text: string, code: readonly string[] = [], before = ''): string {
  const at = code.findIndex((one) => text.includes(one))
  const typed = code[at]
  if (typed !== undefined) {
    // No piece holds it again, so that this goes no deeper than there are stretches.
    const others = code.slice(at + 1)
    return text
      .split(typed)
      .map((piece, index) => displayText(piece, others, index === 0 ? before : typed.slice(-1)))
      .join(typed)
  }
  return text
    .replace(/(["'])/g, (sign, _, index: number) => {
      const start = Math.max(0, index - MOST_MARKS)
      const near = (start === 0 ? before : 'x') + text.slice(start, index)
      const opens = RE_BEFORE_OPENING.test(near)
      if (sign === '"') return opens ? '“' : '”'
      // "'90s" and "rock 'n' roll" leave something out, and so close.
      const isLeftOut = /^'(?:\d\ds?\b|n'|tis\b|twas\b)/i.test(text.slice(index, index + 6))
      return opens && !isLeftOut ? '‘' : '’'
    })
    .replace(/<->|<-+>/g, '↔')
    .replace(/(?<!-)-+>/g, '→')
    .replace(/(?<!\S)<-+(?!\S)/g, '←')
}

/** The code among words that large type would change, the longest first. Plain text does not say what was code. */
export function codeIn(stretches: readonly string[]): readonly string[] {
  const changed = new Set(stretches.filter((one) => one.length > 1 && displayText(one) !== one))
  return [...changed].sort((a, b) => b.length - a.length)
}

// Matches a tag, or words between two.
const RE_PART = /<(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+|</g
/** Signs as they stand in HTML. */
const SIGNS: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&gt;': '>',
  '&lt;': '<',
}

/** The same in rendered HTML: its tags, its code and what tags say stay as they are. */
export function displayHtml(html: string): string {
  let before = ''
  let codes = 0
  return html.replace(RE_PART, (part) => {
    if (part.startsWith('<') && part !== '<') {
      if (/^<(?:code|pre|kbd|samp)\b/i.test(part)) codes += 1
      if (/^<\/(?:code|pre|kbd|samp)\b/i.test(part)) codes -= 1
      return part
    }
    const words = part.replace(/&(?:quot|apos|gt|lt|#34|#39);/g, (sign) => SIGNS[sign] ?? sign)
    const shown = codes > 0 ? words : displayText(words, [], before)
    before = words.slice(-1)
    if (shown === words) return part
    return shown.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  })
}
