/** Pictures of a case that are there, and those that are not: a build must survive both. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { mdxToJs } from 'satteri'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importedName } from '../../../src/node/read/picture-import.ts'
import { readCase } from '../../../src/node/read/read-case.ts'
import { conventions } from '../../../src/node/render/mdx-plugin.ts'

/** One pixel, as an address holds it. */
const DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
const PNG = Buffer.from(DOT, 'base64')

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictures-'))
  await mkdir(join(folder, 'my maps'))
  await writeFile(join(folder, 'my maps/map.png'), PNG)
})
afterEach(() => rm(folder, { recursive: true }))

async function found(text: string): Promise<readonly (readonly unknown[])[]> {
  await writeFile(join(folder, '1.mdx'), text)
  const { findings } = await readCase(folder, 'public', { store: join(folder, '_store') })
  return findings
    .filter(({ check }) => check === 'broken-picture')
    .map(({ message, place }) => [message.split(',')[0], place.line, place.column, place.length])
}

/** As a build compiles it, once the case was read. */
async function compiled(text: string): Promise<string> {
  await found(text)
  const made = mdxToJs(text, {
    mdastPlugins: [
      conventions(folder, {
        audience: 'public',
        hasPrivateNotes: false,
        ownKinds: {},
        store: join(folder, '_store'),
      }),
    ],
    fileURL: pathToFileURL(join(folder, '1.mdx')),
  })
  if (made instanceof Promise) throw new Error('no plugin here works asynchronously')
  return made.code
}

test('says nothing of pictures that are there, or written into the address', async () => {
  const there = '![A](my%20maps/map.png) ![B](<my maps/map.png>) ![C](./my%20maps/map.png "T")'
  expect(await found(`# A\n\n${there}\n\n![D](data:image/png;base64,${DOT})\n`)).toEqual([])
})

test('asks no other host for a picture, and shows words in its place', async () => {
  const text =
    '# A\n\n![A](https://example.org/a.png) <img src="//example.org/b.png" alt="B" /> ![C][c]\n\n[c]: javascript:draw()\n'
  expect((await found(text)).map(([message]) => message)).toEqual(
    ['https://example.org/a.png', '//example.org/b.png', 'javascript:draw()'].map(
      (url) => `Unexpected picture of another host: ${url}`,
    ),
  )
  expect(await compiled(text)).not.toMatch(/example\.org|javascript/)
  expect(await compiled(text)).toContain('[Picture missing: A]')
})

test('gives the place of pictures that are not there, however they are written', async () => {
  const text =
    '# A\n\nSee ![A](gone.png).\n\n<img src="lost.png" alt="B" /> ![C][c]\n\n[c]: no.png\n'
  expect(await found(text)).toEqual([
    ['Unexpected picture that was not found: gone.png', 3, 5, 14],
    ['Unexpected picture that was not found: lost.png', 5, 1, 30],
    ['Unexpected picture that was not found: no.png', 5, 32, 7],
  ])
})

test('reports files that are no pictures', async () => {
  await writeFile(join(folder, 'bad.png'), 'a page that says 404')
  await writeFile(join(folder, 'notes.pdf'), '%PDF')
  await writeFile(join(folder, 'half.png'), PNG.subarray(0, 50))
  const text =
    '# A\n\n![A](bad.png)\n\n![B](notes.pdf)\n\n![C](.)\n\n![D](half.png)\n\n![E](data:image/png;base64,AA)\n'
  expect(await found(text)).toEqual([
    ['Unexpected picture that is no PNG inside: bad.png', 3, 1, 13],
    ['Unexpected picture of a kind that pages cannot show: notes.pdf', 5, 1, 15],
    ['Unexpected picture that was not found: .', 7, 1, 7],
    ['Unexpected picture that is damaged: half.png', 9, 1, 14],
    ['Unexpected picture that is no PNG inside: data:image/png;base64', 11, 1, 30],
  ])
})

const drawing = (root: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${root}><rect width="4" height="3"/></svg>`

test.each([
  ['100%.svg', '100%.svg'],
  ['plan #2.svg', '<plan #2.svg>'],
  ['plan #2.svg', 'plan%20%232.svg'],
  ['really?.svg', 'really?.svg'],
  ['a\\b.svg', 'a\\b.svg'],
  ['maps/in.svg', 'maps\\in.svg'],
  ['Cafe\u0301.svg', 'Caf\u00e9.svg'],
  ['Caf\u00e9.svg', 'Cafe%CC%81.svg'],
  ['a~25_b.svg', 'a~25_b.svg'],
  ["it's (new) & [old].svg", "<it's (new) & [old].svg>"],
])('finds the file %s by %s, and compiles it', async (name, typed) => {
  await mkdir(join(folder, 'maps'))
  await writeFile(join(folder, name), drawing('viewBox="0 0 4 3"'))
  const code = await compiled(`# A\n\n![Plan](${typed})\n`)
  expect(await found(`# A\n\n![Plan](${typed})\n`)).toEqual([])
  const [, url = ''] = /src: "([^"]*)"/.exec(code) ?? []
  // As Astro imports it.
  expect(importedName(decodeURI(decodeURI(url)))).toBe(name)
})

test('names the picture that was most likely meant', async () => {
  await writeFile(join(folder, 'plan of hall.svg'), drawing('viewBox="0 0 4 3"'))
  const typed = ['Plan%20of%20hall.SVG', '/plan%20of%20hall.svg', 'plan-of-hal.svg', 'quay.svg']
  await writeFile(join(folder, '1.mdx'), typed.map((url) => `![Plan](${url})\n`).join('\n'))
  const { findings } = await readCase(folder, 'public', { store: join(folder, '_store') })
  const broken = findings.filter(({ check }) => check === 'broken-picture')
  expect(broken.map(({ message }) => /such as (\S+?):/.exec(message)?.[1])).toEqual([
    ...Array(3).fill('plan%20of%20hall.svg'),
    undefined,
  ])
})

test.each(['', 'width="100%"', 'width="100%" height="100%"', 'width="400"', 'viewBox="0 0 9 0"'])(
  'says at its line that a drawing has no size: <svg %s>',
  async (root) => {
    await writeFile(join(folder, 'plan.svg'), drawing(root))
    expect(await found('# A\n\n![Plan](plan.svg)\n')).toEqual([
      ['Unexpected picture that does not say how large it is: plan.svg', 3, 1, 17],
    ])
  },
)

test('reads a drawing behind a long comment, with a long attribute, and in another encoding', async () => {
  const comment = `<?xml version="1.0"?><!-- ${'<svg> '.repeat(1000)} -->`
  const content = `viewBox="0 0 4 3" content="${'&lt;mxfile&gt;'.repeat(900)}"`
  const wide = `\ufeff<?xml version="1.0" encoding="UTF-16"?>${drawing('viewBox="0 0 4 3"')}`
  await writeFile(join(folder, 'a.svg'), comment + drawing('viewBox="0 0 4 3"'))
  await writeFile(join(folder, 'b.svg'), drawing(content))
  await writeFile(join(folder, 'c.svg'), Buffer.from(wide, 'utf16le'))
  expect(await found('# A\n\n![A](a.svg) ![B](b.svg) ![C](c.svg)\n')).toEqual([])
})

test('compiles a picture that is missing to words, so that the rest is built', async () => {
  const code = await compiled(
    '# A\n\n![A map](gone.png)\n\nAt ![](100%.png) and ![B](my%20maps/map.png)\n',
  )
  expect(code).toContain('[Picture missing: A map]')
  expect(code).toContain('[Picture missing]')
  expect(code).not.toMatch(/gone\.png|100%/)
  expect(code).toContain('my%20maps/map.png')
})

test('compiles every way to write a picture of the case to the one that is copied', async () => {
  const code = await compiled(
    '# A\n\n<img src="my%20maps/map.png" alt="B" /> ![C][c]\n\n[c]: my%20maps/map.png "T"\n',
  )
  expect(code.match(/components\.img/g)).toHaveLength(2)
  expect(code).toContain('title: "T"')
})

test('a picture whose name has spaces is one, wherever it stands', async () => {
  await writeFile(join(folder, 'my maps/map (1).png'), PNG)
  const text =
    '# A\n\n![A map](my maps/map.png)\n\nSee ![B](my maps/map (1).png "T") here.\n\n> ![C](my maps/gone.png)\n\nWrite \\![D](my maps/map.png)\n'
  expect(await found(text)).toEqual([
    ['Unexpected picture that was not found: my maps/gone.png', 7, 3, 22],
  ])
  const code = await compiled(text)
  expect(code).toContain('my%20maps/map.png')
  expect(code).toContain('my%20maps/map%20~28_1~29_.png')
  expect(code.match(/!\[[A-D]\]/g)).toEqual(['![D]'])
})
