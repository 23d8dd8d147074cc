/** Ends a room at a broker of others: all who follow are told, and it keeps nothing of the room but that. */
import { mqtt_pkt_ctx } from 'u8-mqtt-packet/esm/codec_bind.js'
import codec from 'u8-mqtt-packet/esm/codec_v4_client.js'
import type { PresentersRoom } from '../../core/room/address.ts'
import { seal } from '../../core/room/envelope.ts'
import { topicOf } from '../../core/room/messages.ts'
import { packetsOf } from '../../core/room/packets.ts'

/** So long may it take, ms: whoever has pressed Ctrl+C waits for it. */
const LONGEST = 4000
/** It has brought all it has kept once nothing came for so long, ms. */
const QUIET = 300

/** Kinds of packet (MQTT 3.1.1, table 2.1). */
const [CONNACK, PUBLISH, PUBACK, SUBACK] = [2, 3, 4, 9]

/**
 * Says that the room is over, then empties what the broker has kept of it.
 * @param url Of the broker: `wss://broker.example.org/mqtt`.
 * @returns Whether the broker has taken it.
 */
export async function endElsewhere(room: PresentersRoom, url: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(resolve, LONGEST, false)
  const socket = new WebSocket(url, 'mqtt')
  socket.binaryType = 'arraybuffer'
  socket.onerror = socket.onclose = () => resolve(false)
  speak(room, socket, resolve)
  const isTold = await promise
  clearTimeout(timer)
  socket.close()
  return isTold
}

function speak(room: PresentersRoom, socket: WebSocket, done: (isTold: boolean) => void): void {
  const packing = mqtt_pkt_ctx(4, codec, {})
  const packets = packetsOf()
  const send = (type: string, packet: object): void => socket.send(packing.encode_pkt(type, packet))
  const over = topicOf(room.token, 'over')
  const stamp = { by: 'program-1', term: 0, seq: 0, good: 0 }
  /** The end first: what is emptied before it would be brought again by presenters. */
  const sayings: (readonly [string, string])[] = [[over, seal(room, 'over', { stamp, said: {} })]]
  let isJoined = false
  let said = 0
  let confirmed = 0
  let quiet: ReturnType<typeof setTimeout> | undefined
  const sayAll = (): void => {
    for (; isJoined && said < sayings.length; said += 1) {
      const [topic, payload] = sayings[said] ?? []
      send('publish', { topic, payload, qos: 1, retain: true, pkt_id: said + 2 })
    }
    // A broker may bring what it has kept later than its answers.
    clearTimeout(quiet)
    if (isJoined && confirmed === said) quiet = setTimeout(done, QUIET, true)
  }
  socket.onopen = () =>
    send('connect', {
      client_id: `end-${room.token}`,
      keep_alive: 20,
      flags: { clean_start: true },
    })
  const hear = (piece: Uint8Array): void => {
    for (const whole of packets(piece)) {
      const packet = packing.decode_pkt(whole)
      const { topic = '', payload } = packet ?? {}
      const kind = (packet?.b0 ?? 0) >> 4
      if (kind === CONNACK && Number(packet?.reason) !== 0) {
        done(false)
        return
      }
      if (kind === CONNACK)
        send('subscribe', { pkt_id: 1, topics: [[topicOf(room.token, '#'), 0]] })
      if (kind === SUBACK) isJoined = true
      if (kind === PUBACK) confirmed += 1
      if (kind === PUBLISH && topic !== over && payload?.length) sayings.push([topic, ''])
      sayAll()
    }
  }
  socket.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
    try {
      hear(new Uint8Array(data))
    } catch {
      // What is no packet was not said by a broker.
      done(false)
    }
  }
}
