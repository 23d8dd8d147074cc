/** The deck of one of the audience: it goes where the presenter goes, unless one looks back. */
import type { RoomAddress } from '../../../core/room/address.ts'
import { dotOf } from '../../../core/room/follow.ts'
import { ENDED, OFFLINE } from '../../../core/room/words.ts'
import { buttonOf, make } from '../../../ui/dialogs/fields.ts'
import { makeAsking } from './ask.ts'
import { countdown } from './countdown.ts'
import { deviceIn } from './device.ts'
import { makeDot } from './dot.ts'
import { joinAsFollower } from './follower.ts'
import { type DeckWays, onMove } from './ways.ts'

/** What the page sends, and who keeps it. */
const KEPT =
  'This page sends nothing about you, and nothing is kept of what you read. It hears which slide is shown. A question is kept if you send one.'

/** The same once the room has ended. */
const KEPT_AFTER =
  'The team of this case has the questions that were kept. This page sends nothing any more, and your browser keeps nothing of the room.'

const READ_ON = `${ENDED} You can read on.`
/** It was started anew: its keys are others. */
const GONE = 'This room is over. To follow the next one, read its code.'

const BLACK = 'The screen is black for a moment.'

/** How long the page may take to come to a slide, ms. */
const SCROLLING = 600

/** Follows until the page is closed. Returns what opens the questions, with words of one. */
export function followRoom(
  room: RoomAddress,
  broker: string,
  ways: DeckWays,
  ended: () => void,
): (question: string) => void {
  const bar = makeBar({
    catchUp() {
      follower.catchUp()
      bar.focusStatus()
    },
    ask: () => asking.open(''),
  })
  const asking = makeAsking({
    token: room.token,
    isClosed: new URL(broker).host === location.host,
    // Who follows asks about what is shown, wherever the page has scrolled.
    slide() {
      const { at, own } = follower.state()
      const shown = at && own === undefined ? ways.find(at.said.slide) : undefined
      return shown ?? ways.slide()
    },
    say: (sort, said) => follower.say(sort, said),
  })
  const showDot = makeDot(ways.stage)
  let shown: string | undefined
  let shownAt = 0
  /** Goes there without taking the focus from what somebody uses beside the slides. */
  const goTo = (slide: HTMLElement, step: number): void => {
    const focused = document.activeElement
    ways.show(slide, step)
    shownAt = performance.now()
    if (focused instanceof HTMLElement && focused.closest('.room-bar, dialog'))
      focused.focus({ preventScroll: true })
  }
  let isOver = false
  const changed = (): void => {
    if (follower.isOver() || follower.isGone()) {
      if (isOver) return
      isOver = true
      ended()
      showDot(undefined)
      bar.end(follower.isGone() ? GONE : READ_ON, asking.end())
      return
    }
    const { at, own } = follower.state()
    if (at && own === undefined) {
      const { slide, step } = at.said
      const there = ways.find(slide)
      const key = `${slide} ${step}`
      if (there && shown !== key) goTo(there, step)
      shown = key
    } else shown = undefined
    bar.show({
      words: wordsOf(),
      isOwn: own !== undefined,
      isBlack: at?.said.isBlack === true && own === undefined,
    })
    showDot(own === undefined ? dotOf(follower.state()) : undefined)
  }
  const wordsOf = (): string => {
    const { at, own } = follower.state()
    const begins = follower.untilBegin()
    if (!follower.isOnline()) return `${OFFLINE} Trying again.`
    if (!at) return 'In the room. The presenter is not here yet.'
    if (follower.isAway()) return 'The presenter is away for a moment.'
    if (begins > 0) return `It begins in ${countdown(begins)}.`
    if (!ways.find(at.said.slide)) return 'The presenter shows a slide that is not in this deck.'
    return own === undefined ? 'You follow the presenter.' : 'You look around on your own.'
  }
  const device = deviceIn(room.token)
  const follower = joinAsFollower(
    room,
    { broker, device },
    {
      kept: asking.hear,
      refused: asking.refuse,
      // Without a network nothing is loaded; once that is back, the broker says again what was drawn.
      drawn: (stroke) =>
        void ways.loadPen().then(
          ({ hear }) => hear(stroke),
          () => {},
        ),
      changed,
    },
  )
  onMove(ways, (how) => {
    const slide = ways.slide()
    // The page itself scrolls there, perhaps not as far as that the slide is the first.
    const isByItself = how === 'scrolled' && performance.now() - shownAt < SCROLLING
    if (slide && follower.state().at && !isByItself) follower.look(slide.id)
  })
  changed()
  return asking.open
}

interface Bar {
  show(what: { readonly words: string; readonly isOwn: boolean; readonly isBlack: boolean }): void
  focusStatus(): void
  /** Says that the room has ended; what nobody took of one's words can still be opened. */
  end(said: string, hasWords: boolean): void
}

function makeBar({ catchUp, ask }: { catchUp(): void; ask(): void }): Bar {
  const bar = make('aside', { className: 'room-bar screen-only' })
  bar.setAttribute('aria-label', 'Room')
  const words = make('p', { tabIndex: -1 })
  // The time until it begins is not read out each second: what changes besides is.
  const aloud = make('p', { className: 'unseen' })
  aloud.setAttribute('role', 'status')
  const button = buttonOf('Catch up', catchUp)
  const question = buttonOf('Ask', ask)
  question.className = 'room-ask'
  const kept = make('details', {})
  const text = make('p', { textContent: KEPT })
  kept.append(make('summary', { textContent: 'What is kept' }), text)
  bar.append(words, aloud, button, question, kept)
  const black = make('div', { className: 'room-black screen-only', textContent: BLACK })
  document.body.append(black, bar)
  return {
    show({ words: said, isOwn, isBlack }) {
      if (words.textContent !== said) words.textContent = said
      const spoken = isBlack ? BLACK : said.replace(/ in \d.*/, ' soon.')
      if (aloud.textContent !== spoken) aloud.textContent = spoken
      button.hidden = !isOwn
      black.hidden = !isBlack
    },
    focusStatus: () => words.focus({ preventScroll: true }),
    end(said, hasWords) {
      words.textContent = aloud.textContent = said
      text.textContent = KEPT_AFTER
      question.textContent = 'Your words'
      question.hidden = !hasWords
      for (const part of [button, black]) part.hidden = true
    },
  }
}
