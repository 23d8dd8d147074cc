/**
 * What deck and speaker view tell each other over a `BroadcastChannel`. Types alone: were the two to
 * share a module that runs, the deck would load a second file for it.
 *
 * The channel is named `throughline` and the address of the folder in which the deck stands, so that
 * two cases on one site do not steer each other.
 */

/** The deck: where it is now. */
interface At {
  readonly type: 'at'
  /** Id of the slide. */
  readonly slide: string
  /** How much of it has come, where it comes step by step. */
  readonly steps?: Steps
}

/** `n` of `of` steps have come; 0 of them at first. */
export interface Steps {
  readonly n: number
  readonly of: number
}

/** The speaker view: where the deck should go. */
interface Go {
  readonly type: 'go'
  readonly slide: string
}

/** The speaker view: the next step of the slide, or one step back. */
interface Step {
  readonly type: 'step'
  readonly by: 1 | -1
}

/** Who comes, by a first load or a reload, asks the other where it is. */
interface Arrived {
  readonly type: 'arrived'
  readonly who: 'deck' | 'speaker'
}

/** The deck's window closes or loads again. */
interface Left {
  readonly type: 'left'
}

/** Something is drawn: a window that has no pen yet loads one. */
interface Drawn {
  readonly type: 'ink'
}

export type Message = At | Go | Step | Arrived | Left | Drawn
