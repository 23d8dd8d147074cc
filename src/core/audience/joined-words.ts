/** Words that stand apart in a source and together on a page: those of links, and the texts of formulas. */

/** A sign that nobody sees, so that places stay the same. */
const UNSEEN = '\u00AD'

// Matches "[words](address)" and "[words][name]", pictures too.
const RE_LINK =
  /(!?\[)([^\][]{1,300})(\](?:\([^()\n]{0,600}(?:\([^()\n]{0,200}\)[^()\n]{0,600})?\)|\[[^\][\n]{0,100}\]))/g

// Matches "\text{", "\mathbf {", "\left", "}" and "$" of formulas, not the end of a comment.
const RE_TEX = /\\[a-zA-Z]{2,20}[ \t]{0,9}\{?|(?<!\/[ \t]{0,9})[{}]|\$/g
// Matches the spaces of formulas: "\ ", "\,", "~", "\quad".
const RE_TEX_SPACE = /\\(?:[ ,;:!]|q?quad(?![a-zA-Z]))|~/g

/** The words with links and formulas joined to what stands beside them; `undefined` where there are none. */
export function joinedWords(words: string): string | undefined {
  const joined = [joinLinks, joinFormulas].reduce((text, join) => join(text), words)
  return joined === words ? undefined : joined
}

function joinLinks(words: string): string {
  return words.replace(RE_LINK, (_, open: string, said: string, close: string) =>
    [hide(open), said, hide(close)].join(''),
  )
}

function joinFormulas(words: string): string {
  if (!words.includes('$')) return words
  return words.replace(RE_TEX_SPACE, (space) => ` ${hide(space.slice(1))}`).replace(RE_TEX, hide)
}

function hide(signs: string): string {
  return UNSEEN.repeat(signs.length)
}
