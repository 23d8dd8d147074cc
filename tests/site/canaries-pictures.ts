/** What the case in `fixtures/canaries` shows besides: pictures that tell much, and pictures that stay inside. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { readDataAddress } from '../../src/node/pictures/data-address.ts'
import { drawing, toldPictures } from '../attacks/told-pictures.ts'
import { replaced } from './canaries-past.ts'

/** Pictures that no reader of a public build may have, by where they stand. */
const SECRETS = 'item block withdrawn notes defined unused file'.split(' ')

const words = (held: string): string => `${Object.keys(toldPictures)
  .map((extension) => `## What ${extension} shows\n\n![Seen](pictures/seen.${extension})\n`)
  .join('\n')}
## What an address holds

![Seen](${held})

## Decisions on pictures

Decision 11: We open it.

![Seen][map]

<img src="pictures/side.jpg" alt="Seen" />

Decision 12 (internal): We leave.

![Hidden](pictures/secret-item.png)

<Internal>

![Hidden](pictures/secret-block.png)

</Internal>

Decision 13: We stay. ![Hidden](pictures/secret-withdrawn.png)

<Notes>

![Hidden](pictures/secret-notes.png)

</Notes>

[map]: pictures/seen.png
[plan]: pictures/secret-defined.png
`

/**
 * Puts the pictures into the folder of the case.
 *
 * @param now the files of the case, by name
 * @returns the files with those that show the pictures
 */
export async function withPictures(
  folder: string,
  now: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const put = (name: string, bytes: Buffer) => writeFileSync(join(folder, 'pictures', name), bytes)
  mkdirSync(join(folder, 'pictures'))
  for (const [extension, made] of Object.entries(toldPictures))
    put(`seen.${extension}`, await made())
  const side = (await toldPictures.jpg?.({ orientation: 6, profile: 'p3' })) as Buffer // it is there
  put('side.jpg', side)
  for (const film of ['clip.mp4', 'clip.vtt', 'secret.webm'])
    put(film, readFileSync(join('tests/fixtures/films', film)))
  const hidden = await drawing().png().toBuffer()
  for (const name of SECRETS) put(`secret-${name}.png`, hidden)
  return {
    ...now,
    '40-pictures.mdx': words(`data:image/jpeg;base64,${side.toString('base64')}`),
    '50-inside.mdx': '---\naudience: internal\n---\n\n![Hidden](pictures/secret-file.png)\n',
    'case.yaml': replaced(now['case.yaml'] ?? '', 'withdrawn: [3a]', 'withdrawn: [3a, 13]'),
  }
}

/** A file of an output, or one within it. */
export interface Piece {
  readonly name: string
  readonly bytes: Buffer
}

/** Every file below a folder, and all that they hold: entries of archives, streams, pictures in addresses. */
export async function piecesIn(folder: string): Promise<readonly Piece[]> {
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
  const held = [...bytes.toString('latin1').matchAll(/data:image\/[^"'`)\s]+/g)].flatMap(
    ([address], at) => {
      // A script that makes addresses while it runs holds no picture.
      if (address.includes('${')) return []
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
