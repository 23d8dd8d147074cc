/** Serves a case while it is written: each page as it is now, and the next state as soon as it is saved. */
import { WebSocketServer } from 'ws'
import { type Served, serve } from '../serve/index.ts'
import { answersOf } from './answers.ts'
import { CLIENT } from './client.ts'
import { type FollowedCase, followCase } from './state.ts'

interface LiveCase extends FollowedCase {
  /** Absolute. */
  readonly folder: string
  /** The first port to try, 0 for any. */
  readonly port: number
}

const SOCKET = `${CLIENT}socket`

/** Serves until it is closed. @throws when no port can be had. */
export async function serveLive(live: LiveCase): Promise<Served> {
  const { folder, watch, port, pages, onError } = live
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1000 })
  const state = followCase(live, () => {
    for (const client of sockets.clients) client.send(state.told())
  })
  const served = await serve(pages.folder, {
    port,
    isPrivate: true,
    answer: answersOf({ folder, pages, state, onError }),
    channel: {
      path: SOCKET,
      open: (request, socket, head) =>
        sockets.handleUpgrade(request, socket, head, (client) => client.send(state.told())),
    },
  })
  return {
    ...served,
    close: async () => {
      watch.close()
      state.close()
      for (const client of sockets.clients) client.terminate()
      await served.close()
    },
  }
}
