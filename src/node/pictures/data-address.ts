/** Addresses that hold a picture: `data:image/png;base64,…`. */

const TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
}

/** What a picture is called on the web, by the ending of its file. */
export function mediaType(extension: string): string | undefined {
  return Object.hasOwn(TYPES, extension) ? TYPES[extension] : undefined
}

// Matches "data:image/png;base64,iVBO…" and "data:image/svg+xml;charset=utf-8,%3Csvg…".
const RE_DATA = /^\s*data:(image\/[\w.+-]+)((?:;[^;,]*)*),([\s\S]*)$/i

/** The picture in an address; undefined for other addresses, and for pictures that pages can't show. */
export function readDataAddress(
  address: string,
): { readonly bytes: Buffer; readonly extension: string } | undefined {
  const [, type = '', how = '', said = ''] = RE_DATA.exec(address) ?? []
  const extension = Object.keys(TYPES).find((name) => TYPES[name] === type.toLowerCase())
  if (extension === undefined) return undefined
  try {
    const text = decodeURIComponent(said)
    const isCoded = /;\s*base64\s*$/i.test(how)
    return { bytes: Buffer.from(text, isCoded ? 'base64' : 'utf8'), extension }
  } catch {
    return undefined // a percent sign that escapes nothing
  }
}

/** The address that holds a picture. */
export function dataAddress(bytes: Buffer, extension: string): string {
  return `data:${mediaType(extension)};base64,${bytes.toString('base64')}`
}
