/** Pictures tell nothing that they do not show, and look as before. */
import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { clean } from '../../src/node/pictures/clean.ts'
import { CANARY, chunk, drawing, type Look, toldPictures } from './told-pictures.ts'

const formats = Object.keys(toldPictures)

async function cleaned(extension: string, look: Look = {}) {
  const original = await (toldPictures[extension] as (look?: Look) => Promise<Buffer>)(look)
  const result = await clean(original, extension)
  if (!result) throw new Error(`${extension} was not cleaned`)
  return { original, ...result }
}

/** Upright, in the colours of screens. */
const pixels = (bytes: Buffer, extension: string) =>
  sharp(bytes, { animated: extension === 'gif' })
    .autoOrient()
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer()

/** How far the pixels of two pictures are from each other on average, of 255. */
async function distance(one: Buffer, other: Buffer, extension: string): Promise<number> {
  const [left, right] = await Promise.all([pixels(one, extension), pixels(other, extension)])
  expect(left.length).toBe(right.length)
  return left.reduce((sum, value, at) => sum + Math.abs(value - (right[at] ?? 0)), 0) / left.length
}

describe.each(formats)('a picture in %s', (extension) => {
  test('says nothing besides', async () => {
    const { original, bytes, removed } = await cleaned(extension)
    expect(original.includes(CANARY)).toBe(true)
    expect(bytes.toString('latin1')).not.toMatch(/zephyr|inkscape|sodipodi|adobe|file:|GPS|XMP/i)
    expect(removed.length).toBeGreaterThan(0)
    const about = await sharp(bytes).metadata()
    expect([about.exif, about.xmp, about.iptc, about.icc, about.comments]).toEqual(
      Array(5).fill(undefined),
    )
  })

  test('looks as before', async () => {
    const { original, bytes } = await cleaned(extension)
    // Nothing is drawn anew but what can't be cut.
    expect(await distance(original, bytes, extension)).toBeLessThan(extension === 'avif' ? 1 : 0.01)
  })

  test('is left alone once it is clean', async () => {
    const { bytes } = await cleaned(extension)
    const again = await clean(bytes, extension)
    expect(again?.removed).toEqual([])
    if (extension !== 'avif') expect(again?.bytes.equals(bytes)).toBe(true)
  })
})

const withLook = formats.filter((extension) => extension !== 'svg' && extension !== 'gif')

test.each(withLook)(
  'stands upright in %s without what says which side is up',
  async (extension) => {
    const { original, bytes } = await cleaned(extension, { orientation: 6 })
    const about = await sharp(bytes).metadata()
    expect([about.width, about.height, about.orientation ?? 1]).toEqual([40, 60, 1])
    expect(bytes.includes(CANARY)).toBe(false)
    expect(await distance(original, bytes, extension)).toBeLessThan(2)
  },
)

test.each(withLook)('keeps its colours in %s without a profile', async (extension) => {
  const { original, bytes } = await cleaned(extension, { profile: 'p3' })
  expect((await sharp(original).metadata()).hasProfile).toBe(true)
  expect((await sharp(bytes).metadata()).hasProfile).toBe(false)
  expect(bytes.includes(CANARY)).toBe(false)
  expect(await distance(original, bytes, extension)).toBeLessThan(2)
})

test.each(['gif', 'webp'] as const)('keeps the frames of a moving %s', async (extension) => {
  const frames = await Promise.all(
    [drawing(), drawing().negate()].map((one) => one.png().toBuffer()),
  )
  const moving = await sharp(frames, { join: { animated: true } })
    .withXmp(`<x>${CANARY}</x>`)
    .toFormat(extension, { delay: [100, 300], loop: 2 })
    .toBuffer()
  const { bytes = Buffer.alloc(0) } = (await clean(moving, extension)) ?? {}
  expect(bytes.includes(CANARY)).toBe(false)
  const { pages, delay, loop } = await sharp(bytes, { animated: true }).metadata()
  expect({ pages, delay, loop }).toEqual({ pages: 2, delay: [100, 300], loop: 2 })
})

/** Of a moving PNG: how many frames there are, and each with its number, size and place. */
const counted = (frames: number) => chunk('acTL', Buffer.from([0, 0, 0, frames, 0, 0, 0, 0]))
const framed = (
  number: number,
  [width = 60, height = 40, left = 0, top = 0]: readonly number[] = [],
) => {
  const said = Buffer.alloc(26)
  for (const [at, value] of [number, width, height, left, top].entries())
    said.writeUInt32BE(value, at * 4)
  return chunk('fcTL', said)
}

/** The pixels of a PNG as a frame behind the first. */
const nextFrame = (still: Buffer, number: number) => {
  const at = still.indexOf('IDAT')
  const pixels = still.subarray(at + 4, at + 4 + still.readUInt32BE(at - 4))
  return chunk('fdAT', Buffer.concat([Buffer.from([0, 0, 0, number]), pixels]))
}

describe('a moving PNG', async () => {
  const [still, other] = await Promise.all(
    [drawing(), drawing().negate({ alpha: false })].map((one) => one.png().toBuffer()),
  )
  if (!still || !other) throw new Error('No picture')
  const [head, pixels, end] = [still.subarray(0, 33), still.subarray(33, -12), still.subarray(-12)]
  const two = [counted(2), framed(0), pixels, framed(1), nextFrame(other, 2)]
  const cleanOf = (...parts: readonly Buffer[]) =>
    clean(Buffer.concat([head, ...parts, end]), 'png')

  test('keeps its frames, without what is said besides', async () => {
    const told = await cleanOf(chunk('tEXt', Buffer.from(`a\0${CANARY}`)), ...two)
    expect(told?.bytes.equals(Buffer.concat([head, ...two, end]))).toBe(true)
  })

  const hidden = await sharp({
    create: { width: 60, height: 40, channels: 4, background: '#ffffff00' },
  })
    .composite([
      { input: Buffer.from('<svg><rect width="9" height="9" fill="red" opacity=".004"/></svg>') },
    ])
    .png()
    .toBuffer()

  test.each([
    ['has colours that nobody is sure of', [chunk('iCCP', Buffer.from('a\0\0')), ...two]],
    ['has a picture before its frames', [counted(1), pixels, framed(0), nextFrame(other, 1)]],
    ['has more frames than it says', [counted(1), ...two.slice(1)]],
    [
      'has a frame beyond its edge',
      [counted(2), framed(0), pixels, framed(1, [60, 40, 9, 0]), nextFrame(other, 2)],
    ],
    [
      'has a frame with more than it draws',
      [counted(2), framed(0), pixels, framed(1, [60, 20]), nextFrame(other, 2)],
    ],
  ])('is not shown where it %s', async (_, parts) => {
    expect(await cleanOf(...parts)).toBeUndefined()
  })

  test('is not shown where it hides colours', async () => {
    const at = [hidden.subarray(0, 33), hidden.subarray(33, -12)] as const
    const moving = [at[0], counted(2), framed(0), at[1], framed(1), nextFrame(hidden, 2), end]
    const still = await clean(hidden, 'png')
    expect(still?.removed).toEqual(['colours where it is transparent'])
    expect(await clean(Buffer.concat(moving), 'png')).toBeUndefined()
  })
})

describe('a table of colours', () => {
  const words = Buffer.from(CANARY)

  test('has none in a PNG that no pixel shows', async () => {
    const still = await drawing().png({ palette: true }).toBuffer()
    const at = still.indexOf('PLTE') - 4
    const size = still.readUInt32BE(at)
    const table = Buffer.concat([still.subarray(at + 8, at + 8 + size), words])
    const said = Buffer.concat([
      still.subarray(0, at),
      chunk('PLTE', table),
      still.subarray(at + 12 + size),
    ])
    expect(said.includes(CANARY)).toBe(true)
    const { bytes = Buffer.alloc(0) } = (await clean(said, 'png')) ?? {}
    expect(bytes.includes(CANARY)).toBe(false)
    expect(await distance(said, bytes, 'png')).toBe(0)
  })

  test('is none where a PNG has its colours in its pixels', async () => {
    const still = await drawing().png().toBuffer()
    const said = Buffer.concat([still.subarray(0, 33), chunk('PLTE', words), still.subarray(33)])
    expect((await clean(said, 'png'))?.bytes.equals(still)).toBe(true)
  })

  /** A GIF of 2 × 1 px, with words in its table of 16 colours. */
  const gif = (more: readonly number[] = [], at: readonly number[] = [0, 0, 2, 1]) =>
    Buffer.concat([
      Buffer.from('GIF89a'),
      Buffer.from([2, 0, 1, 0, 0xb3, 0, 0, ...[255, 0, 0], ...[0, 0, 255]]),
      Buffer.concat([words, Buffer.alloc(42 - words.length)]),
      Buffer.from([0x2c, ...at.flatMap((one) => [one, 0]), 0]),
      // Five bits each: begin, the first colour, the second, the end.
      Buffer.from([4, 3 + more.length, 0b00010000, 0b10000100, 0b00001000, ...more, 0, 0x3b]),
    ])

  test('has none in a GIF that no pixel shows', async () => {
    const { bytes = Buffer.alloc(0), removed } = (await clean(gif(), 'gif')) ?? {}
    expect(bytes.length).toBe(gif().length)
    expect(bytes.includes(CANARY)).toBe(false)
    expect(removed).toEqual([])
    expect(await distance(gif(), bytes, 'gif')).toBe(0)
  })

  test.each([
    ['bytes behind its pixels', gif([...words])],
    ['a frame beyond its edge', gif([], [1, 0, 2, 1])],
  ])('is drawn anew with the picture where a GIF has %s', async (_, said) => {
    const { bytes = Buffer.alloc(0), removed } = (await clean(said, 'gif')) ?? { removed: ['all'] }
    expect(bytes.includes(CANARY)).toBe(false)
    expect(removed).not.toEqual([])
  })
})

test('draws a moving WebP anew where something of it is transparent', async () => {
  const frames = await Promise.all(
    ['#f008', '#00f8'].map((background) =>
      sharp({ create: { width: 9, height: 9, channels: 4, background } })
        .png()
        .toBuffer(),
    ),
  )
  const moving = await sharp(frames, { join: { animated: true } })
    .webp({ exact: true, delay: [100, 300] })
    .toBuffer()
  const told = await clean(moving, 'webp')
  const { pages, delay, hasAlpha } = await sharp(told?.bytes, { animated: true }).metadata()
  expect({ pages, delay, hasAlpha }).toEqual({ pages: 2, delay: [100, 300], hasAlpha: true })
  expect(told?.bytes.equals(moving)).toBe(false)
})

/** Where words of a drawing hide, each with how it is written. */
const HIDDEN: Readonly<Record<string, string>> = {
  'almost nothing of a colour': '<text opacity=".01">W</text>',
  'nothing of a colour': '<text fill-opacity="0">W</text>',
  'no colour': '<text fill="none">W</text>',
  'a colour that is none': '<text style="fill: transparent">W</text>',
  'a row that is folded away': '<text visibility="collapse">W</text>',
  'no size': '<text font-size="0">W</text>',
  'no size by style': '<g><text style="font-size:0px;fill:red">W</text></g>',
  'a scale of nothing': '<g transform="translate(5) scale(0)"><text>W</text></g>',
  'a scale of almost nothing': '<g transform="scale(0.0001)"><text>W</text></g>',
  'content that is not drawn': '<g style="content-visibility: hidden"><text>W</text></g>',
  'a frame of no size': '<svg width="0" height="9"><text>W</text></svg>',
  'a page of no size':
    '<foreignObject width="0" height="0"><p xmlns="http://www.w3.org/1999/xhtml">W</p></foreignObject>',
  'a page without a size':
    '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">W</p></foreignObject>',
  'a page without a size, beside rules':
    '<style>.a{fill:red}</style><rect class="a" width="9" height="9"/><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">W</p></foreignObject>',
  'what no browser offers': '<text requiredExtensions="urn:x">W</text>',
  'a shape': '<rect width="1" height="1">W</rect>',
  'a group': '<g>W<rect width="1" height="1"/></g>',
}

/** Where only a look at the whole shows that nobody sees them. */
const UNSEEN: Readonly<Record<string, string>> = {
  'the colour behind them':
    '<rect width="60" height="40" fill="#fff"/><text y="20" fill="#fff">W</text>',
  'a box above them': '<text y="20">W</text><rect width="60" height="40"/>',
  'a place beyond the edge': '<text x="500" y="500">W</text>',
  'a group that is moved away': '<g transform="translate(-900 0)"><text y="20">W</text></g>',
  'a window of no size': '<clipPath id="a"/><g clip-path="url(#a)"><text y="20">W</text></g>',
  'a mask that is black':
    '<mask id="a"><rect width="60" height="40"/></mask><text y="20" mask="url(#a)">W</text>',
  'definitions that nothing uses': '<defs><text y="20">W</text></defs>',
}

/** What is seen, though it looks as if it were not. */
const SEEN: Readonly<Record<string, string>> = {
  'an outline': '<text y="20" fill="none" stroke="red">W</text>',
  'words of another look within':
    '<text y="20" font-size="0" fill="none"><tspan font-size="12" fill="red">W</tspan></text>',
  'a rule that wins':
    '<style>.a{fill:red;font-size:12px}</style><text class="a" y="20" fill="none" font-size="0">W</text>',
  'definitions that are used': '<defs><text id="a" y="20">W</text></defs><use href="#a"/>',
  'a shadow': '<text y="20">W</text><text y="20">W</text>',
  'words for one language':
    '<switch><text y="20" systemLanguage="cy">W</text><text y="20">V</text></switch>',
  'a page that shows more than its size':
    '<switch><foreignObject width="100%" height="100%" requiredFeatures="http://www.w3.org/TR/SVG11/feature#Extensibility"><p xmlns="http://www.w3.org/1999/xhtml">W</p></foreignObject></switch>',
  'what appears later':
    '<text y="20" opacity="0.01">W<animate attributeName="opacity" to="1" dur="1s"/></text>',
}

const drawnWith = (more: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><path d="M0 0h9v9z"/>${more.replace('>W<', `>${CANARY}<`).replace('>W<', `>${CANARY}<`)}</svg>`,
  )

test.each(Object.entries(HIDDEN))(
  'takes words out of a drawing that hide by %s',
  async (_, more) => {
    const { bytes, removed = [], unseen } = (await clean(drawnWith(more), 'svg')) ?? {}
    expect(bytes?.toString()).toContain('<path')
    expect(bytes?.toString()).not.toContain(CANARY)
    expect(removed.join()).toMatch(/parts that are hidden|words beside the drawing/)
    expect(unseen).toBeUndefined()
  },
)

test.each(Object.entries(UNSEEN))('says which words nobody sees, by %s', async (_, more) => {
  expect((await clean(drawnWith(more), 'svg'))?.unseen).toEqual([CANARY])
})

test.each(Object.entries(SEEN))('leaves words alone by %s', async (_, more) => {
  const { bytes, removed, unseen } = (await clean(drawnWith(more), 'svg')) ?? {}
  expect(bytes?.toString()).toContain(CANARY)
  expect([removed, unseen]).toEqual([[], undefined])
})

/** Where a drawing has room for words that draw nothing, each with how it is written. */
const ASIDE: Readonly<Record<string, string>> = {
  'the steps of an animation':
    '<rect width="9" height="9"><animate attributeName="opacity" values="0;W" dur="1s"/></rect>',
  'what an animation sets': '<rect width="9" height="9"><set attributeName="class" to="W"/></rect>',
  'the file of an animation':
    '<image width="9" height="9"><set attributeName="href" to="file:///W.png"/></image>',
  'when an animation begins':
    '<rect width="9" height="9"><set attributeName="x" begin="W.click; W" to="3"/></rect>',
  'a font of its own': '<font id="W"><font-face font-family="W"/><glyph unicode="W"/></font>',
  'rules that nothing has':
    '<style>.W{fill:red} #W{fill:red} W{fill:red} [id="W"]{fill:red}</style>',
  'a class with a rule': '<style>.W{fill:red}</style><rect class="W" width="9" height="9"/>',
  'a rule for some media': '<style>@media (W: 1) { rect { fill: red } }</style>',
  'a rule for what is offered': '<style>@supports (x: W) { rect { fill: red } }</style>',
  'rules that nobody knows':
    '<style>@layer W; @namespace W url(W); @W { rect { fill: red } }</style>',
  'the name of a movement':
    '<style>@keyframes W{from{fill:red}} rect{animation:W 1s}</style><rect width="9" height="9"/>',
  'what stands before an element': '<style>rect::before{content:"W"}</style>',
  'a value of its own': '<style>rect{--W:"W";fill:red}</style><rect width="9" height="9"/>',
  'a value of its own in an attribute': '<rect style="--a:W; fill:red" width="9" height="9"/>',
  'a property that nobody knows': '<rect style="W:red; note:W" width="9" height="9"/>',
  'escapes of a style': '<rect style="fill:\\57" note="W" width="9" height="9"/>',
  'rules in CDATA': '<style><![CDATA[ /* W */ .W{} rect{fill:red} ]]></style>',
  'the title of a group': '<g><title>W</title><desc>W</desc><rect width="9" height="9"/></g>',
  'attributes for programs': '<rect data-W="W" aria-label="W" role="W" width="9" height="9"/>',
  'ids that lead somewhere': '<rect id="W" width="9" height="9"/><use href="#W"/>',
  'ids that lead nowhere': '<use href="#W"/><rect width="9" height="9" fill="url(#W)"/>',
  'attributes of HTML':
    '<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml" id="W" title="W" lang="W">x</p></foreignObject>',
  'HTML that is hidden':
    '<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml" hidden="">W</p></foreignObject>',
  'HTML without a colour':
    '<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml" style="color: transparent">W</p></foreignObject>',
  'what a switch never shows': '<switch><text y="20">a</text><text y="20">W</text></switch>',
  'what a switch cannot show':
    '<switch><text requiredExtensions="urn:W" y="20">W</text><text y="20">b</text></switch>',
  'a language that is none': '<text systemLanguage="W or another" y="20">a</text>',
  'a symbol that nothing uses': '<symbol id="a"><text y="20">W</text></symbol>',
  'the title of a link': '<a xlink:href="#x" xlink:title="W" xlink:role="W"><path d="M0 0h5"/></a>',
  'a namespace': '<g xmlns:W="http://W" xmlns:xlink="http://W"><path d="M0 0h5"/></g>',
  'a version': '<svg version="W" width="9" height="9"><path d="M0 0h5"/></svg>',
  'a path, a place and a colour': '<path d="M0 0h9 W" transform="W" fill="W"/>',
  'the name of a step of a filter':
    '<filter id="f"><feFlood result="W"/><feOffset in="W"/></filter><path d="M0 0h5" filter="url(#f)"/>',
  'features of a font': '<text y="20" font-feature-settings="\'W\'">a</text>',
  'an instruction': '<?note W?><path d="M0 0h5"/>',
}

test.each(Object.entries(ASIDE))('lets nothing be said by %s', async (_, more) => {
  const drawn = more.replaceAll('W', CANARY).replace(/\\57/, '\\7a ephyrcanary')
  const bytes = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="60" height="40"><path d="M0 0h9v9z"/>${drawn}</svg>`,
  )
  const told = (await clean(bytes, 'svg'))?.bytes.toString()
  expect(told).toContain('<path')
  expect(told).not.toMatch(/ephyrcanary|urn:/)
})

test.each([
  ['an entity', `[<!ENTITY a "${CANARY}">]`],
  ['a default', `[<!ATTLIST path note CDATA "${CANARY}"><!ELEMENT ${CANARY} ANY>]`],
  ['a name', `PUBLIC "${CANARY}" "${CANARY}.dtd"`],
])('lets nothing be said by %s of its grammar', async (_, grammar) => {
  const text = `<!DOCTYPE svg ${grammar}><svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><path d="M0 0h9v9z"/></svg>`
  const told = (await clean(Buffer.from(text), 'svg'))?.bytes.toString()
  expect(told).toContain('<path')
  expect(told).not.toContain(CANARY)
})

/** What draws, as drawing tools write it, with what must be left of it. */
const DRAWN: readonly (readonly [string, RegExp])[] = [
  [
    '<path d="M0 0h5" style="fill: light-dark(#fff, var(--dark, #121212))"/>',
    /light-dark\(#fff, ?var\(--p1, ?#121212/,
  ],
  [
    '<path d="M1 1L2.5-3zm4 4c0-1e-3 2 3 4 5Z" fill="rebeccapurple"/>',
    /zm4 4c0-1e-3.*rebeccapurple/,
  ],
  [
    '<path transform="translate(3,4) rotate(45)" stroke-dasharray="3 4" d="M0 0h5"/>',
    /translate.*45/,
  ],
  [
    '<text y="20" style="font: italic bold 12px/1.5 \'Helvetica Neue\', serif">a</text>',
    /Helvetica Neue/,
  ],
  ['<text y="20" font-family="Arial, &quot;Noto Sans&quot;">a</text>', /Noto Sans/],
  [
    '<style>@media (prefers-color-scheme: dark){path{fill:#fff}}</style><path d="M0 0h5"/>',
    /dark.*fill:#fff/,
  ],
  [
    '<style>@keyframes turn{to{rotate:1turn}} .t{animation:turn 2s infinite}</style><path class="t" d="M0 0h5"/>',
    /keyframes c\d.*animation:c\d 2s infinite.*class="c\d"/,
  ],
  [
    '<linearGradient id="r"><stop stop-color="red"/></linearGradient><path fill="url(#r)" d="M0 0h5"/>',
    /id="p1".*fill="url\(#p1\)"/,
  ],
  [
    '<filter id="f"><feColorMatrix in="SourceGraphic" type="hueRotate" values="90" result="wash 1"/><feBlend in="wash 1" mode="multiply"/></filter><path filter="url(#f)" d="M0 0h5"/>',
    /SourceGraphic.*hueRotate.*result="(p\d)".*in="\1"/,
  ],
  [
    '<path id="a" d="M0 0h5"><animate attributeName="x" begin="a.end+1s; 2s" values="0;1" dur="1s" fill="freeze"/></path>',
    /begin="(p\d)\.end\+1s; 2s"/,
  ],
  [
    '<svg preserveAspectRatio="xMidYMin slice" viewBox="0 0 9 9"><path d="M0 0h5"/></svg>',
    /xMidYMin slice/,
  ],
]

test.each(DRAWN)('keeps of a drawing what draws: %s', async (drawn, left) => {
  const { bytes, removed } = (await clean(drawnWith(drawn), 'svg')) ?? {}
  expect(bytes?.toString()).toMatch(left)
  expect(removed).toEqual([])
})

test('says where a position was, in words that an author knows', async () => {
  const { removed } = await cleaned('jpg')
  expect(removed).toEqual(
    expect.arrayContaining(['position (GPS)', 'EXIF', 'XMP', 'IPTC', 'comment']),
  )
  expect((await cleaned('svg')).removed).toEqual(
    expect.arrayContaining(['metadata', 'title', 'comment', 'parts that are hidden', 'IPTC']),
  )
})

test('leaves colours, density and transparency alone, and does not speak of them', async () => {
  const plain = await drawing().ensureAlpha(0.5).withMetadata({ density: 300 }).png().toBuffer()
  const result = await clean(plain, 'png')
  expect(result?.removed.filter((said) => said !== 'EXIF')).toEqual([])
  expect((await sharp(result?.bytes).metadata()).hasAlpha).toBe(true)
})

test.each([
  ['words', 'a page that says 404'],
  [
    'a page',
    '<html xmlns="http://www.w3.org/1999/xhtml"><svg xmlns="http://www.w3.org/2000/svg"/></html>',
  ],
  ['no namespace', '<svg width="9" height="9"/>'],
  ['cut off', '<svg xmlns="http://www.w3.org/2000/svg"><g'],
  ['an entity that is not known', '<svg xmlns="http://www.w3.org/2000/svg">&gone;</svg>'],
  ['entities within entities', bomb()],
])('takes %s for no SVG', async (_, text) => {
  expect(await clean(Buffer.from(text), 'svg')).toBeUndefined()
})

function bomb(): string {
  const more = 'bcdefghij'
    .split('')
    .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`)
  return `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${more.join('')}]><svg xmlns="http://www.w3.org/2000/svg"><text>&j;</text></svg>`
}

test('reads an SVG whose elements have a prefix, and keeps words of drawing tools', async () => {
  const text = `<svg:svg xmlns:svg="http://www.w3.org/2000/svg" width="9" height="9"><svg:rect width="9" height="9" fill="red"/><svg:foreignObject width="9" height="9"><div xmlns="http://www.w3.org/1999/xhtml" title="${CANARY}">Desk <b>of</b> halls</div></svg:foreignObject></svg:svg>`
  const { bytes = '' } = (await clean(Buffer.from(text), 'svg')) ?? {}
  expect(bytes.toString()).toBe(
    '<svg width="9" height="9" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="red"/><foreignObject width="9" height="9"><div xmlns="http://www.w3.org/1999/xhtml">Desk <b>of</b> halls</div></foreignObject></svg>',
  )
})

test('reads any damaged picture as none, or cleans it', async () => {
  const originals = await Promise.all(
    formats.map(async (extension) => ({ extension, bytes: (await cleaned(extension)).original })),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...originals),
      fc.nat(),
      fc.uint8Array({ minLength: 1, maxLength: 4 }),
      async ({ extension, bytes }, where, damage) => {
        const damaged = Buffer.from(bytes)
        damaged.set(damage, where % (bytes.length - damage.length))
        const result = await clean(damaged, extension)
        // A letter less in an SVG may show words that were hidden.
        const text = (extension !== 'svg' && result?.bytes.toString('latin1')) || ''
        expect(text).not.toContain(CANARY)
        for (const packed of text.match(/zTXt[\s\S]*/g) ?? [])
          expect(inflateSync(Buffer.from(packed, 'latin1')).toString()).not.toContain(CANARY)
      },
    ),
    { numRuns: 60, seed: 1 },
  )
})
