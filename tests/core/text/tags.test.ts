/** Finding tags in HTML: the same ones as a browser's own rules find in pages of ours. */
import fc from 'fast-check'
import { Tokenizer, TokenizerMode } from 'parse5'
import { expect, it } from 'vitest'
import { attributesIn, eachTag, readEntities } from '../../../src/core/text/tags.ts'
import { escapeXml } from '../../../src/core/text/xml.ts'

/** Each tag with its offsets, and what its attributes say. */
type Found = readonly [from: number, to: number, name: string, ...said: string[]]

function found(html: string): readonly Found[] {
  const all: Found[] = []
  eachTag(html, (tag) => {
    const said = tag.isEnd ? [] : attributesIn(html, tag)
    const values = said.map(({ name, written }) => `${name}=${readEntities(written)}`)
    all.push([tag.from, tag.to, `${tag.isEnd ? '/' : ''}${tag.name}`, ...values])
  })
  return all
}

const MODES: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
}

/** By the rules of the standard. */
function foundByStandard(html: string): readonly Found[] {
  const all: Found[] = []
  const none = () => undefined
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag({ tagName, attrs, location }) {
        const said = attrs.map(({ name, value }) => `${name}=${value}`)
        all.push([location?.startOffset ?? 0, location?.endOffset ?? 0, tagName, ...said])
        const mode = MODES[tagName]
        if (mode !== undefined) tokenizer.state = mode
      },
      onEndTag({ tagName, location }) {
        all.push([location?.startOffset ?? 0, location?.endOffset ?? 0, `/${tagName}`])
      },
      ...{ onEof: none, onComment: none, onDoctype: none, onCharacter: none },
      ...{ onNullCharacter: none, onWhitespaceCharacter: none },
    },
  )
  tokenizer.write(html, true)
  return all
}

const words = fc.oneof(
  fc.string(),
  fc.string({
    unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '=', '-', '!', 'a', ' ', '&#38;'),
  }),
)

const attribute = fc
  .tuple(fc.constantFrom('id', 'HREF', 'data-page-of', 'xlink:href'), words)
  .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)

const { page } = fc.letrec<{ page: string; element: string }>((tie) => ({
  page: fc
    .array(fc.oneof({ maxDepth: 4 }, words.map(escapeXml), tie('element')), { maxLength: 5 })
    .map((parts) => parts.join('')),
  element: fc.oneof(
    fc
      .tuple(fc.constantFrom('p', 'svg', 'foreignObject', 'my-chart', 'h2'), attribute, tie('page'))
      .map(([name, said, inside]) => `<${name}${said}>${inside}</${name}>`),
    fc
      .tuple(fc.constantFrom('br', 'path/', 'input hidden', "i a='>' b=c"), attribute)
      .map(([name, said]) => `<${name.replace(/\/?$/, (end) => said + end)}>`),
    fc.constantFrom('<!-- <p> -->', '<!doctype html>', '< p', '<?x?>', '</>', '<!---->'),
    fc
      .tuple(fc.constantFrom('script', 'style', 'title'), words)
      .filter(([, text]) => !/<!--|<\//.test(text))
      .map(([name, text]) => `<${name}>${text} <b></${name} >`),
  ),
}))

it('finds the tags and attributes that the standard finds, at the same places', () => {
  fc.assert(
    fc.property(page, (html) => {
      expect(found(html)).toEqual(foundByStandard(html))
    }),
  )
})

it('takes a sign and a tag that never ends for no tags', () => {
  expect(found('1 < 2 <3 <p>')).toEqual([[9, 12, 'p']])
  expect(found('<p><a title="never')).toEqual([[0, 3, 'p']])
})
