/** Sections of prose alone that give the deck no sentence to show. */
import { STATEMENT_WORDS } from '../deck/content.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Block } from '../syntax/conventions/index.ts'
import { countWords } from '../text/sentences.ts'
import type { Check } from './shared/check.ts'

export const statementAdvice: Check = (checked) => {
  const shown = blocksBySection(checked)
  return checked.graph.case.sections.flatMap(({ key, title, place }) => {
    const words = longFirstSentence(shown.get(key) ?? [])
    if (words === undefined) return []
    return [
      {
        message: `Unexpected first sentence of ${words} words in "${title}", expected at most ${STATEMENT_WORDS}: the deck shows only the title; add <Statement>…</Statement>`,
        place,
      },
    ]
  })
}

/** The words of the first sentence, where it is all that a slide could show and too long for it. */
function longFirstSentence(blocks: readonly Block[]): number | undefined {
  const prose = blocks.filter((block) => block.type === 'prose')
  if (prose.length < blocks.length || prose.some(({ quotation }) => quotation)) return undefined
  const words = countWords(prose[0]?.words.sentences[0] ?? '')
  return words > STATEMENT_WORDS ? words : undefined
}

/** What the deck sees of each section: not what is for the page, private, or behind a rule. */
function blocksBySection({ documents, graph }: Checkable): ReadonlyMap<string, readonly Block[]> {
  const shown = new Map<string, Block[]>()
  const ruled = new Set<string>()
  for (const block of documents.flatMap(({ blocks }) => blocks)) {
    const section = graph.within.get(block.at)
    if (section === undefined || block.type === 'heading' || block.type === 'other') continue
    if (block.type === 'rule') ruled.add(section)
    if (ruled.has(section) || isForPage(block)) continue
    const blocks = shown.get(section)
    if (blocks) blocks.push(block)
    else shown.set(section, [block])
  }
  return shown
}

function isForPage(block: Block): boolean {
  return block.type === 'element' && (block.name === 'Page' || block.name === 'Notes')
}
