/** Values as bytes that say whether they are whole. */
import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'

/** The bytes of a value, behind its hash. */
export function seal(value: unknown): Uint8Array {
  const bytes = serialize(value)
  return Buffer.concat([hash(bytes), bytes])
}

const HASH = 32

/** The value in such bytes; undefined for what is damaged: it counts as never written, and is replaced. */
export function unseal<Value>(sealed: Buffer | undefined): Value | undefined {
  const bytes = sealed?.subarray(HASH)
  if (!bytes || !sealed || !hash(bytes).equals(sealed.subarray(0, HASH))) return undefined
  return deserialize(bytes) as Value // As this very code wrote it, which the file's name says.
}

function hash(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest()
}
