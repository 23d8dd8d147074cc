/** The gate stops what any plugin before it might add, and lets through what Markdown makes. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { defineMdastPlugin, mdxToJs } from 'satteri'
import { expect, it } from 'vitest'
import { dialect } from '../../../src/core/syntax/parse.ts'
import { gate, stoppedIn } from '../../../src/node/render/gate.ts'
import { conventions } from '../../../src/node/render/mdx-plugin.ts'

const text = { type: 'text', value: 'words' }

it.each([
  ['node raw', { type: 'raw', value: '<script>' }],
  ['node mdxjsEsm', { type: 'mdxjsEsm', value: 'import "a"' }],
  ['node constructor', { type: 'constructor' }],
  ['expression', { type: 'mdxTextExpression', value: 'a' }],
  ['expression', { type: 'mdxFlowExpression', value: '/* a */' }],
  ['element script', { type: 'element', tagName: 'script' }],
  ['element Tabs', { type: 'mdxJsxFlowElement', name: 'Tabs' }],
  ['element null', { type: 'mdxJsxFlowElement', name: null }],
  ['element Internal', { type: 'mdxJsxTextElement', name: 'Internal' }],
  ['onClick of p', { type: 'element', tagName: 'p', properties: { onClick: 'a' } }],
  ['style of td', { type: 'element', tagName: 'td', properties: { style: 'color: red' } }],
  ['href of a', { type: 'element', tagName: 'a', properties: { href: 'java\nscript:a' } }],
  ['src of img', { type: 'element', tagName: 'img', properties: { src: 'data:text/html,a' } }],
  [
    'code of p',
    {
      type: 'mdxJsxFlowElement',
      name: 'p',
      attributes: [{ type: 'mdxJsxExpressionAttribute', value: '...a' }],
    },
  ],
  [
    'title of p',
    {
      type: 'mdxJsxFlowElement',
      name: 'p',
      attributes: [{ type: 'mdxJsxAttribute', name: 'title', value: { type: 'x', value: 'a' } }],
    },
  ],
])('stops a %s, however deep', (stopped, node) => {
  const root = {
    type: 'root',
    children: [text, { type: 'element', tagName: 'p', children: [node] }],
  }
  expect(stoppedIn(root)).toBe(stopped)
})

it('stops the compile where another plugin adds code', () => {
  const evil = defineMdastPlugin({
    name: 'evil',
    paragraph: (node, context) => {
      context.replaceNode(node, { type: 'mdxFlowExpression', value: 'globalThis.a' })
    },
  })
  const plugins = { mdastPlugins: [evil], hastPlugins: [gate()] }
  expect(() => mdxToJs('words', { features: { ...dialect }, ...plugins })).toThrow(
    'Unexpected expression in what a file compiles to',
  )
})

it('lets through all that Markdown makes', () => {
  const all = [
    '# A **b** *c* ~~d~~ `e` [f](g "t") ![h](i.png "t")\\\nx[^1] www.a.uk\n\n[^1]: y\n\n> q',
    '3. a\n\n   b\n\n- [ ] x\n- [x] y\n\n| a | b |\n|:-|-:|\n| 1 | 2 |\n\n```js meta\ncode\n```',
    '***\n\n<div title="a">x <b>y</b></div>\n\n<Quote by="a">\n\nx\n\n</Quote>\n\n{}\n\na {} b',
  ]
  const compile = (one: string) => mdxToJs(one, { features: { ...dialect }, hastPlugins: [gate()] })
  for (const one of all) expect(() => compile(one)).not.toThrow()
})

it.each(['canaries', 'long', 'specimen', 'strong', 'ugly'])(
  'lets through all that the recogniser makes of the case %s',
  (name) => {
    const folder = resolve('tests/fixtures', name)
    const mdastPlugins = [
      conventions(folder, {
        audience: 'internal',
        hasPrivateNotes: true,
        ownKinds: {},
        store: folder,
      }),
    ]
    const files = readdirSync(folder).filter((file) => file.endsWith('.mdx'))
    expect(files).not.toEqual([])
    for (const file of files) {
      const path = join(folder, file)
      const from = { fileURL: pathToFileURL(path), features: { ...dialect } }
      const compile = () =>
        mdxToJs(readFileSync(path, 'utf8'), { ...from, mdastPlugins, hastPlugins: [gate()] })
      expect(compile, file).not.toThrow()
    }
  },
)
