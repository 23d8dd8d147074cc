/** A whole build and all exports of a case whose pictures tell much: no output tells any of it. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join, relative } from 'node:path'
import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../../src/cli/index.ts'
import { findOffice } from '../../src/node/export/convert.ts'
import { clean } from '../../src/node/pictures/clean.ts'
import { readDataAddress } from '../../src/node/pictures/data-address.ts'
import { CANARY, drawing, toldPictures } from './told-pictures.ts'

/** A file of an output, or one within it. */
interface Piece {
  readonly name: string
  readonly bytes: Buffer
}

let home: string
let pieces: readonly Piece[]

const WORDS = (held: string): string => `# A desk for all

${Object.keys(toldPictures)
  .map((extension) => `## What ${extension} shows\n\n![Seen](pictures/seen.${extension})\n`)
  .join('\n')}
## What an address holds

![Seen](${held})

## Key decisions

Decision 1: We open it.

![Seen][map]

<img src="pictures/side.jpg" alt="Seen" />

Decision 2 (internal): We leave.

![Hidden](pictures/secret-item.png)

<Internal>

![Hidden](pictures/secret-block.png)

</Internal>

Decision 3: We stay. ![Hidden](pictures/secret-withdrawn.png)

<Notes>

![Hidden](pictures/secret-notes.png)

</Notes>

[map]: pictures/seen.png
[plan]: pictures/secret-defined.png
`

const SECRETS = 'item block withdrawn notes defined unused file'.split(' ')

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'pictures-built-'))
  const folder = join(home, 'slides')
  await mkdir(join(folder, 'pictures'), { recursive: true })
  const write = (name: string, content: string | Buffer) => writeFile(join(folder, name), content)
  for (const [extension, made] of Object.entries(toldPictures))
    await write(`pictures/seen.${extension}`, await made())
  const turned = (await toldPictures.jpg?.({ orientation: 6, profile: 'p3' })) as Buffer // it is there
  await write('pictures/side.jpg', turned)
  for (const name of SECRETS)
    await write(`pictures/secret-${name}.png`, await drawing().png().toBuffer())
  const held = `data:image/jpeg;base64,${turned.toString('base64')}`
  await write('1.mdx', WORDS(held))
  await write('2.mdx', '---\naudience: internal\n---\n\n![Hidden](pictures/secret-file.png)\n')
  await write('case.yaml', 'title: A desk for all\nask: Open it.\nwithdrawn: [3]\n')
  const options = ['--case', folder, '--out', join(home, 'out')]
  expect(await runCommand(['build', ...options])).toBe(0)
  for (const format of ['pptx', 'docx', ...(findOffice() === undefined ? [] : ['odp', 'odt'])])
    expect(await runCommand(['export', format, ...options])).toBe(0)
  pieces = await piecesIn(join(home, 'out'))
}, 300_000)
afterAll(() => rm(home, { recursive: true, force: true }))

test('says in no byte of any file what pictures do not show', () => {
  const kinds = new Set(pieces.map(({ name }) => extname(name)))
  for (const kind of ['.html', '.zip', '.pptx', '.docx', '.pdf', '.png', '.jpg', '.webp', '.svg'])
    expect(kinds).toContain(kind)
  const telling = pieces.filter(({ name, bytes }) =>
    ['latin1', 'utf16le'].some((code) =>
      `${name} ${bytes.toString(code as BufferEncoding)}`.includes(CANARY),
    ),
  )
  expect(telling.map(({ name }) => name)).toEqual([])
})

test('leaves nothing besides what is drawn in any picture, and names no disk', async () => {
  // Our own: the icon, and what the style sheets of the deck hold.
  const ours = pieces.filter(({ name }) => /^favicon\.svg$|\.css: held-/.test(name))
  const pictures = pieces.filter(
    ({ name, bytes }) => RE_PICTURE.test(name) && !ours.some((each) => each.bytes.equals(bytes)),
  )
  expect(pictures.length).toBeGreaterThan(30)
  const said = await Promise.all(
    pictures.map(async ({ name, bytes }) => {
      const { removed = ['damage'] } = (await clean(bytes, extname(name).slice(1))) ?? {}
      return removed.map((what) => `${name}: ${what}`)
    }),
  )
  expect(said.flat()).toEqual([])
  expect(pieces.filter(({ bytes }) => bytes.includes(home)).map(({ name }) => name)).toEqual([])
})

test('has no picture of what stays inside, is private or was withdrawn, and none that no page shows', () => {
  expect(pieces.filter(({ name }) => name.includes('secret')).map(({ name }) => name)).toEqual([])
  const pages = pieces.filter(({ name }) => /\.(?:html|css)$/.test(name)).map(({ bytes }) => bytes)
  expect(pages.filter((bytes) => bytes.includes('secret'))).toEqual([])
  const files = pieces.filter(({ name }) => /^_astro\/[^:]+$/.test(name) && RE_PICTURE.test(name))
  expect(files.length).toBeGreaterThan(6)
  const unused = files.filter(({ name }) => {
    const address = encodeURI(name.slice('_astro/'.length))
    return !pages.some((bytes) => bytes.includes(address))
  })
  expect(unused.map(({ name }) => name)).toEqual([])
})

test('shows a photograph that lay on its side upright in every output', async () => {
  const sides = pieces.filter(({ name }) => /side\.[\w-]+\.(?:jpg|webp)$/.test(name))
  expect(sides).not.toEqual([])
  for (const { bytes } of sides) {
    const { width, height, orientation = 1 } = await sharp(bytes).metadata()
    expect([width, height, orientation]).toEqual([40, 60, 1])
  }
})

// Matches files of pictures that pages can show.
const RE_PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/

async function piecesIn(folder: string): Promise<readonly Piece[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const found = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name)
      return within({ name: relative(folder, path), bytes: await readFile(path) })
    }),
  )
  return found.flat()
}

/** A file, and all that it holds. */
function within({ name, bytes }: Piece): readonly Piece[] {
  const inner = (part: string, its: Uint8Array): readonly Piece[] =>
    within({ name: `${name}: ${part}`, bytes: Buffer.from(its) })
  const start = bytes.toString('latin1', 0, 4)
  if (start.startsWith('PK'))
    return [
      { name, bytes },
      ...Object.entries(unzipSync(bytes)).flatMap(([part, its]) => inner(part, its)),
    ]
  if (start === '%PDF')
    return [{ name, bytes }, ...streamsOf(bytes).flatMap((its, at) => inner(`stream ${at}`, its))]
  if (!/\.(?:html|css|svg|xml)$/.test(name)) return [{ name, bytes }]
  const held = [...bytes.toString('latin1').matchAll(/data:image\/[^"')\s]+/g)].flatMap(
    ([address], at) => {
      const picture = readDataAddress(address.replaceAll('&quot;', ''))
      return picture ? inner(`held-${at}.${picture.extension}`, picture.bytes) : []
    },
  )
  return [{ name, bytes }, ...held]
}

function streamsOf(bytes: Buffer): readonly Buffer[] {
  const streams = bytes.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)
  return [...streams].flatMap(([, packed = '']) => {
    try {
      return [inflateSync(Buffer.from(packed, 'latin1'))]
    } catch {
      return [] // as it is, it was searched with the file
    }
  })
}
