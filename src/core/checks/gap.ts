/** What is still to be written. */
import type { Gap } from '../model/case.ts'
import { calledOf } from '../model/ids.ts'
import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

/** A decision without evidence is a gap too, but its own check reports it. */
export const gap: Check = ({ graph }) =>
  graph.case.gaps
    .filter(({ item, text }) => item === undefined || text !== undefined)
    .map((found) => {
      const { section, place } = found
      const item = graph.items.get(found.item ?? '')
      const name = item
        ? calledOf(item, graph.kinds)
        : `section "${graph.sections.get(section)?.title ?? ''}"`
      return { message: messageOf(found, name), place }
    })

function messageOf({ text, owner, due }: Gap, name: string): string {
  if (text === undefined) {
    return `Unexpected empty ${name}, expected its text, or "To be written by …, 14 March"`
  }
  const by = `${owner ? ` from ${owner}` : ''}${due ? ` by ${due}` : ''}`
  const step = owner ? '' : '; say who writes it: "To be written by …"'
  return `Unexpected "${shorten(text)}" in ${name}, expected its text${by}${step}`
}
