/** Code in its parts: which of it is a comment, a word of the language, a text, a number. */
import type { HighlighterCore } from 'shiki/core'
import { LANGUAGES } from './languages.ts'

/** What a part is; each has a colour in `ui/styles/code.css`. */
type CodeRole = 'comment' | 'keyword' | 'function' | 'string' | 'constant'

interface CodePart {
  readonly text: string
  /** Absent for what has the colour of the words around it. */
  readonly role?: CodeRole
}

/**
 * The parts of code, which joined are the code. One part where nobody knows the language.
 * @param lang As its author named it behind the fence.
 */
export async function codeParts(
  code: string,
  lang: string | undefined,
): Promise<readonly CodePart[]> {
  const language = code.length > LONGEST ? undefined : languageOf(lang)
  if (!language) return [{ text: code }]
  const loaded = await highlighterFor(language)
  const how = { tokenizeMaxLineLength: LONGEST_LINE, tokenizeTimeLimit: 0 }
  const lines = loaded.codeToTokensBase(code, { lang: language.names[0], theme: NAME, ...how })
  // Its lines end as those of the code do, which may be in any way.
  const ends = [...code.matchAll(/\r?\n/g)].map(([end]) => end)
  return joined(
    lines.flatMap((line, at) => [
      ...line.map(({ content, color }) => partOf(content, color)),
      { text: ends[at] ?? '' },
    ]),
  )
}

/**
 * Characters of code, and of a line, beyond which nobody reads it. Grammars take the cube of a line's
 * length at worst: seconds for 2,000 characters.
 */
const [LONGEST, LONGEST_LINE] = [20_000, 200]

/** Of Shiki's theme in which colours are the names of variables. */
const NAME = 'roles'

/** What Shiki calls a part, where it is more than words around it. */
const ROLE_OF: Readonly<Record<string, CodeRole>> = {
  'var(token-comment)': 'comment',
  'var(token-keyword)': 'keyword',
  'var(token-function)': 'function',
  'var(token-string)': 'string',
  'var(token-string-expression)': 'string',
  'var(token-constant)': 'constant',
  'var(token-inserted)': 'string',
  'var(token-deleted)': 'keyword',
  'var(token-changed)': 'constant',
}

type Language = (typeof LANGUAGES)[number]

let highlighter: Promise<HighlighterCore> | undefined

async function highlighterFor({ grammar }: Language): Promise<HighlighterCore> {
  highlighter ??= makeHighlighter()
  const made = await highlighter
  await made.loadLanguage(grammar)
  return made
}

/** Loaded only for a case that has code. */
async function makeHighlighter(): Promise<HighlighterCore> {
  const { createCssVariablesTheme, createHighlighterCore } = await import('shiki/core')
  const { createJavaScriptRegexEngine } = await import('shiki/engine/javascript')
  return createHighlighterCore({
    themes: [createCssVariablesTheme({ name: NAME, variablePrefix: '', fontStyle: false })],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  })
}

// Matches "js" of "js title=…", "{.python}", "language-sql".
const RE_LANG = /^\{?\.?(?:lang(?:uage)?-)?([\w#+-]+)/i

function languageOf(lang: string | undefined): Language | undefined {
  const name = RE_LANG.exec(lang ?? '')?.[1]?.toLowerCase()
  return LANGUAGES.find(({ names }) => names.includes(name ?? ''))
}

function partOf(text: string, colour = ''): CodePart {
  const role = ROLE_OF[colour]
  return role && text.trim() !== '' ? { text, role } : { text }
}

/** Neighbours of one role as one part. */
function joined(parts: readonly CodePart[]): readonly CodePart[] {
  const all: CodePart[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (last && last.role === part.role)
      all[all.length - 1] = { ...last, text: last.text + part.text }
    else if (part.text !== '') all.push(part)
  }
  return all
}
