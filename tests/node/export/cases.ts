/** Cases for exports, and short ways into the parts of the files. */
import type { Browser } from 'playwright'
import { everyone } from '../../../src/core/model/audience.ts'
import { unpack } from '../../../src/node/export/office.ts'
import type { ReadCase } from '../../../src/node/read/read-case.ts'
import { readWith } from '../../core/read.ts'
import { testStore } from '../../store.ts'

/** A case with everything that a slide can hold, save pictures. */
export const TEXT = `# [Alpha] A case for bridges

## Why now

We see that **people wait**. They told [our survey](https://example.org/survey) so (1a).

<Notes>Say nothing of the mayor.</Notes>

### Objectives

We want that:

- People cross *fast*
  - on foot
  - by bike
- Nobody waits (draft: 1)

These things matter.

### What it costs

| What | Cost |
| --- | ---: |
| Bridge | £3 & more (1a) |
| Ferry | £1 < bridge |

## Key decisions

### Sprint 1

Decision 1: We chose a bridge. It lasts.

Evidence 1a: Of 31 people, 24 wait. See [the deck](deck-address) and [why](#why-now).

Decision 2: We asked "who pays?"

## Benefits

To be written by Finance, 14 March
`

/** Too long for a code, whose picture would need a browser. */
export const ADDRESS = `https://example.org/${'bridge/'.repeat(30)}`

export const YAML = `ask: Fund the bridge.
team: The bridge team
caveat: All figures are initial estimates
address: ${ADDRESS}
feedback:
  - label: Raise an issue
    url: https://example.org/issues
links:
  deck-address: deck
`

/** A case as its folder would give it. */
export function caseOf(text = TEXT, yaml = YAML): ReadCase {
  const assembled = readWith(yaml, text)
  const dates = { updated: '2020-03-14' }
  return {
    ...assembled,
    ...{
      folder: '/nowhere',
      store: testStore,
      hash: '',
      case: assembled.graph.case,
      dates,
      notes: [],
      readers: everyone,
      receipts: [],
    },
  }
}

/** For cases whose pictures need none. */
export function noBrowser(): Promise<Browser> {
  throw new Error('Unexpected use of a browser')
}

/** The XML of one part; fails where there is none. */
export function partOf(bytes: Uint8Array, path: string): string {
  const part = unpack(bytes).get(path)
  if (typeof part !== 'string') throw new Error(`Expected a part ${path}`)
  return part
}

/** The words of a stretch of XML, paragraphs apart. */
export function wordsIn(xml: string): string {
  return xml
    .replace(/<\/(?:a|w):p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .trim()
}
