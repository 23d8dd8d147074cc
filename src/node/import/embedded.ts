/** Pictures that stand in a text as base64, as Google Docs and saved pages have them. */

// Matches "data:image/png;base64,iVBORw0…".
const RE_PICTURE = /data:image\/(png|jpe?g|gif|webp|avif|svg\+xml);base64,([A-Za-z0-9+/]+={0,2})/gi

/** A text with addresses in the place of its pictures. */
interface Extracted {
  readonly text: string
  /** Bytes by address. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

/** Takes pictures out of a text. The same picture gets the same address. */
export function extractPictures(text: string, name: string): Extracted {
  const pictures = new Map<string, Uint8Array>()
  const known = new Map<string, string>()
  const made = text.replace(RE_PICTURE, (_, type: string, data: string) => {
    const before = known.get(data)
    if (before !== undefined) return before
    const kind = type.toLowerCase().replace('+xml', '').replace('jpeg', 'jpg')
    const address = `${pictureFolder(name)}/picture-${pictures.size + 1}.${kind}`
    pictures.set(address, Buffer.from(data, 'base64'))
    known.set(data, address)
    return address
  })
  return { text: made, pictures }
}

/** The folder for the pictures of a document, as it stands in addresses. */
export function pictureFolder(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'document'
}
