/** Quotes and arrows of large type. */
import { expect, it } from 'vitest'
import { codeIn, displayHtml, displayText } from '../../../src/core/text/display.ts'

it.each([
  ['From "come back later" -> to "done"', 'From “come back later” → to “done”'],
  ["It's the '90s, 'so' they say", 'It’s the ’90s, ‘so’ they say'],
  ['("yes") and "\'no\'"', '(“yes”) and “‘no’”'],
  ['He said "it is "quick""', 'He said “it is “quick””'],
  ['x --> y, a <-> b, c <- d', 'x → y, a ↔ b, c ← d'],
  ['“Set” already → so', '“Set” already → so'],
  ['5 < 6 > 4 - 3', '5 < 6 > 4 - 3'],
])('%s', (typed, shown) => {
  expect(displayText(typed)).toBe(shown)
})

it('leaves tags and code alone, and knows what stands before them', () => {
  const html =
    '<strong>&quot;Come</strong> back&quot; -&gt; <code>"a" -&gt; \'b\'</code> <a href="x->y" title="it\'s">it&#39;s</a> 3 &lt; 4 &amp; 5'
  expect(displayHtml(html)).toBe(
    '<strong>“Come</strong> back” → <code>"a" -&gt; \'b\'</code> <a href="x->y" title="it\'s">it’s</a> 3 &lt; 4 &amp; 5',
  )
  expect(displayHtml('<b>3 < 4</b> "so"')).toBe('<b>3 < 4</b> “so”')
})

it('leaves code alone in plain words too, wherever it stands', () => {
  const code = codeIn(['a -> b', '"x"', 'plain', "'"])
  expect(code).toEqual(['a -> b', '"x"'])
  expect(displayText('"So": a -> b -> "x", "y" -> a -> b', code)).toBe(
    '“So”: a -> b → "x", “y” → a -> b',
  )
})
