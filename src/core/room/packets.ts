/** Packets of MQTT out of a stream of bytes, which may come in any pieces (MQTT 3.1.1, 2.2). */

/** Bits of a byte that count, and the one that says that another byte follows. */
const [SEVEN, MORE] = [0x7f, 0x80]

/**
 * Returns what takes a piece, and gives the packets that are whole then. The way of `u8-mqtt-packet`
 * 0.4.1 would hold back a packet that is shorter than an earlier one that came in pieces.
 */
export function packetsOf(): (piece: Uint8Array) => readonly Uint8Array[] {
  let rest = new Uint8Array()
  return (piece) => {
    const joined = new Uint8Array(rest.length + piece.length)
    joined.set(rest)
    joined.set(piece, rest.length)
    rest = joined
    const whole: Uint8Array[] = []
    for (let size = sizeOf(rest); size <= rest.length; size = sizeOf(rest)) {
      whole.push(rest.subarray(0, size))
      rest = rest.slice(size)
    }
    return whole
  }
}

/** Bytes of the first packet; infinite while too little of it is here to tell. */
function sizeOf(bytes: Uint8Array): number {
  let body = 0
  for (let at = 1; at <= 4; at++) {
    const byte = bytes[at]
    if (byte === undefined) break
    body += (byte & SEVEN) * 128 ** (at - 1)
    if ((byte & MORE) === 0) return at + 1 + body
  }
  return Number.POSITIVE_INFINITY
}
