/** A connection to the broker of a room: MQTT 3.1.1 on WebSocket. It comes back by itself. */
import { mqtt_pkt_ctx, type Packet } from 'u8-mqtt-packet/esm/codec_bind.js'
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
export function connect(address: Address, heard: Heard): Connection {
  let socket: WebSocket | undefined
  let isOnline = false
  let isClosed = false
  let tries = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  const answers = newAnswers()
  const packing = mqtt_pkt_ctx(4, codec, {})
  const send = (type: string, packet: object): void =>
    socket?.send(packing.encode_pkt(type, packet))
  const pulse = newPulse({
    ask() {
      if (isOnline) send('pingreq', {})
      return isOnline
    },
    dead: () => socket && end(socket),
  })

  const end = (ended: WebSocket): void => {
    if (ended !== socket) return
    socket = undefined
    pulse.stop()
    ended.close()
    answers.lose()
    if (isOnline) heard.online(false)
    isOnline = false
    if (isClosed) return
    const wait = Math.min(LAST, FIRST * 2 ** tries++)
    retry = setTimeout(open, wait * (0.5 + Math.random()))
  }
  const come = (isKnown: boolean): void => {
    tries = 0
    isOnline = true
    heard.online(true)
    if (!isKnown) heard.refused?.()
  }
  /** By the kind of a packet; what else a broker sends means nothing here. */
  const hear = (packet: Packet, from: WebSocket): void => {
    const { topic, payload, pkt_id: key = 0, reason, answers: granted } = packet
    const kind = packet.b0 >> 4
    if (kind === CONNACK && Number(reason) !== 0) {
      end(from)
      if (Number(reason) === NOT_AUTHORISED) heard.refused?.()
    } else if (kind === CONNACK)
      send('subscribe', { pkt_id: 1, topics: address.topics.map((one) => [one, 0]) })
    else if (kind === SUBACK) come(!granted?.every((answer) => Number(answer) >= FAILED))
    else if (kind === PUBLISH && topic !== undefined)
      heard.message(topic, payload ?? new Uint8Array())
    else if (kind === PUBACK) answers.confirm(key)
  }
  function open(): void {
    clearTimeout(retry)
    if (socket || isClosed) return
    const opened = new WebSocket(address.url, 'mqtt')
    socket = opened
    opened.binaryType = 'arraybuffer'
    const packets = packetsOf()
    pulse.start()
    opened.onopen = () => send('connect', greetingOf(address))
    opened.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
      if (opened !== socket) return
      pulse.heard()
      for (const whole of packets(new Uint8Array(data))) {
        const packet = packing.decode_pkt(whole)
        if (packet) hear(packet, opened)
      }
    }
    opened.onerror = opened.onclose = () => end(opened)
  }
  // A laptop that wakes up, or a network that comes back, need not wait for the next try.
  const wake = (): void => {
    if (socket && pulse.isSlow()) end(socket)
    open()
  }
  globalThis.addEventListener?.('online', wake)
  globalThis.document?.addEventListener('visibilitychange', wake)
  open()
  return {
    publish(topic, text, isRetained) {
      if (!socket || !isOnline) return Promise.resolve(false)
      const { key, answer } = answers.next()
      send('publish', { topic, payload: text, qos: 1, retain: isRetained, pkt_id: key })
      return answer
    },
    close() {
      isClosed = true
      clearTimeout(retry)
      if (socket) end(socket)
    },
  }
}

/** What a device says first. */
function greetingOf({ id, password }: Address): object {
  const secret =
    password === undefined
      ? {}
      : { username: 'presenter', password: new TextEncoder().encode(password) }
  return { client_id: id, keep_alive: KEEP_ALIVE, flags: { clean_start: true }, ...secret }
}

/** What a broker has yet to confirm, by the number of its packet. */
function newAnswers() {
  let number = 0
  const waiting = new Map<number, (isThere: boolean) => void>()
  const settle = (key: number, isThere: boolean): void => {
    waiting.get(key)?.(isThere)
    waiting.delete(key)
  }
  return {
    next(): { readonly key: number; readonly answer: Promise<boolean> } {
      // 1 is that of what was subscribed to.
      const key = 2 + (number++ % 60_000)
      const answer = new Promise<boolean>((done) => {
        waiting.set(key, done)
        // Some brokers never say what they have.
        setTimeout(() => waiting.get(key) === done && settle(key, false), DEAD)
      })
      return { key, answer }
    },
    confirm: (key: number): void => settle(key, true),
    /** The connection has gone, and all of it with it. */
    lose(): void {
      for (const key of [...waiting.keys()]) settle(key, false)
    },
  }
}

/**
 * Asks whether the broker is still there.
 * @param ask asks it, if it can; returns whether it did
 * @param dead is called where no answer came
 */
function newPulse({ ask, dead }: { readonly ask: () => boolean; readonly dead: () => void }) {
  let timer: ReturnType<typeof setInterval> | undefined
  let lastHeard = 0
  /** When an answer was asked for that has not come, ms. */
  let askedAt: number | undefined
  const now = (): number => performance.now()
  const beat = (): void => {
    if (askedAt !== undefined) {
      if (now() - askedAt > DEAD) dead()
    } else if (ask()) askedAt = now()
  }
  return {
    start(): void {
      lastHeard = askedAt = now()
      timer = setInterval(beat, PULSE)
    },
    heard(): void {
      lastHeard = now()
      askedAt = undefined
    },
    /** Whether it was silent for long. */
    isSlow: (): boolean => now() - lastHeard > SLOW,
    stop: (): void => clearInterval(timer),
  }
}

/** Kinds of packet (MQTT 3.1.1, table 2.1). */
const [CONNACK, PUBLISH, PUBACK, SUBACK] = [2, 3, 4, 9]
/** What a broker answers (MQTT 3.1.1, 3.2.2.3 and 3.9.3). */
const [NOT_AUTHORISED, FAILED] = [5, 128]
