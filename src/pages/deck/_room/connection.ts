/** A connection to the broker of a room: MQTT 3.1.1 on WebSocket. It comes back by itself. */
import { mqtt_pkt_ctx } from 'u8-mqtt-packet/esm/codec_bind.js'
import codec from 'u8-mqtt-packet/esm/codec_v4_client.js'
import { packetsOf } from '../../../core/room/packets.ts'

/** How often one says that one is there, s; a broker ends what is silent for half as long again. */
const KEEP_ALIVE = 20
/** No answer came for so long, ms: the network is gone, whatever the browser believes. */
const DEAD = 10_000
/** How often one asks for an answer, ms. */
const PULSE = 5_000
/** After so long a silence, ms, one who comes back to the page tries at once. */
const SLOW = 8_000
/** Ms until the next try: longer each time, and not the same for all who are in the room. */
const [FIRST, LAST] = [400, 5_000]

/** Where to, and as whom. */
interface Address {
  /** `wss://broker.example.org/mqtt` */
  readonly url: string
  /** Name of the device at the broker: with another's, one would end that one's connection. */
  readonly id: string
  /** What presenters show to the room's own broker. */
  readonly password?: string | undefined
  readonly topics: readonly string[]
}

interface Heard {
  message(topic: string, bytes: Uint8Array): void
  /** Connected, and what the broker has kept comes now; or not any more. */
  online(is: boolean): void
  /** The broker knows none of the topics, or not the password: another room is there. */
  refused?(): void
}

/** What can be done with it. */
export interface Connection {
  /** Resolves to whether the broker has it; false where it may have been lost. */
  publish(topic: string, text: string, isRetained: boolean): Promise<boolean>
  close(): void
}

/** Connects, again and again until it is closed. */
export function connect({ url, id, password, topics }: Address, heard: Heard): Connection {
  let socket: WebSocket | undefined
  let isOnline = false
  let isClosed = false
  let tries = 0
  let number = 0
  let lastHeard = 0
  /** When an answer was asked for that has not come, ms. */
  let askedAt: number | undefined
  let pulse: ReturnType<typeof setInterval> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  const waiting = new Map<number, (isThere: boolean) => void>()
  const packing = mqtt_pkt_ctx(4, codec, {})

  const end = (ended: WebSocket): void => {
    if (ended !== socket) return
    socket = undefined
    clearInterval(pulse)
    ended.close()
    for (const [key, done] of [...waiting]) {
      waiting.delete(key)
      done(false)
    }
    if (isOnline) heard.online(false)
    isOnline = false
    if (isClosed) return
    const wait = Math.min(LAST, FIRST * 2 ** tries++)
    retry = setTimeout(open, wait * (0.5 + Math.random()))
  }
  function open(): void {
    clearTimeout(retry)
    if (socket || isClosed) return
    const opened = new WebSocket(url, 'mqtt')
    socket = opened
    opened.binaryType = 'arraybuffer'
    const send = (type: string, packet: object): void =>
      opened.send(packing.encode_pkt(type, packet))
    const packets = packetsOf()
    lastHeard = performance.now()
    askedAt = lastHeard
    pulse = setInterval(() => {
      const now = performance.now()
      if (askedAt !== undefined && now - askedAt > DEAD) end(opened)
      else if (isOnline && askedAt === undefined) {
        askedAt = now
        send('pingreq', {})
      }
    }, PULSE)
    opened.onopen = () => {
      const secret =
        password === undefined ? {} : { username: 'presenter', password: bytes(password) }
      send('connect', {
        client_id: id,
        keep_alive: KEEP_ALIVE,
        flags: { clean_start: true },
        ...secret,
      })
    }
    opened.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
      if (opened !== socket) return
      lastHeard = performance.now()
      askedAt = undefined
      for (const whole of packets(new Uint8Array(data))) {
        const packet = packing.decode_pkt(whole)
        if (!packet) continue
        const { topic, payload, pkt_id: key = 0 } = packet
        const kind = packet.b0 >> 4
        if (kind === CONNACK && Number(packet.reason) !== 0) {
          end(opened)
          if (Number(packet.reason) === NOT_AUTHORISED) heard.refused?.()
        } else if (kind === CONNACK)
          send('subscribe', { pkt_id: 1, topics: topics.map((one) => [one, 0]) })
        else if (kind === SUBACK) {
          tries = 0
          isOnline = true
          heard.online(true)
          if (packet.answers?.every((answer) => Number(answer) >= FAILED)) heard.refused?.()
        } else if (kind === PUBLISH && topic !== undefined)
          heard.message(topic, payload ?? new Uint8Array())
        else if (kind === PUBACK) {
          waiting.get(key)?.(true)
          waiting.delete(key)
        }
      }
    }
    opened.onerror = opened.onclose = () => end(opened)
  }
  // A laptop that wakes up, or a network that comes back, need not wait for the next try.
  const wake = (): void => {
    if (socket && performance.now() - lastHeard > SLOW) end(socket)
    open()
  }
  globalThis.addEventListener?.('online', wake)
  globalThis.document?.addEventListener('visibilitychange', wake)
  open()
  return {
    publish(topic, text, isRetained) {
      if (!socket || !isOnline) return Promise.resolve(false)
      // 1 is that of what was subscribed to.
      const key = 2 + (number++ % 60_000)
      const packet = { topic, payload: text, qos: 1, retain: isRetained, pkt_id: key }
      socket.send(packing.encode_pkt('publish', packet))
      return new Promise((done) => {
        waiting.set(key, done)
        // Some brokers never say what they have.
        setTimeout(() => {
          if (waiting.get(key) !== done) return
          waiting.delete(key)
          done(false)
        }, DEAD)
      })
    },
    close() {
      isClosed = true
      clearTimeout(retry)
      if (socket) end(socket)
    },
  }
}

/** Kinds of packet (MQTT 3.1.1, table 2.1). */
const [CONNACK, PUBLISH, PUBACK, SUBACK] = [2, 3, 4, 9]
/** What a broker answers (MQTT 3.1.1, 3.2.2.3 and 3.9.3). */
const [NOT_AUTHORISED, FAILED] = [5, 128]

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
