/** What the pages show, and how that follows what is saved. */
import { setTimeout as pause } from 'node:timers/promises'
import type { ReadCase } from '../read/read-case.ts'
import { explain } from '../report/failure.ts'
import type { Listed } from './listed.ts'
import type { LivePages } from './pages.ts'
import type { Watch } from './watch.ts'

/** What came of reading the case again. */
export interface LiveReading {
  /** Of which pages are made; absent where none can be. */
  readonly read?: ReadCase
  /** Why pages cannot be rendered, in lines for people; absent where they can. */
  readonly unreadable?: string
  /** Of what pages are made, as a hash; absent where they cannot be rendered. */
  readonly content?: string
  /** What pages list; absent where that is not known yet. */
  readonly listed?: Listed
  /** Settles when the diagrams that had to be drawn are drawn; absent where there were none to draw. */
  readonly drawing?: Promise<unknown>
}

/** A case that is followed. */
export interface FollowedCase {
  /** Of its folder, since before it was read. */
  readonly watch: Watch
  readonly pages: LivePages
  /** What the look before the start came to. */
  readonly first: LiveReading & { readonly listed: Listed }
  /** Runs after each change, never twice at a time: as much as pages wait for. Never rejects. */
  readonly readAgain: () => Promise<LiveReading>
  /** Runs once pages show a change: all that can be said of it. Never rejects. */
  readonly check: () => Promise<LiveReading>
  /** Told what went wrong while a page was rendered. */
  readonly onError: (error: unknown) => void
}

/** What is shown now. */
export interface LiveState {
  /** Differs for each state that pages have shown, also of a `dev` that ran before. */
  readonly mark: () => string
  /** Why there are no pages, in lines for people. */
  readonly unreadable: () => string | undefined
  /** What open pages are told, as JSON. */
  readonly told: () => string
  /** Settles once each change was looked at: a page of what nobody has read may be of a broken case. */
  readonly untilSeen: () => Promise<void>
  /** Checks nothing more. */
  readonly close: () => void
}

/** Milliseconds that a page waits for its diagrams; later ones come a moment after it. */
const PATIENCE = 300

/** Milliseconds in which pages come first: they are what people look at. */
const SOON = 100

// Matches the files whose change shows in a look's `content`.
const RE_READ = /(?:\.mdx|^case\.yaml)$/

/** Follows a case from its first reading on; calls `tell` whenever there is something to tell. */
export function followCase(live: FollowedCase, tell: () => void): LiveState {
  const { watch, first, readAgain, check } = live
  const make = pageMaker(live)
  let { unreadable, content, listed } = first
  let mark = newMark()
  let turn: Promise<unknown> = take(first)
  let checkingSoon: NodeJS.Timeout | undefined
  const seeSoon = (): void => {
    turn = turn.then(see)
  }
  watch.listen(seeSoon)

  /** Whether there are pages of what was read. */
  async function take(looked: LiveReading, changed?: readonly string[]): Promise<boolean> {
    unreadable = looked.unreadable
    listed = looked.listed ?? listed
    const { isMade, why } = await make(looked, changed)
    unreadable = why ?? unreadable
    return isMade
  }

  async function see(): Promise<void> {
    const changed = watch.take()
    if (changed.length === 0) return
    clearTimeout(checkingSoon)
    const looked = await readAgain()
    if (!(await take(looked, changed))) content = undefined
    else {
      const isNew = content !== looked.content || changed.some((file) => !RE_READ.test(file))
      content = looked.content
      if (isNew) mark = newMark()
      if (looked.drawing) await waitForDiagrams(looked, looked.drawing)
      checkingSoon = setTimeout(() => {
        turn = turn.then(checkNow)
      }, SOON)
    }
    tell()
  }

  async function waitForDiagrams(looked: LiveReading, drawing: Promise<unknown>): Promise<void> {
    const isLate = await Promise.race([drawing.then(() => false), pause(PATIENCE, true)])
    if (isLate) tell()
    await drawing
    // Pages are planned with what was drawn: for them it is another state of the case.
    const read = looked.read && { ...looked.read }
    await take({ ...looked, ...(read && { read }) }, [])
    mark = newMark()
  }

  async function checkNow(): Promise<void> {
    // What was saved meanwhile is shown first.
    if (watch.isChanged()) return
    const before = listed.state
    const isTaken = await take(await check(), [])
    if (!isTaken) content = undefined
    // Some pages tell what was found.
    else if (listed.state !== before) mark = newMark()
    tell()
  }

  return {
    mark: () => mark,
    unreadable: () => unreadable,
    told: () => {
      const findings = { ...listed, unreadable }
      return JSON.stringify({ findings, ...(unreadable === undefined ? { state: mark } : {}) })
    },
    untilSeen: async () => {
      while (watch.isChanged()) {
        seeSoon()
        await turn
      }
      await turn
    },
    close: () => clearTimeout(checkingSoon),
  }
}

/** Whether pages were made, and why not where nothing else says it. */
interface Made {
  readonly isMade: boolean
  readonly why?: string
}

/** Makes the pages of what was read. What changed in states of which none were made is made with the next. */
function pageMaker({ pages, watch, onError }: FollowedCase) {
  const due = new Set<string>()
  return async ({ read }: LiveReading, changed?: readonly string[]): Promise<Made> => {
    for (const file of changed ?? []) due.add(file)
    if (!read) return { isMade: false }
    try {
      await pages.take(read, changed && [...due])
      due.clear()
      return { isMade: true }
    } catch (error) {
      // A text that was half written: the next look tells more.
      if (watch.isChanged()) return { isMade: false }
      onError(error)
      return { isMade: false, why: explain(error) }
    }
  }
}

let marks = 0

function newMark(): string {
  marks += 1
  return `${Date.now().toString(36)}-${marks}`
}
