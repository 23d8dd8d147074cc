/** The page of keys. */
import {
  type Key,
  keysOf,
  nameOfKey,
  type ReadingTools,
  readingKeysOf,
  type Tools,
} from '../../../src/pages/deck/_slides/keys.ts'
import { code, page, plain, table } from './page.ts'

/** Where the manual says more of what a key does. */
const MORE: Readonly<Record<string, string>> = {
  d: '[the pen](../40-present.mdx#the-pen)',
  n: '[questions](../45-in-the-room.mdx#questions)',
  q: '[in the room](../45-in-the-room.mdx). It is there in a room alone',
  s: '[the speaker view](../40-present.mdx#the-speaker-view)',
  r: '[read the deck as a page](../40-present.mdx#read-the-deck-as-a-page)',
}

/** Every key of the deck, as its help tells them. */
export function keysPage(): string {
  return page(
    '## Keys',
    'In the deck:',
    // Nobody presses them here.
    keyTable(keysOf(anything() as Tools)),
    'What you type to go to a slide is its number, words of its title or of an item, or an id such as `12b`. Among all slides the arrows, `Home`, `End` and such words choose one, `Enter` opens it, and `Esc` goes back. A browser that is set to larger text has it from the start.',
    'Where the slides are a page to read:',
    keyTable(readingKeysOf(anything() as ReadingTools)),
    'Keys do nothing while you type, or with Ctrl, Alt or Cmd held. Help can switch off all keys of one letter or sign; F1 stays.',
  )
}

function keyTable(rows: readonly Key[]): string {
  return table(
    ['Key', 'What it does'],
    rows.map(({ keys, does }) => {
      const [more] = keys.flatMap((key) => MORE[key] ?? [])
      const said = more === undefined ? plain(does) : `${plain(does)}. See ${more}`
      return [keys.map((key) => code(nameOfKey(key))).join(', '), said]
    }),
  )
}

/** An object that has every field, which is such an object again. */
function anything(): unknown {
  return new Proxy({}, { get: anything })
}
