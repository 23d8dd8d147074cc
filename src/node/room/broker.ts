/** The broker of a room, in this process: MQTT 3.1.1 on WebSocket, with limits for those who mean ill. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { Aedes, type Client } from 'aedes'
import { createWebSocketStream, WebSocketServer } from 'ws'
import { MOST_OF_ADDRESS } from '../../core/feedback/questions.ts'
import type { PresentersRoom } from '../../core/room/address.ts'
import {
  LONGEST,
  passwordOf,
  readAudience,
  seal,
  topicOfMessage,
  unseal,
} from '../../core/room/envelope.ts'
import {
  isDevice,
  isSortOfAudience,
  sortOf,
  sorts,
  topicOf,
  topicsForAll,
} from '../../core/room/messages.ts'
import { ENDED } from '../../core/room/words.ts'
import { type Bucket, newBucket, takeFrom } from './bucket.ts'

/** As many are in the room at once. */
const MOST_CLIENTS = 2000
/** As many may come in a second; more come back by themselves a moment later. */
const JOINS = { most: 400, perSecond: 100 }
/** As many messages may one device of the audience send: some at once, then one in two seconds. */
const OF_AUDIENCE = { most: 10, perSecond: 0.5 }
/** A finger that points is told more often. */
const OF_PRESENTERS = { most: 120, perSecond: 40 }
/**
 * As many names may ask from one address: a device has one for all its pages, and some networks show
 * many devices as one.
 */
const MOST_NAMES = 60
/** A limit is told once in so many ms. */
const SAID_EVERY = 60_000

/** A running broker. */
export interface Broker {
  /** Takes a request for a WebSocket; who asks has been looked at before. */
  open(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Ends the room: all are told, and from then on nobody hears or says anything else. */
  end(): Promise<void>
  /** Whether it has ended. */
  isOver(): boolean
  /** From which network address a question came, as a number; undefined for one of others. */
  sourceOf(question: string): number | undefined
  /** How many are connected. */
  count(): number
  close(): Promise<void>
}

/** @param say is told, once a minute at most, which limit was reached. */
export async function openBroker(
  room: PresentersRoom,
  say: (words: string) => void,
): Promise<Broker> {
  const password = passwordOf(room)
  const presenters = new WeakSet<Client>()
  const buckets = new WeakMap<Client, Bucket>()
  const forAll = new Set(topicsForAll(room.token))
  const saidAt = new Map<string, number>()
  const tell = (words: string): void => {
    if (Date.now() - (saidAt.get(words) ?? -SAID_EVERY) < SAID_EVERY) return
    saidAt.set(words, Date.now())
    say(words)
  }
  const turnAway = (words: string): Error => {
    tell(words)
    return new Error(words)
  }
  /** The name by which a connection asks, and the names that came from an address. */
  const names = new WeakMap<Client, string>()
  const namesFrom = new Map<string, Set<string>>()
  /** Whether it asks by one name, and its address by no more than there may be. */
  const isKnown = (client: Client, by: string): boolean => {
    if (names.has(client)) return names.get(client) === by
    const address = client.req?.socket.remoteAddress ?? ''
    const known = namesFrom.get(address) ?? new Set<string>()
    namesFrom.set(address, known)
    if (!known.has(by) && known.size >= MOST_NAMES) return false
    known.add(by)
    names.set(client, by)
    return true
  }
  /** The questions that came from each address, and the address of each. */
  const questionsFrom = new Map<string, Set<string>>()
  const addresses = new Map<string, string>()
  const isFlooding = (client: Client, question: string): boolean => {
    const address = client.req?.socket.remoteAddress ?? ''
    const all = questionsFrom.get(address) ?? new Set<string>()
    questionsFrom.set(address, all)
    if (!all.has(question) && all.size >= MOST_OF_ADDRESS) return true
    all.add(question)
    if (!addresses.has(question)) addresses.set(question, address)
    return false
  }
  const joins = newBucket(JOINS)
  const over = topicOf(room.token, 'over')
  let isOver = false
  const isTooMuch = (client: Client): boolean => {
    const kept = buckets.get(client)
    const bucket = kept ?? newBucket(presenters.has(client) ? OF_PRESENTERS : OF_AUDIENCE)
    if (!kept) buckets.set(client, bucket)
    return !takeFrom(bucket)
  }
  /** Why a message goes no further; undefined for one that does. */
  const faultOf = (client: Client, topic: string, bytes: Uint8Array, isRetained: boolean) => {
    if (isOver) return OVER
    if (isTooMuch(client)) return 'Too many messages came from one device of the room.'
    const { sort, of: device } = sortOf(room.token, topic) ?? {}
    if (!sort || bytes.length > LONGEST || isRetained !== sorts[sort].isRetained) return STRANGE
    if (isSortOfAudience(sort)) {
      const asked = device === client.id ? readAudience(room, topic, bytes) : undefined
      if (!asked) return STRANGE
      return isKnown(client, asked.stamp.by) ? undefined : OTHER_NAMES
    }
    return presenters.has(client) && unseal(room, topic, bytes) ? undefined : STRANGE
  }
  const sayRefused = (id: string): void => {
    const message = { stamp: OWN_STAMP, said: { id, why: 'network' } } as const
    const topic = topicOfMessage(room.token, 'refused', message)
    aedes.publish(packetOf(topic, seal(room, 'refused', message), false), () => undefined)
  }
  const aedes = await Aedes.createBroker({
    maxClientsIdLength: 32,
    maxTopicLevels: 4,
    // What was kept for one who is away would be of the past: what is retained is enough.
    preConnect: (_, packet, done) => {
      const isPlain =
        packet.clean === true && packet.will === undefined && isDevice(packet.clientId)
      if (!isPlain) return done(turnAway(STRANGE), false)
      if (aedes.connectedClients >= MOST_CLIENTS)
        return done(turnAway(`The room is full: ${MOST_CLIENTS} devices are in it.`), false)
      done(null, true)
    },
    authenticate: (client, username, shown, done) => {
      if (username === undefined) return done(null, true)
      if (shown?.toString() !== password)
        return done(Object.assign(turnAway(STRANGE), { returnCode: 5 }), false)
      presenters.add(client)
      done(null, true)
    },
    authorizePublish: (client, packet, done) => {
      const { topic, payload, retain = false } = packet
      const fault = client ? faultOf(client, topic, Buffer.from(payload), retain) : undefined
      const asked = client && fault === undefined && readAudience(room, topic, Buffer.from(payload))
      if (asked && asked.sort === 'question' && isFlooding(client, asked.said.id)) {
        tell(FLOOD)
        // It says nothing then: who sent it may be one of many, and follows as before.
        packet.payload = ''
        sayRefused(asked.said.id)
      }
      if (topic === over && fault === undefined) isOver = true
      // An error ends the connection.
      done(fault === undefined ? null : turnAway(fault))
    },
    authorizeForward: (_, packet) => (isOver && packet.topic !== over ? null : packet),
    authorizeSubscribe: (client, subscription, done) => {
      const isAll = subscription.topic === topicOf(room.token, '#') && presenters.has(client)
      done(null, isAll || forAll.has(subscription.topic) ? { ...subscription, qos: 0 } : null)
    },
  })
  const server = new WebSocketServer({ noServer: true, maxPayload: LONGEST * 2 })
  return {
    open(request, socket, head) {
      if (!takeFrom(joins)) {
        turnAway('Too many devices came into the room at once. They try again by themselves.')
        socket.destroy()
        return
      }
      server.handleUpgrade(request, socket, head, (channel) => {
        const stream = createWebSocketStream(channel)
        stream.on('error', () => undefined)
        aedes.handle(stream, request)
      })
    },
    isOver: () => isOver,
    async end() {
      if (isOver) return
      const payload = seal(room, 'over', { stamp: OWN_STAMP, said: {} })
      await new Promise<void>((done) => aedes.publish(packetOf(over, payload, true), () => done()))
      isOver = true
    },
    sourceOf(question) {
      const address = addresses.get(question)
      return address === undefined ? undefined : [...questionsFrom.keys()].indexOf(address)
    },
    count: () => aedes.connectedClients,
    async close() {
      for (const channel of server.clients) channel.terminate()
      server.close()
      await new Promise<void>((done) => aedes.close(done))
    },
  }
}

/** Of what the broker says itself. */
const OWN_STAMP = { by: 'broker-1', term: 0, seq: 0, good: 0 } as const

function packetOf(topic: string, payload: string, retain: boolean) {
  return { cmd: 'publish', topic, payload, qos: 0, retain, dup: false } as const
}

const FLOOD = `More than ${MOST_OF_ADDRESS} questions came from one network address. The rest of them was not kept. “Set aside” in the speaker view takes them away at once.`
const OTHER_NAMES = 'Questions came from one device under many names. They were not taken.'
const OVER = `${ENDED} What a device sent came too late.`
const STRANGE = 'A device sent what does not belong into the room. It was not taken.'
