/** Reads a PDF's objects without trust: a value of another type than expected counts as absent. */
import { inflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from 'pdf-lib'

/** The object under a key, references followed. */
export function objectIn(dict: PDFDict, key: string): PDFObject | undefined {
  return dict.lookup(PDFName.of(key))
}

/** A stream's dictionary counts too. */
export function dictIn(dict: PDFDict, key: string): PDFDict | undefined {
  return asDict(objectIn(dict, key))
}

/** The dictionary that an object is or has; undefined for others. */
export function asDict(object: PDFObject | undefined): PDFDict | undefined {
  if (object instanceof PDFStream) return object.dict
  return object instanceof PDFDict ? object : undefined
}

/** The entries of an array, references not followed; a single object is an array of one. */
export function entriesIn(dict: PDFDict, key: string): readonly PDFObject[] {
  const held = objectIn(dict, key)
  if (held instanceof PDFArray) return held.asArray()
  const single = dict.get(PDFName.of(key))
  return single === undefined || held === undefined ? [] : [single]
}

/** `Link` for `/Link`. */
export function nameIn(dict: PDFDict, key: string): string | undefined {
  const held = objectIn(dict, key)
  return held instanceof PDFName ? held.decodeText() : undefined
}

/** Undefined also for text that is only white space. */
export function textIn(dict: PDFDict, key: string): string | undefined {
  const held = objectIn(dict, key)
  if (!(held instanceof PDFString || held instanceof PDFHexString)) return undefined
  return held.decodeText().trim() || undefined
}

/** A number by its key; undefined where there is none. */
export function numberIn(dict: PDFDict, key: string): number | undefined {
  const held = objectIn(dict, key)
  return held instanceof PDFNumber ? held.asNumber() : undefined
}

/** Whether a key says true. */
export function isTrueIn(dict: PDFDict, key: string): boolean {
  return objectIn(dict, key) === PDFBool.True
}

/** A stream's bytes, unpacked; undefined where there is none, or one that cannot be unpacked. */
export function bytesIn(dict: PDFDict, key: string): Uint8Array | undefined {
  return bytesOf(objectIn(dict, key))
}

/** A stream, unpacked, with a letter for each byte; `''` for all else. */
export function textOfStream(object: PDFObject | undefined): string {
  return Buffer.from(bytesOf(object) ?? []).toString('latin1')
}

function bytesOf(object: PDFObject | undefined): Uint8Array | undefined {
  if (!(object instanceof PDFRawStream)) return undefined
  try {
    return unpacked(object)
  } catch {
    return undefined
  }
}

/**
 * The bytes of a stream. Node unpacks several times as fast as pdf-lib, which knows all other ways of
 * packing, and reads what is damaged as far as it goes.
 *
 * @throws where it cannot be unpacked
 */
export function unpacked(stream: PDFRawStream): Uint8Array {
  const { dict, contents } = stream
  const isUsual =
    dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode') &&
    !dict.has(PDFName.of('DecodeParms'))
  try {
    if (isUsual) return inflateSync(contents)
  } catch {
    // As below.
  }
  return decodePDFRawStream(stream).decode()
}
