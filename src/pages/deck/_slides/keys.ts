/**
 * Every key of the deck, in one table: the keys, what they do, and the function that does it. What is
 * pressed is looked up here, and help shows the same rows.
 */
import type { RevealApi } from 'reveal.js'
import type { SlideWindow } from './slide-window.ts'

export interface Key {
  /** Names as in `KeyboardEvent.key`, letters small; with `Shift+` in front where it is held. */
  readonly keys: readonly string[]
  readonly does: string
  readonly run: () => void
  /** When it does that; always, if left out. Otherwise the key is left to the browser. */
  readonly when?: () => boolean
  /** What it does while evidence is open; nothing, if left out. */
  readonly inDrawer?: () => void
}

/** What the keys work with. */
export interface Tools {
  readonly deck: RevealApi
  readonly slideWindow: SlideWindow
  readonly evidence: { step(by: 1 | -1): void; close(): void }
  readonly zoom: { toggle(): void; isIn(): boolean; out(): void }
  /** The film of the slide. */
  readonly film: { toggle(): void; isThere(): boolean; isFocused(): boolean }
  /** What falls with something on the slide. */
  readonly doubt: () => void
  /** Keeps a question that was asked. */
  readonly keepQuestion: () => void
  readonly showBlackScreen: () => void
  readonly togglePointer: () => void
  readonly draw: () => void
  readonly text: { enlarge(): void; reset(): void }
  readonly toggleFullScreen: () => void
  readonly openGoTo: () => void
  /** To where one was before one went to something. */
  readonly goBack: () => void
  readonly canGoBack: () => boolean
  readonly openOverview: () => void
  readonly openSpeaker: () => void
  readonly read: () => void
  /** Present in a room: shows the code by which others come in. */
  readonly showCode?: (() => void) | undefined
  readonly openHelp: (keys: readonly Key[]) => void
}

const QUESTION = 'Keep a question that was asked'
const DOUBT = 'What falls if this does not hold, and back'

/** A case may have nothing to doubt. */
const canDoubt = (): boolean => document.getElementById('doubts') !== null

/** The table. Another key is a row. */
export function keysOf(tools: Tools): readonly Key[] {
  const { deck, slideWindow, evidence, zoom, film } = tools
  const showOverview = (): void => (zoom.isIn() ? zoom.out() : tools.openOverview())
  const rows: readonly Key[] = [
    { keys: ['ArrowRight'], does: 'Go on', run: deck.right, inDrawer: evidence.close },
    { keys: ['ArrowLeft'], does: 'Go back', run: deck.left, inDrawer: evidence.close },
    { keys: ['ArrowDown'], does: 'Down, to the evidence below', run: deck.down },
    { keys: ['ArrowUp'], does: 'Up again', run: deck.up },
    {
      keys: [' '],
      does: 'Every slide in turn, also those below',
      run: deck.next,
      // A film with the focus is played and paused by it.
      when: () => !film.isFocused(),
    },
    { keys: ['Shift+ '], does: 'Every slide in turn, backwards', run: deck.prev },
    {
      keys: ['PageDown'],
      does: 'The same with a clicker',
      run: deck.next,
      inDrawer: evidence.close,
    },
    {
      keys: ['PageUp'],
      does: 'Backwards with a clicker',
      run: deck.prev,
      inDrawer: evidence.close,
    },
    { keys: ['Home'], does: 'First slide', run: slideWindow.first },
    { keys: ['End'], does: 'Last slide', run: slideWindow.last },
    {
      keys: ['k'],
      does: 'Play the film of the slide, or pause it',
      run: film.toggle,
      when: film.isThere,
    },
    { keys: ['g'], does: 'Go to a slide, an item or an answer', run: tools.openGoTo },
    {
      keys: ['Backspace'],
      does: 'Back to where you were before that',
      run: tools.goBack,
      when: tools.canGoBack,
      inDrawer: tools.goBack,
    },
    { keys: ['o', 'Escape'], does: 'All slides at a glance', run: showOverview },
    {
      keys: ['e'],
      does: 'Evidence of the slide, one after another',
      run: () => evidence.step(1),
      inDrawer: () => evidence.step(1),
    },
    {
      keys: ['Shift+e'],
      does: 'Evidence, backwards',
      run: () => evidence.step(-1),
      inDrawer: () => evidence.step(-1),
    },
    { keys: ['x'], does: DOUBT, run: tools.doubt, when: canDoubt, inDrawer: tools.doubt },
    {
      keys: ['n'],
      does: QUESTION,
      run: tools.keepQuestion,
      inDrawer: tools.keepQuestion,
    },
    {
      keys: ['z'],
      does: 'Zoom to what is under the pointer, and back',
      run: zoom.toggle,
    },
    { keys: ['l'], does: 'A large dot that follows the pointer', run: tools.togglePointer },
    { keys: ['d'], does: 'Draw on the slide', run: tools.draw },
    { keys: ['+', '='], does: 'Larger text: 120 %', run: tools.text.enlarge },
    { keys: ['-'], does: 'Text as it was: 100 %', run: tools.text.reset },
    {
      keys: ['b', '.'],
      does: 'Black screen, until any key or tap',
      run: tools.showBlackScreen,
      inDrawer: tools.showBlackScreen,
    },
    { keys: ['s'], does: 'Speaker view, in a window of its own', run: tools.openSpeaker },
    ...(tools.showCode
      ? [{ keys: ['q'], does: 'Code to follow on a phone, or away', run: tools.showCode }]
      : []),
    { keys: ['f', 'F5'], does: 'Full screen', run: tools.toggleFullScreen },
    { keys: ['r'], does: 'Read all slides as a page', run: tools.read },
    { keys: ['?', 'F1'], does: 'This help', run: () => tools.openHelp(rows) },
  ]
  return rows
}

/** What the keys of the reading view work with. */
export interface ReadingTools
  extends Pick<Tools, 'openGoTo' | 'openOverview' | 'openHelp' | 'doubt' | 'keepQuestion'> {
  readonly present: () => void
  /** Whether there is room for slides. */
  readonly canPresent: () => boolean
}

/** The table of the reading view: whatever scrolls and moves there, the browser does. */
export function readingKeysOf(tools: ReadingTools): readonly Key[] {
  const rows: readonly Key[] = [
    { keys: ['g'], does: 'Go to a slide, an item or an answer', run: tools.openGoTo },
    { keys: ['o'], does: 'All slides at a glance', run: tools.openOverview },
    { keys: ['x'], does: DOUBT, run: tools.doubt, when: canDoubt },
    { keys: ['n'], does: QUESTION, run: tools.keepQuestion },
    { keys: ['r'], does: 'Present from here', run: tools.present, when: tools.canPresent },
    {
      keys: ['?', 'F1'],
      does: 'This help',
      run: () => tools.openHelp(rows.filter(({ when }) => when?.() ?? true)),
    },
  ]
  return rows
}

/** Names on the keys where they are not what `KeyboardEvent.key` says. */
const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  Escape: 'Esc',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
}

/** What stands on a key: `Shift+e` → `Shift E`. */
export function nameOfKey(name: string): string {
  const key = unshifted(name)
  const shown = NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  return key === name ? shown : `Shift ${shown}`
}

/** The key itself, also where Shift is held with it. */
export function unshifted(name: string): string {
  return name.replace(/^Shift\+(?=.)/, '')
}
