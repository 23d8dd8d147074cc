/** Captions of a film (WebVTT): what is shown and when, without comments, styles and names. */

// Matches "00:01.000 --> 00:03.500 line:90%".
const RE_TIMES = /^\s*((?:\d+:)?[0-5]\d:[0-5]\d\.\d{3})\s+-->\s+((?:\d+:)?[0-5]\d:[0-5]\d\.\d{3})/

// Matches "<v Ann Lee>", "<i>", "</c>", "<00:01.000>".
const RE_TAG = /<(\/?)([a-z]*)(?:\.[^\s<>]*)?(?:\s+([^<>]*))?[^<>]*>/gi

/** Captions as an output has them, and their words line by line, each in the line of the file. */
export interface Captions {
  readonly vtt: string
  readonly words: string
}

/** The captions of a film, in order; undefined for a text that is not WebVTT, or has no captions. */
export function readCaptions(text: string): Captions | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) return undefined
  const cues: string[] = []
  const words: string[] = []
  let isCue = false
  for (const line of lines) {
    const times = RE_TIMES.exec(line)
    const said = isCue && !times ? saidIn(line) : ''
    words.push(said)
    if (times) cues.push('', `${times[1]} --> ${times[2]}`)
    else if (said !== '') cues.push(said)
    isCue = line.trim() !== '' && (times !== null || isCue)
  }
  if (words.every((line) => line === '')) return undefined
  return { vtt: `WEBVTT\n${cues.join('\n')}\n`, words: words.join('\n') }
}

/** A line without its tags; who speaks stands in front of it. */
function saidIn(line: string): string {
  return line
    .replace(RE_TAG, (_, end: string, name: string, note?: string) =>
      name.toLowerCase() === 'v' && end === '' && note ? `${note.trim()}: ` : '',
    )
    .trim()
}
