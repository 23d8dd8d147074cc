/** The boxes of a flowchart that an author wrote, by their names and words. */

// Matches the first line of a flowchart.
const RE_FLOW = /^\s*(?:flowchart|graph)\b/m

// Matches lines that name no box: comments, titles, looks, links and frames.
const RE_ASIDE =
  /^\s*(?:%%|flowchart\b|graph\b|acc(?:Title|Descr)|classDef\b|class\b|style\b|linkStyle\b|click\b|direction\b|subgraph\b|end\s*$)/

// Matches words on a line between boxes: "|no|", "-- no -->".
const RE_ON_LINE = /\|[^|]*\||(?<=--|==|-\.)\s+[^->=|]+?\s+(?=--|==|\.-)/g

// Matches "apply[Apply once]", "ok{Is it there?}", "done".
const RE_BOX =
  /([\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*)(?:\s*[[({>]+[/\\(]*\s*"?([^"\])}]*)"?\s*[\])}/\\]+)?/gu

/** Names with the words that readers see; undefined for a diagram of another kind. */
export function flowBoxes(text: string): ReadonlyMap<string, string> | undefined {
  if (!RE_FLOW.test(text)) return undefined
  const boxes = new Map<string, string>()
  const lines = text.split(/\n|;/).filter((line) => !RE_ASIDE.test(line))
  for (const line of lines) {
    for (const [, name = '', words] of line.replace(RE_ON_LINE, ' ').matchAll(RE_BOX)) {
      const known = boxes.get(name)
      if (words !== undefined || known === undefined)
        boxes.set(name, words?.replace(/<br\s*\/?>/gi, ' ').trim() ?? name)
    }
  }
  return boxes
}
