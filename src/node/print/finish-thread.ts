/** The thread that joins the parts of a handout and finishes it. */
import { answerInThread } from '../run/in-thread.ts'
import type { JoinOrder } from './finish-parts.ts'
import { finishHandout } from './finished.ts'
import { joinParts } from './parts.ts'

await answerInThread(
  async ({ parts, ...order }: JoinOrder) => finishHandout(await joinParts(parts), order),
  ({ bytes }) => [bytes],
)
