/** What a diagram asks for and no drawing does: to run, to load, and to look as no case does. */
import { unsafeSchemeOf } from '../addresses/safe.ts'
import { allBlocks } from '../syntax/conventions/index.ts'
import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const diagramCode: Check = ({ documents }) =>
  documents
    .flatMap(({ blocks }) => [...allBlocks(blocks)])
    .flatMap((block) => {
      if (block.type !== 'diagram') return []
      const { file, line } = block.place
      return block.text.split('\n').flatMap((text, index) => {
        const found = codeIn(text)
        if (!found) return []
        // The fence's own line stands before the first line of the text.
        const at = line === undefined ? {} : { line: line + 1 + index }
        const { what, expected } = found
        const message = `Unexpected ${what} in a diagram: "${shorten(text.trim())}", expected ${expected}: the drawing is made without it`
        return [{ message, place: { file, ...at } }]
      })
    })

interface Idle {
  readonly what: string
  readonly expected: string
  readonly isIn: (line: string) => boolean
}

/** What stands in a line and does nothing, the most dangerous first. */
const IDLE: readonly Idle[] = [
  {
    what: 'link that runs something',
    expected: 'an address that starts with https:',
    isIn: (line) => RE_LINK.test(line) && addressesIn(line).some((one) => unsafeSchemeOf(one)),
  },
  {
    what: 'call of a function',
    expected: 'a link: click a href "https://…"',
    isIn: (line) => RE_CALL.test(line),
  },
  {
    what: 'markup',
    expected: 'words',
    isIn: (line) => RE_MARKUP.test(line),
  },
  {
    what: 'address of something to load',
    expected: 'a colour, such as fill:#ffd',
    isIn: (line) => RE_LOADS.test(line),
  },
  {
    what: 'picture in a box',
    expected: 'words in the box, and the picture beside the diagram',
    isIn: (line) => RE_PICTURE.test(line),
  },
  {
    what: 'style that hides words',
    expected: 'words that readers see, or none',
    isIn: (line) => RE_HIDES.test(line),
  },
  {
    what: 'setting that a case can’t change',
    expected: 'a diagram in the look of the case',
    isIn: (line) => RE_SETTING.test(line),
  },
]

function codeIn(line: string): Idle | undefined {
  // A comment draws nothing; a directive begins like one.
  return /^\s*%%(?!\{)/.test(line) ? undefined : IDLE.find(({ isIn }) => isIn(line))
}

// Matches "click a", "link A: Board @", "links A: {".
const RE_LINK = /^\s*(?:click|links?)\s/i

// Matches `call tell(`, `click a tell`, `click a tell "Tip"`; not `click a href "…"` or `click a "…"`.
const RE_CALL = /^\s*click\s+[\w,.-]+\s+(?:call\s|(?!href\b|call\b)[A-Za-z_$][\w$.]*\s*(?:\(|"|$))/i

// Matches "<img", "<script", "#lt;iframe", "&lt;svg"; not "<br>", "<b>" and "A <|-- B".
const RE_MARKUP =
  /(?:<|#lt;|&lt;)\s*(?:script|style|img|image|iframe|object|embed|svg|video|audio|link|meta|base|form|input|button|foreignobject|math|details|a)\b/i

// Matches "fill:url(https://…", "@import"; not "url(#dots)".
const RE_LOADS = /\burl\(\s*(?!["']?#)|@import\b/i

// Matches `a@{ img: "https://…" }`, `a@{ icon: "fa:user" }`, "::icon(fa fa-book)", "fa:fa-car".
const RE_PICTURE =
  /^\s*(?:img|icon)\s*:\s*["']|@\{[^}]*\b(?:img|icon)\s*:|::icon\(|\bfa[bsrl]?:fa-/i

// Matches "style a color:transparent", "classDef quiet font-size:0px"; not "fill:transparent", a box.
const RE_HIDES =
  /^\s*(?:classDef|style|linkStyle)\s.*(?<![\w-])(?:color\s*:\s*transparent|font-size\s*:\s*0)(?![.\d])/i

// Matches what Mermaid is told not to take from a text: see `secure` in `node/mermaid/look.ts`.
const RE_SETTING =
  /^\s*(?:%%\{.*|["']?)\b(?:securityLevel|secure|startOnLoad|themeCSS|htmlLabels|fontFamily|maxTextSize|maxEdges|suppressErrorRendering)["']?\s*:/i

function addressesIn(line: string): readonly string[] {
  const quoted = [...line.matchAll(/"([^"]*)"/g)].map(([, words = '']) => words)
  return [...quoted, line.split('@').at(-1)?.trim() ?? '']
}
