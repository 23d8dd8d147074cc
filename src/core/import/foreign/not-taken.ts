/** The parts of a document that are not taken, in sentences. */

const CHARTS = 'charts: copy each as a picture, or bring its table'
const EMBEDDED = 'files inside the document: bring each by itself'

/** Parts of a file that hold no words of its text, by their paths. Slides tell of their own charts and drawings, where each stands. */
const SORTS: readonly (readonly [RegExp, string])[] = [
  [/vbaProject\.bin$/, 'macros: nothing of a document runs'],
  [/^(?:word|xl)\/charts\/chart[^/]*\.xml$/, CHARTS],
  [
    /^(?:word|xl)\/diagrams\/data[^/]*\.xml$/,
    'drawings of SmartArt: copy each as a picture, or type its words',
  ],
  [/^(?:word|ppt|xl)\/embeddings\//, EMBEDDED],
  [/^xl\/media\//, 'pictures on sheets: bring each by itself'],
  [/\/media\/[^/]*\.(?:mp4|mov|wmv|avi|m4v|mp3|wav|m4a)$/i, 'films and recordings'],
]

/**
 * A sentence on each sort of part that is not read.
 * @param charts Number of those that came with their numbers, each a chart and a workbook
 */
export function partsNotTaken(paths: readonly string[], charts = 0): readonly string[] {
  return SORTS.flatMap(([pattern, what]) => {
    const taken = what === CHARTS || what === EMBEDDED ? charts : 0
    const number = paths.filter((path) => pattern.test(path)).length - taken
    return number <= 0 ? [] : [`${number} × ${what}`]
  })
}

export const CONTENTS_LIST = 'its list of contents: pages have one of their own'

/** A sentence on what stands around the words of every page; `[]` where that is nothing. */
export function aroundPages(where: 'header' | 'footer', words: string): readonly string[] {
  const edge = where === 'header' ? 'at the top of its pages' : 'at the foot of its pages'
  return words === '' ? [] : [`what stands ${edge}: "${words.slice(0, 80)}"`]
}
