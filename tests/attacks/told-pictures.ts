/** Small pictures that tell what they do not show, in every place where a format has room for it. */
import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** Stands nowhere but where nobody sees it. */
export const CANARY = 'zephyrcanary'

const EXIF = {
  IFD0: { ImageDescription: CANARY, Artist: CANARY, Make: CANARY, Software: CANARY },
  IFD2: { UserComment: CANARY, DateTimeOriginal: '2026:03:31 10:00:00' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSAreaInformation: CANARY },
}

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="${CANARY}"/></rdf:RDF></x:xmpmeta>`

const SHAPES = Buffer.from(
  '<svg width="60" height="40"><rect width="20" height="10" fill="blue"/><circle cx="40" cy="20" r="9" fill="#ff8"/></svg>',
)

/** 60 × 40 px, with something in its left upper corner. */
export const drawing = (): Sharp =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#a0522d' } }).composite([
    { input: SHAPES },
  ])

/** Lies on its side, and has colours that no screen of sRGB has. */
export interface Look {
  readonly orientation?: number
  readonly profile?: 'p3'
}

const told = async (format: 'avif' | 'gif' | 'jpeg' | 'png' | 'webp', look: Look) => {
  const { orientation, profile } = look
  // It would give the picture a profile too.
  const turned = orientation ? drawing().withMetadata({ orientation }) : drawing()
  const said = turned.withExifMerge(EXIF).withXmp(XMP)
  return (profile ? said.withIccProfile(profile) : said).toFormat(format).toBuffer()
}

/** A picture of each kind, by the ending of its file. */
export const toldPictures: Readonly<Record<string, (look?: Look) => Promise<Buffer>>> = {
  async avif(look = {}) {
    const box = Buffer.from(`\0\0\0\0free${CANARY}`)
    box.writeUInt32BE(box.length)
    return Buffer.concat([await told('avif', look), box])
  },
  async gif(look = {}) {
    const whole = await told('gif', look)
    const start = 13 + 3 * 2 ** (((whole[10] as number) & 7) + 1)
    const extensions = Buffer.concat([
      Buffer.from([0x21, 0xfe, CANARY.length, ...Buffer.from(CANARY), 0]),
      Buffer.from([0x21, 0xff, 11, ...Buffer.from('TeamNotes10')]),
      Buffer.from([CANARY.length, ...Buffer.from(CANARY), 0]),
      Buffer.from([0x21, 0x01, 12, ...Buffer.alloc(12), CANARY.length, ...Buffer.from(CANARY), 0]),
    ])
    return Buffer.concat([whole.subarray(0, start), extensions, whole.subarray(start), AFTER])
  },
  async jpg(look = {}) {
    const whole = await told('jpeg', look)
    const small = Buffer.concat([
      Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\x05\x01'),
      Buffer.from(`${CANARY}...`),
    ])
    const segments = Buffer.concat([
      segment(0xe0, small),
      segment(0xe0, Buffer.from(`JFXX\0\x10${CANARY}`)),
      segment(0xed, Buffer.from(`Photoshop 3.0\x008BIM${CANARY}`)),
      segment(0xe2, Buffer.from(`MPF\0${CANARY}`)),
      segment(0xeb, Buffer.from(`JP${CANARY}`)),
      segment(0xfe, Buffer.from(CANARY)),
    ])
    // The head of the file is in front already.
    return Buffer.concat([whole.subarray(0, 2), segments, whole.subarray(2), AFTER])
  },
  async png(look = {}) {
    const whole = await told('png', look)
    const end = whole.length - 12
    const chunks = Buffer.concat([
      chunk('tEXt', Buffer.from(`Author\0${CANARY}`)),
      chunk('zTXt', Buffer.from([...Buffer.from('Comment\0\0'), ...deflateSync(CANARY)])),
      chunk('iTXt', Buffer.from(`Title\0\0\0en\0\0${CANARY}`)),
      chunk('tIME', Buffer.from([7, 234, 3, 31, 10, 0, 0])),
      chunk('teAm', Buffer.from(CANARY)),
    ])
    return Buffer.concat([whole.subarray(0, end), chunks, whole.subarray(end), AFTER])
  },
  async webp(look = {}) {
    const whole = await told('webp', look)
    const chunk = Buffer.from(`TEAM\0\0\0\0${CANARY}`)
    chunk.writeUInt32LE(CANARY.length, 4)
    const all = Buffer.concat([whole, chunk])
    all.writeUInt32LE(all.length - 8, 4)
    return Buffer.concat([all, AFTER])
  },
  async svg() {
    const photograph = (await toldPictures.jpg?.()) as Buffer // it stands above
    return Buffer.from(svgWith(`data:image/jpeg;base64,${photograph.toString('base64')}`))
  },
}

const AFTER = Buffer.from(`PK after the end: ${CANARY}`)

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

export function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data])
  const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)]
  head.writeUInt32BE(data.length)
  tail.writeUInt32BE(crc32(named))
  return Buffer.concat([head, named, tail])
}

/** As Inkscape, Illustrator, Figma and draw.io write them, in one. */
function svgWith(photograph: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet href="file:///home/${CANARY}/a.css"?>
<!-- ${CANARY} -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "${CANARY}" [<!ENTITY ns "http://ns.adobe.com/${CANARY}"> <!ENTITY green "#0a0">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:i="&ns;" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" width="60" height="40" viewBox="0 0 60 40" id="${CANARY}" sodipodi:docname="${CANARY}.svg" inkscape:export-filename="/home/${CANARY}/a.png" content="&lt;mxfile host=&quot;${CANARY}&quot;/&gt;" data-name="${CANARY}" aria-label="${CANARY}" onload="tell('${CANARY}')">
<title>${CANARY}</title><desc>${CANARY}</desc>
<metadata><rdf:RDF><rdf:li>${CANARY}</rdf:li></rdf:RDF></metadata>
<sodipodi:namedview inkscape:document-units="${CANARY}"><inkscape:page/></sodipodi:namedview>
<i:pgf>${CANARY}</i:pgf>
<style>/* ${CANARY} */ @import url("${CANARY}.css"); .shown{fill:red} .gone{display:none} #dots-${CANARY}{stroke:black} .far{fill:url(file:///home/${CANARY}/x.svg)}</style>
<script>tell('${CANARY}')</script>
<defs><linearGradient id="layer-${CANARY}" inkscape:collect="always"><stop offset="0" stop-color="#00f"/><stop offset="1" stop-color="&green;"/></linearGradient></defs>
<g inkscape:groupmode="layer" inkscape:label="${CANARY}" style="display:none"><text>${CANARY}</text></g>
<g display="none"><text>${CANARY}</text></g><g visibility="hidden"><text>${CANARY}</text></g>
<g class="gone ${CANARY}"><text>${CANARY}</text></g><text opacity="0">${CANARY}</text>
<rect width="60" height="40" class="shown ${CANARY}"/>
<rect x="5" y="5" width="20" height="20" fill="url(#layer-${CANARY})" style="-inkscape-font-specification:'${CANARY}';stroke:black"/>
<circle id="dots-${CANARY}" cx="40" cy="20" r="8" fill="yellow"/>
<a xlink:href="file:///home/${CANARY}"><path d="M0 0h9v9z"/></a>
<image x="30" y="25" width="15" height="10" xlink:href="${photograph}"/>
<image width="5" height="5" href="file:///home/${CANARY}/photograph.png"/>
<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://${CANARY}.example"/></foreignObject>
</svg>
<!-- ${CANARY} -->`
}
