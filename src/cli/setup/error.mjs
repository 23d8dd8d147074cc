/** Why the set-up cannot go on. */

/** The message is for people: what was tried, and one command to mend it. */
export class SetupError extends Error {
  name = 'SetupError'
}
