/** What a stretch of a film tells besides pictures and sound, in words for people. */
import { SAYS } from '../parts/part.ts'

// Matches what cameras write of the place: "©xyz", "loci", "com.apple.quicktime.location.ISO6709".
const RE_POSITION = /\xa9xyz|loci|location|LOCATION/

// Matches readable words.
const RE_WORDS = /[\x20-\x7e\xa9]{5,}/g

// Matches what every program leaves: its own name and version, and the names of the fields that hold it.
const RE_PROGRAM =
  /Lav[cf]\d|ENCODER|DURATION|libvpx|HandBrake|mdirappl|mdtacom|(?:hdlr|meta|ilst|data|udta|keys|free)|[\d:.]{5,}/

/** What such a stretch tells; `[]` for numbers, and for the name of the program that wrote the film. */
export function saidIn(bytes: Buffer): readonly string[] {
  const text = bytes.toString('latin1')
  if (RE_POSITION.test(text)) return ['position (GPS)']
  const words = (text.match(RE_WORDS) ?? []).filter((one) => !RE_PROGRAM.test(one))
  return words.length > 0 ? [SAYS.other] : []
}

/** Names of the programs that made a sound or a picture, at the start of it. */
const RE_ENCODER = /Lav[cf][\d.]*|LAME[\d.]*|x264[ -~]*/g

/** Takes the names of encoders out of a stretch of a film. */
export function blankEncoders(bytes: Buffer, from: number, to: number): void {
  for (const { index, 0: name } of bytes.toString('latin1', from, to).matchAll(RE_ENCODER))
    bytes.fill(0, from + index, from + index + name.length)
}
