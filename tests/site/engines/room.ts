/** A room around a built site, and one who presents in it without a browser, for the pages of any engine. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  passwordOf,
  readAudience,
  seal,
  topicOfMessage,
  unseal,
} from '../../../src/core/room/envelope.ts'
import { type RoomMessage, type Said, topicOf } from '../../../src/core/room/messages.ts'
import { BROKER_PATH } from '../../../src/core/room/place.ts'
import {
  answer,
  hearPresenter,
  isSteering,
  newSteering,
  type Outgoing,
  take,
  tell,
} from '../../../src/core/room/steer.ts'
import { newRoom, openRoom } from '../../../src/node/room/index.ts'
import { connect } from '../../../src/pages/deck/_room/connection.ts'

const PLACE: Said<'at'> = { slide: 'title', step: 0, isBlack: false, begins: 0 }

/**
 * Opens the room of a site that was built for a broker of others, here for its own.
 * @param broker that broker, as the pages name it
 */
export async function roomOf(built: string, broker: URL) {
  const folder = await mkdtemp(join(tmpdir(), 'engines-room-'))
  await cp(built, folder, { recursive: true })
  for (const page of ['deck/index.html', 'deck/speaker/index.html']) {
    const html = await readFile(join(folder, page), 'utf8')
    await writeFile(
      join(folder, page),
      html.replaceAll(broker.href, BROKER_PATH).replaceAll(` ${broker.origin}`, ''),
    )
  }
  const keys = newRoom()
  const { room } = keys
  const order = { folder, ofPresenters: folder, port: 4770, settings: {}, posts: [] }
  const opened = await openRoom(keys, { ...order, say: () => undefined })
  const url = opened.audience.replace(/^http/, 'ws').replace(/deck\/#.*$/, BROKER_PATH.slice(1))
  let state = newSteering('laptop-1')
  const questions: Said<'question'>[] = []
  const send = (messages: readonly Outgoing[]): void => {
    for (const message of messages) publish(message)
  }
  const publish = (message: Outgoing): void => {
    // The sort and what it says belong together.
    const text = seal(room, message.sort, message as never)
    void connection.publish(topicOfMessage(room.token, message.sort, message as never), text, true)
  }
  const hear = (message: RoomMessage): void => {
    const next = hearPresenter(state, message, performance.now())
    state = next.state
    send(next.send)
    for (const { by } of state.asks) step(answer(state, by, true, performance.now()))
  }
  const step = (next: ReturnType<typeof tell>): void => {
    state = next.state
    send(next.send)
  }
  const { promise: online, resolve } = Promise.withResolvers<void>()
  const connection = connect(
    {
      ...{ url, id: 'presenter-1', password: passwordOf(room) },
      topics: [topicOf(room.token, '#')],
    },
    {
      message(topic, bytes) {
        const asked = readAudience(room, topic, bytes)
        if (asked?.sort === 'question') questions.push(asked.said)
        const message = unseal(room, topic, bytes)
        if (message && message.stamp.by !== state.me) hear(message)
      },
      online: () => resolve(),
    },
  )
  await online
  step(take(state, performance.now()))
  const stamp = { by: state.me, term: 1, seq: 1, good: 30_000 }
  return {
    ...{ audience: opened.audience, presenters: opened.presenters, questions },
    /** Shows a slide to all. */
    show: (place: Partial<Said<'at'>>) =>
      step(tell(state, 'at', { ...PLACE, ...state.at?.said, ...place })),
    draw: (said: Said<'ink'>) => publish({ sort: 'ink', stamp, said }),
    keep: (said: Said<'kept'>) => publish({ sort: 'kept', stamp, said }),
    isSteering: () => isSteering(state),
    slide: () => state.at?.said.slide,
    async close() {
      connection.close()
      await opened.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
