/** The deck of a presenter, as all see it: it says where it is, and goes where another presenter steers. */
import type { PresentersRoom } from '../../../core/room/address.ts'
import type { Said } from '../../../core/room/messages.ts'
import { isSteering } from '../../../core/room/steer.ts'
import { openStore } from '../_questions/store.ts'
import type { RoomCommand } from './command.ts'
import { makeDot } from './dot.ts'
import { keepFor } from './keeper.ts'
import { joinAsPresenter } from './presenter.ts'
import { shareInk } from './share-ink.ts'
import { type DeckWays, onMove } from './ways.ts'

/** Whether it is the machine that opened the room: who stands there need not ask, also in a new window. */
const IS_HERE = location.hostname === '127.0.0.1'

/** Comes into the room, and stays until the page is closed, or the room has ended. */
export function offerScreen(
  room: PresentersRoom,
  broker: string,
  ways: DeckWays,
  ended: () => void,
): void {
  const showDot = makeDot(ways.stage)
  const black = (): HTMLDialogElement | null => document.querySelector('dialog.black')
  const setBlack = (is: boolean): void => {
    if (is === (black()?.open === true)) return
    if (is) ways.showBlackScreen()
    else black()?.close()
  }
  const place = (): Place => ({
    slide: ways.slide()?.id ?? '',
    step: ways.step(),
    isBlack: black()?.open === true,
  })
  /** Where another presenter has brought it: that is no move of its own. */
  let applied: Place | undefined
  const store = openStore(String(new URL('.', location.href)), ways.stage.dataset.keep)
  const keeper = keepFor(() => presenter, store)
  const ink = shareInk(() => presenter, ways.loadPen)
  const presenter = joinAsPresenter(room, broker, {
    asked: keeper.asked,
    kept: keeper.kept,
    refused: keeper.refused,
    drawn: ink.drawn,
    left() {
      keeper.left()
      ink.left()
    },
    changed() {
      if (presenter.isOver()) ended()
    },
    moved({ slide, step, isBlack }) {
      showDot(undefined)
      const there = ways.find(slide)
      if (there && (there !== ways.slide() || step !== ways.step())) ways.show(there, step)
      setBlack(isBlack)
      applied = place()
    },
    pointed: (said) => showDot(said.isOn ? said : undefined),
    settled() {
      keeper.settled()
      ink.settled()
      if (presenter.state().who === undefined) presenter.take()
      if (isSteering(presenter.state())) presenter.tell(place())
    },
  })
  /** Whoever stands at the screen steers it: that was their place before there was another. */
  const tellPlace = (): void => {
    const { at, who } = presenter.state()
    const now = place()
    if (applied && isSame(applied, now)) return
    applied = undefined
    if ((at && isSame(at.said, now)) || now.slide === '' || who === undefined) return
    if (!isSteering(presenter.state()) && (IS_HERE || presenter.mayTake())) presenter.take()
    presenter.tell({ ...now, begins: 0 })
  }
  onMove(ways, tellPlace)
  new MutationObserver((changes) => {
    if (changes.some(({ target }) => target === black())) tellPlace()
  }).observe(document.body, { subtree: true, attributeFilter: ['open'] })
  const channel = new BroadcastChannel(`throughline ${new URL('.', location.href)}`)
  channel.addEventListener('message', ({ data }: MessageEvent<RoomCommand>) => {
    if (data.type !== 'room') return
    if (data.isBlack !== undefined) setBlack(data.isBlack)
    if (data.begins !== undefined) presenter.tell({ ...place(), begins: data.begins })
  })
}

type Place = Pick<Said<'at'>, 'slide' | 'step' | 'isBlack'>

function isSame(one: Place, other: Place): boolean {
  return one.slide === other.slide && one.step === other.step && one.isBlack === other.isBlack
}
