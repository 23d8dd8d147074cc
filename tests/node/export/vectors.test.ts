/** OpenDocument files get the vectors of their bitmaps. */
import { expect, it } from 'vitest'
import { pack, unpack } from '../../../src/node/export/office.ts'
import { withVectors } from '../../../src/node/export/vectors.ts'

const bitmap = new Uint8Array([1, 2, 3])
const photograph = new Uint8Array([4, 5, 6])
const vector = new TextEncoder().encode('<svg/>')

const BLIP =
  '<a:blip r:embed="rId1"><a:extLst><a:ext><asvg:svgBlip r:embed="rId2"/></a:ext></a:extLst></a:blip>'
const RELATIONS =
  '<Relationships><Relationship Id="rId1" Target="../media/a.png"/><Relationship Target="../media/b.svg" Id="rId2"/><Relationship Target="../media/c.jpg" Id="rId3"/></Relationships>'

const office = pack(
  new Map<string, string | Uint8Array>([
    [
      'ppt/slides/slide1.xml',
      `<p:sld><a:blip r:embed="rId3" cstate="none"/>${BLIP}<a:blip r:embed="rId3"></a:blip></p:sld>`,
    ],
    ['ppt/slides/_rels/slide1.xml.rels', RELATIONS],
    ['ppt/media/a.png', bitmap],
    ['ppt/media/b.svg', vector],
    ['ppt/media/c.jpg', photograph],
  ]),
)

const imageOf = (path: string) => `<draw:image xlink:href="${path}" xlink:type="simple"/>`
const converted = pack(
  new Map<string, string | Uint8Array>([
    ['mimetype', new TextEncoder().encode('application/vnd.oasis.opendocument.presentation')],
    ['META-INF/manifest.xml', '<manifest:manifest></manifest:manifest>'],
    [
      'content.xml',
      `<x>${imageOf('Pictures/1.png')}${imageOf('Pictures/2.png')}<text:p><text:a>Costs<text:tab/></text:a></text:p></x>`,
    ],
    ['Pictures/1.png', bitmap],
    ['Pictures/2.png', photograph],
  ]),
)

it('stand before their bitmap, and are listed', () => {
  const parts = unpack(withVectors(converted, office))
  const content = String(parts.get('content.xml'))
  expect([...content.matchAll(/href="([^"]+)"/g)].map(([, path]) => path)).toEqual([
    'Pictures/1.svg',
    'Pictures/1.png',
    'Pictures/2.png',
  ])
  expect(parts.get('Pictures/1.svg')).toEqual(vector)
  expect(String(parts.get('META-INF/manifest.xml'))).toContain(
    'manifest:full-path="Pictures/1.svg" manifest:media-type="image/svg+xml"',
  )
})

it('come with contents whose dots lead to no missing number', () => {
  const content = String(unpack(withVectors(converted, office)).get('content.xml'))
  expect(content).toContain('<text:a>Costs</text:a>')
})

it('leave the type of the file first and readable', () => {
  const bytes = Buffer.from(withVectors(converted, office))
  expect(bytes.subarray(30, 38).toString()).toBe('mimetype')
  expect(bytes.subarray(38, 85).toString()).toBe('application/vnd.oasis.opendocument.presentation')
})
