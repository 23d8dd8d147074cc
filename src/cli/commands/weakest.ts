/** The weakest links as lines for the terminal: `check --weakest`. */

import { planDeck } from '../../core/deck/index.ts'
import { learnWords, pairWords, toldSinking } from '../../core/doubt/advice-in-words.ts'
import { sinkingOf } from '../../core/doubt/index.ts'
import { learnNext } from '../../core/doubt/learn-next.ts'
import { supportOf } from '../../core/doubt/support.ts'
import { nameOf } from '../../core/model/ids.ts'
import { shorten } from '../../core/text/phrases.ts'
import type { Claim } from '../../core/weakest/claim.ts'
import { type WeakLink, weakestLinks } from '../../core/weakest/index.ts'
import { soundWords } from '../../core/weakest/reason.ts'
import { slideOf } from '../../core/weakest/slide.ts'
import { drawingsOf } from '../../node/mermaid/cache.ts'
import { shown } from '../../node/paths/index.ts'
import { fontMeasure } from '../../node/read/measure.ts'
import type { ReadCase } from '../../node/read/read-case.ts'
import { print } from '../../node/report/place.ts'
import { printable } from '../../node/report/width.ts'

/** How many are shown; the page `trace/weakest/` has them all. */
const SHOWN = 10

/** Numbered, the first to be attacked first, each with its reason, place and slide. */
export function weakestText(read: ReadCase): string {
  const { links, sound } = weakestLinks(read)
  if (links.length === 0) return 'No weak links: every claim has evidence that is rated and open.'
  const findSlide = slideOf(planDeck(read, fontMeasure(drawingsOf(read))))
  const listed = links.slice(0, SHOWN).map((link, index) => {
    const lines = [`${String(index + 1).padStart(2)}. ${headOf(link)}`, link.reason]
    return [...lines.map(printable), whereOf(link.claims[0], shown(read.folder), findSlide)].join(
      '\n    ',
    )
  })
  const more = links.length > SHOWN ? [`… and ${links.length - SHOWN} more in trace/weakest/`] : []
  return [
    ...sinkingText(read),
    'The weakest links: what a sponsor will attack first',
    ...listed,
    ...more,
    soundWords(sound),
    ...learnText(read),
  ].join('\n\n')
}

/** Advice as data: keys of what sinks the ask, and of what to learn next with how likely it changes the choice. */
export function adviceOn(read: ReadCase): {
  readonly sinking: { readonly singles: readonly string[]; readonly pairs: readonly string[][] }
  readonly learnNext: readonly { readonly key: string; readonly words: string }[]
} {
  const { items } = supportOf(read)
  const { singles, pairs } = sinkingOf(read)
  const keyOf = (at: number) => items[at]?.key ?? ''
  return {
    sinking: { singles: singles.map(keyOf), pairs: pairs.map((pair) => pair.map(keyOf)) },
    learnNext: learnNext(read).map((one) => ({
      ...{ key: one.item.key, words: learnWords(one), reach: one.reach, sinks: one.sinks },
      ...(one.chance === undefined ? {} : { chance: one.chance }),
    })),
  }
}

/** What sinks the ask, first of all. */
function sinkingText(read: ReadCase): readonly string[] {
  const support = supportOf(read)
  if (support.items.length === 0) return []
  const { lead, singles, pairs, rest } = toldSinking(support, sinkingOf(read))
  const alone = singles.slice(0, SHOWN).map((at) => {
    const { name = '', text = '' } = support.items[at] ?? {}
    return `  ${name}: ${shorten(text, 60)}`
  })
  const others = singles.length - alone.length
  const both = pairs.slice(0, SHOWN).map((pair) => `  Both ${pairWords(support, pair)}`)
  const more = others > 0 ? [`  … and ${others} more in trace/weakest/`] : []
  return [[lead, ...alone, ...more, ...both, ...(rest ? [rest] : [])].map(printable).join('\n')]
}

function learnText(read: ReadCase): readonly string[] {
  const learned = learnNext(read)
  if (learned.length === 0) return []
  const lines = learned.slice(0, SHOWN).map((one, index) => {
    const name = nameOf(one.item, read.graph.kinds)
    const head = `${String(index + 1).padStart(2)}. ${name}: ${shorten(one.item.text, 60)}`
    return [head, learnWords(one)].map(printable).join('\n    ')
  })
  return ['What to learn next: an answer is most likely to change the choice', ...lines]
}

function headOf({ name, claims: [{ text, sort }, ...others] }: WeakLink): string {
  return sort === 'claim' && others.length === 0 ? `${name}: ${shorten(text, 70)}` : name
}

function whereOf(claim: Claim, folder: string, findSlide: ReturnType<typeof slideOf>): string {
  const { file, line } = claim.place
  const place = print({ file, ...(line === undefined ? {} : { line }) }, folder)
  const slide = findSlide(claim)
  return slide ? `${place}, slide ${slide.n} of ${slide.of}` : place
}
