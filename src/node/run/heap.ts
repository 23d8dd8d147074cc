/** How much memory Node takes before it looks for what nobody needs any more. */
import { setFlagsFromString } from 'node:v8'

/**
 * A flag of V8: a heap grows by so many per cent of what is needed before it is swept. As it comes, V8 waits until a
 * large case has left as much again and more behind; to sweep earlier takes no longer.
 */
const SWEEPING = '--heap-growing-percent=40'

/** Lets this process and its threads sweep like that from now on. */
export function sweepEarly(): void {
  setFlagsFromString(SWEEPING)
}
