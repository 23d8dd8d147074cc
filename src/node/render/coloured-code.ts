/** Code in colours, wherever it stands among the words of a case: a plugin of the MDX compile. */
import { defineHastPlugin, type HastPluginDefinition } from 'satteri'
import { codeParts } from '../../core/code/parts.ts'

// Matches "language-js" among the classes that Markdown gives to code.
const RE_LANGUAGE = /^language-(.+)$/

/** Characters of a file that are coloured: a thousand blocks of code would take minutes, and nobody reads them. */
const MOST = 100_000

/** The plugin for one file. Code beyond the limit of a file keeps one colour. */
export function colouredCode(): HastPluginDefinition {
  let left = MOST
  return defineHastPlugin({
    name: 'throughline-code',
    element: {
      filter: ['pre'],
      async visit(pre, context) {
        const [code] = pre.children
        if (code?.type !== 'element' || code.tagName !== 'code') return
        const lang = classesOf(code.properties.className)
          .map((name) => RE_LANGUAGE.exec(name)?.[1])
          .find((name) => name !== undefined)
        const words = context.textContent(code)
        // Counted before it is waited for, so that the same code has colours each time.
        left -= words.length
        if (left < 0) return
        const parts = await codeParts(words, lang)
        if (!parts.some(({ role }) => role)) return
        const children = parts.map(({ text: value, role }) => {
          const text = { type: 'text' as const, value }
          const properties = { className: [`code-${role}`] }
          return role
            ? { type: 'element' as const, tagName: 'span', properties, children: [text] }
            : text
        })
        context.replaceNode(code, { ...code, children })
      },
    },
  })
}

function classesOf(className: unknown): readonly string[] {
  return (Array.isArray(className) ? className : String(className ?? '').split(' ')).map(String)
}
