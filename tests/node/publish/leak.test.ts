/** The search for what was left out: in any file, however it is packed, and nothing where all may read. */

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findNeedle, needlesOf } from '../../../src/core/audience/word-runs.ts'
import type { LeftOut } from '../../../src/core/model/audience.ts'
import { LeakError, searchForLeaks } from '../../../src/node/publish/leak.ts'
import { textsIn } from '../../../src/node/publish/texts.ts'
import { type ReadCase, readCase } from '../../../src/node/read/read-case.ts'

const PLACE = { file: '1.mdx', line: 3, column: 1 }
const SECRET = 'The board was told in May that we had spent all of it'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leak-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function left(words: string): LeftOut {
  return { why: 'internal', words, place: PLACE }
}

describe('needles', () => {
  it.each([
    ['the words as they are', SECRET],
    ['a part of them', 'see: "told in May that we…"'],
    ['other signs and capitals between them', 'TOLD in\n *May* that—we'],
  ])('find %s', (_, text) => {
    expect(findNeedle(text, needlesOf([left(SECRET)], []))?.left.place).toEqual(PLACE)
  })

  it('find a short line whole, at its own place', () => {
    const needles = needlesOf([left('<Internal>\n\n## Costs beyond budget')], [])
    expect(findNeedle('… costs beyond budget …', needles)?.left.place).toEqual({
      file: '1.mdx',
      line: 5,
    })
    expect(findNeedle('costs beyond', needles)).toBeUndefined()
  })

  it('find the name of a document, and its path, in an address that readers cannot open', () => {
    const words = 'presentation/d/1kMBxElwcK-GI9/edit#slide=id.p'
    const address: LeftOut = { why: 'restricted', words, place: PLACE }
    const needles = needlesOf([address], [])
    for (const text of ['x/1kMBxElwcK', 'presentation/d/1kMBxElwcK-GI9'])
      expect(findNeedle(text, needles)?.left).toMatchObject({ place: PLACE })
    for (const text of ['A presentation', 'https://docs.google.com/', 'edit the slide'])
      expect(findNeedle(text, needles)).toBeUndefined()
    const known = [{ file: 'case.yaml', text: `url: https://docs.google.com/${words}` }]
    expect(needlesOf([address], known).size).toBe(0)
  })

  it('leave out what is said for everyone too', () => {
    const known = [{ file: '2.mdx', text: `Yes: ${SECRET}.` }]
    expect(needlesOf([left(SECRET), left('Key decisions')], known).size).toBe(0)
  })
})

/** A GIF without a picture, and with a comment. */
const TOLD_GIF = Buffer.from('GIF89a\x01\0\x01\0\0\0\0!\xfe\x09a kestrel\0;', 'latin1')

describe('texts', () => {
  it.each([
    ['a name of a file', `${'kestrel'}.txt`, ''],
    ['markup between letters of words', 'a.html', 'a <em>kestrel</em>'],
    ['an attribute', 'b.html', '<img alt="a kestrel">'],
    ['entities', 'c.html', 'kes&#116;rel'],
    ['an escaped address', 'd.json', '"/k%65strel"'],
    ['an escaped script', 'e.js', '"\\u006bestrel"'],
    [
      'an address that holds a picture',
      'f.css',
      `url(data:image/svg+xml;base64,${btoa('kestrel')})`,
    ],
    ['words beside the pixels of a picture', 'i.gif', TOLD_GIF],
    [
      'such words in an address',
      'j.css',
      `url(data:image/gif;base64,${TOLD_GIF.toString('base64')})`,
    ],
    ['a zip in a zip', 'g.zip', zipSync({ 'a.zip': zipSync({ 'b.txt': strToU8('kestrel') }) })],
    ['a name in a zip', 'h.zip', zipSync({ 'kestrel.txt': strToU8('') })],
  ])('tell of %s', async (_, name, content) => {
    const own = await mkdtemp(join(folder, 'texts-'))
    await writeFile(join(own, name), content)
    const found: string[] = []
    for await (const { text } of textsIn(own)) if (text.includes('kestrel')) found.push(text)
    expect(found).not.toEqual([])
  })

  it('tell of what a PDF packs: its streams, and strings of two bytes a letter', async () => {
    const { PDFDocument } = await import('pdf-lib')
    const pdf = await PDFDocument.create()
    pdf.addPage()
    pdf.setTitle('A kestrel\u2013title')
    pdf.context.register(
      pdf.context.stream(deflateSync('the packed kestrel'), { Filter: 'FlateDecode' }),
    )
    await pdf.attach(strToU8('an attached kestrel'), 'a.txt')
    const own = await mkdtemp(join(folder, 'pdf-'))
    await writeFile(join(own, 'a.pdf'), await pdf.save({ useObjectStreams: true }))
    const said: string[] = []
    for await (const { text } of textsIn(own, { seen: new Set(), painted: true })) said.push(text)
    for (const words of ['packed kestrel', 'A kestrel\u2013title', 'an attached kestrel'])
      expect(said.some((text) => text.includes(words))).toBe(true)
  })
})

describe('a finished output', () => {
  let read: ReadCase
  beforeAll(async () => {
    const words = `# Case\n\nDecision 1: We start.\n\n<Internal>\n\n${SECRET}\n\n</Internal>\n`
    await writeFile(join(folder, '1.mdx'), words)
    read = await readCase(folder)
  })

  it('is refused where it says what was left out, with the file and the place', async () => {
    const own = await mkdtemp(join(folder, 'out-'))
    await writeFile(join(own, 'good.html'), '<p>We start.</p>')
    const search = searchForLeaks(read)
    await search.in(own)
    await writeFile(join(own, 'bad.html'), `<p>${SECRET.replaceAll(' ', ' <b></b>')}</p>`)
    const error = await search.in(own).catch((thrown) => thrown)
    expect(error).toBeInstanceOf(LeakError)
    expect(error.findings).toEqual([
      {
        check: 'leaked-words',
        severity: 'error',
        message:
          'Unexpected words in bad.html of what stays inside ("the board was told in"), expected them in no output: if other text says the same, put it another way; if none does, report it as a fault of Throughline',
        place: { file: '1.mdx', line: 7 },
      },
    ])
  })

  it('is searched anew for other words, and refused each time that it tells', async () => {
    const own = await mkdtemp(join(folder, 'again-'))
    const store = await mkdtemp(join(folder, 'store-'))
    const out = join(own, 'out')
    await mkdir(out)
    await writeFile(join(out, 'page.html'), '<p>We met the mayor on a cold Monday.</p>')
    const kept = { ...read, store }
    const search = searchForLeaks(kept)
    await search.in(out)
    const other = { ...kept, leftOut: [left('We met the mayor on a cold Monday')] }
    await expect(searchForLeaks(other).in(out)).rejects.toThrow('page.html')
    await expect(searchForLeaks(other).in(out)).rejects.toThrow('page.html')
    await writeFile(join(out, 'bad.html'), `<p>${SECRET}</p>`)
    await expect(search.in(out)).rejects.toThrow('bad.html')
    // What has told once is not remembered as clean, whatever is searched next.
    await search.in(own).catch(() => undefined)
    await expect(searchForLeaks(kept).in(out)).rejects.toThrow('bad.html')
  })

  it('is refused before it is written, where it is one file', async () => {
    const bytes = zipSync({ 'word/document.xml': strToU8(`<w:t>${SECRET}</w:t>`) })
    await expect(searchForLeaks(read).inFile('a.docx', bytes)).rejects.toThrow(
      'a.docx: word/document.xml',
    )
  })

  it('may tell private notes to the speaker alone', async () => {
    const own = await mkdtemp(join(folder, 'notes-'))
    const note = 'ask the chair whether she has seen one'
    await writeFile(join(own, '1.mdx'), `# Case\n\nWe start.\n\n<Notes>Now **${note}**.</Notes>\n`)
    const noted = await readCase(own)
    const bytes = strToU8(`<p>${note}</p>`)
    await expect(searchForLeaks(noted).inFile('a.html', bytes)).rejects.toThrow('what is private')
    const error = await searchForLeaks(noted)
      .inFile('a.html', bytes)
      .catch((thrown) => thrown)
    const [{ place: at }] = error.findings
    expect(`${at.file}:${at.line}:${at.column}`).toBe('1.mdx:5:1')
    await searchForLeaks(noted, true).inFile('a.html', bytes)
  })

  it('is not even opened where nothing was left out', async () => {
    const plain = { ...read, leftOut: [] }
    await searchForLeaks(plain).in(join(folder, 'is-not-there'))
  })
})

it('lets nobody read the words in what a page gets', async () => {
  const read = await readCase(folder)
  const { leftOut, ...shown } = read
  expect(JSON.stringify(leftOut)).toContain(SECRET)
  expect(JSON.stringify(shown)).not.toContain(SECRET)
  expect(await readFile(join(folder, '1.mdx'), 'utf8')).toContain(SECRET)
})
