/** Pages, tables and zips as people download them, taken in as a case. All are invented. */
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RefusedDocument } from '../../../src/core/import/foreign/refused.ts'
import { openZip } from '../../../src/node/import/open-zip.ts'
import { newWorkspace, PNG, type Workspace } from './workspace.ts'

let at: Workspace
beforeEach(async () => {
  at = await newWorkspace()
})
afterEach(() => at.remove())

const DATA = `data:image/png;base64,${PNG.toString('base64')}`

test('a zip of Google Docs becomes a case with its pictures', async () => {
  const page =
    '<title>Case</title><p class="title">Case for one place</p><h2 id="h.x">Key decisions</h2>' +
    '<p id="h.d">Decision 1: We go (<a href="#h.e">1a</a>)</p><p id="h.e">Evidence 1a: As <a href="#h.x">said</a></p>' +
    '<p><img alt="A chart" src="images/image1.png"></p>'
  await at.write({
    'Case.zip': zipSync({ 'Case.html': strToU8(page), 'images/image1.png': PNG }),
  })
  const printed = await at.run('Case.zip', '--to', 'case')
  expect(await at.text('case/Case.mdx')).toBe(`# Case for one place

## Key decisions

Decision 1: We go (1a)

Evidence 1a: As [said](#key-decisions)

![A chart](images/image1.png)
`)
  expect(await at.names('case')).toEqual(['Case.mdx', 'images/image1.png'])
  expect(printed).toContain('Recognised: 1 decision, 1 evidence, 1 citation, 0 gaps.')
})

test('Markdown of Google Docs loses the names of its headings, and keeps links and pictures', async () => {
  await at.write({
    'in/case.md': `# **Case** {#case}\n\nSee [why](#why-we-go).\n\n## **Why we go** {#why-we-go}\n\n![][image1]\n\n[image1]: <${DATA}>\n`,
  })
  await at.run('in', '--to', 'case')
  expect(await at.text('case/case.mdx')).toBe(
    '# Case\n\nSee [why](#why-we-go).\n\n## Why we go\n\n![](case/picture-1.png)\n\n',
  )
  expect(await at.names('case')).toEqual(['case.mdx', 'case/picture-1.png'])
})

test('a register in a file of commas becomes items', async () => {
  await at.write({ 'in/risk-register.csv': 'id,risk,owner\nR1,"We are late, again",Ops\n' })
  await at.run('in', '--to', 'case')
  expect(await at.text('case/risk-register.mdx')).toContain('| R1 | We are late, again | Ops |')
})

test('zero bytes in a text are dropped, and that is said', async () => {
  await at.write({
    'in/a.md': 'We\0 go on with the case\n',
    'in/b.html': '<p>We\0 go on</p>',
    'in/c.csv': 'id,risk\nR1,La\0te\n',
  })
  const printed = await at.run('in', '--to', 'case')
  expect(await at.text('case/a.mdx')).toBe('We go on with the case\n')
  expect(printed).toContain('in/a.md:1:1 zero bytes: 1 → nothing (no program shows them)')
  for (const file of ['b.html', 'c.csv'])
    expect(printed).toContain(`in/${file}: zero bytes, which no program shows: 1`)
})

test('what cannot be read is named, with what to do', async () => {
  await at.write({
    'in/a.md': '# A\n',
    'in/b.doc': 'x',
    'in/c.pdf': 'x',
    'in/d.zip': zipSync({ 'e.zip': strToU8('x'), 'f.md': strToU8('# F') }),
    'in/broken.zip': 'PK',
  })
  const printed = await at.run('in', '--to', 'case')
  expect(printed).toContain('in/b.doc: save it as .docx')
  expect(printed).toContain('in/c.pdf: a PDF has no words in order')
  expect(printed).toContain('in/d.zip/e.zip: a zip in a zip: unpack it first')
  expect(printed).toContain('in/broken.zip: it is damaged, or not what its name says')
  expect(await at.names('case')).toEqual(['a.mdx', 'f.mdx'])
})

describe('a hostile zip', () => {
  test('writes nothing outside of the case', async () => {
    const names = ['../out.md', '/out.md', 'C:\\out.md', 'a/../../out.md', '..\\out.md']
    await at.write({
      'in.zip': zipSync({
        ...Object.fromEntries(names.map((name) => [name, strToU8('# Out')])),
        'a.md': strToU8('![x](../../secret.png) ![y](/secret.png)'),
      }),
      'secret.png': PNG,
    })
    const printed = await at.run('in.zip', '--to', 'case')
    expect(await at.names('case')).toEqual(['a.mdx'])
    expect(await at.names('')).toEqual(['case/a.mdx', 'in.zip', 'secret.png'])
    for (const name of ['../out.md', '/out.md']) expect(printed).toContain(`"${name}" leads out`)
  })

  test('that unpacks to more than any document is refused, whatever it says of its size', async () => {
    const bomb = zipSync({ 'a.md': new Uint8Array(100_000) })
    // The length that the directory gives, which is at its 25th byte.
    const directory = Buffer.from(bomb).lastIndexOf('PK\x01\x02', undefined, 'latin1')
    const lying = Buffer.from(bomb)
    lying.writeUInt32LE(10, directory + 24)
    for (const bytes of [bomb, lying])
      await expect(openZip(bytes, 50_000)).rejects.toThrow(RefusedDocument)
    expect((await openZip(bomb)).files.get('a.md')?.length).toBe(100_000)
  })
})
