/** Long work of the processor, beside which others go on: done in a thread, whose memory is free again when it ends. */
import { parentPort, Worker, workerData } from 'node:worker_threads'

/**
 * Gives an order to a module that answers it by `answerInThread`, in a thread of its own.
 * @param module its path
 * @throws what the module throws
 */
export function inThread<Order, Made>(module: string, order: Order): Promise<Made> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(module, { workerData: order })
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`A thread ended before it answered: ${code}`)))
  })
}

/**
 * Answers the order of this thread.
 * @param held what of the answer moves to whoever asked, and is not copied
 */
export async function answerInThread<Order, Made>(
  answer: (order: Order) => Promise<Made>,
  held: (made: Made) => readonly Uint8Array[] = () => [],
): Promise<void> {
  const made = await answer(workerData as Order) // as `inThread` gave it
  const buffers = held(made).map(({ buffer }) => buffer as ArrayBuffer) // none is shared
  parentPort?.postMessage(made, buffers)
}
