/** What was typed and can't be meant. */

/** What was typed cannot be meant; the message is the one line to show. Exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}
