/** What a room says in more than one place. */

/** Said to all once a presenter, or its program, has ended it. */
export const ENDED = 'The room has ended.'

/** The network is away, or the broker. */
export const OFFLINE = 'No connection to the room.'
