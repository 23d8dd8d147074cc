/** Ends a room at a broker of others: all who follow are told, and it keeps nothing of the room but that. */
import { mqtt_pkt_ctx } from 'u8-mqtt-packet/esm/codec_bind.js'
import codec from 'u8-mqtt-packet/esm/codec_v4_client.js'
import type { PresentersRoom } from '../../core/room/address.ts'
import { seal } from '../../core/room/envelope.ts'
import { topicOf } from '../../core/room/messages.ts'
import { packetsOf } from '../../core/room/packets.ts'

/** So long may it take, ms: whoever has pressed Ctrl+C waits for it. */
const LONGEST = 4000

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
  const kept = new Set<string>()
  /** Numbers of what was said and is not confirmed yet. */
  const unsure = new Set<number>()
  const say = (number: number, topic: string, payload: string): void => {
    unsure.add(number)
    send('publish', { topic, payload, qos: 1, retain: true, pkt_id: number })
  }
  const stamp = { by: 'program-1', term: 0, seq: 0, good: 0 }
  socket.onopen = () =>
    send('connect', {
      client_id: `end-${room.token}`,
      keep_alive: 20,
      flags: { clean_start: true },
    })
  socket.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
    for (const whole of packets(new Uint8Array(data))) {
      const packet = packing.decode_pkt(whole)
      const { topic = '', pkt_id: number = 0 } = packet ?? {}
      const kind = (packet?.b0 ?? 0) >> 4
      if (kind === CONNACK) {
        if (Number(packet?.reason) !== 0) return done(false)
        send('subscribe', { pkt_id: 1, topics: [[topicOf(room.token, '#'), 0]] })
      } else if (kind === SUBACK) say(2, over, seal(room, 'over', { stamp, said: {} }))
      else if (kind === PUBLISH && topic !== over) kept.add(topic)
      else if (kind === PUBACK) {
        unsure.delete(number)
        if (number === 2) for (const [at, one] of [...kept].entries()) say(3 + at, one, '')
        if (unsure.size === 0) return done(true)
      }
    }
  }
}
