import { generate, parse } from 'css-tree'
import { expect, it } from 'vitest'
import { parseCss } from '../../../src/core/text/css.ts'

// Without the wrapper this reads on until no memory is left.
it('ends, whatever was read before', () => {
  const text = 'var(--ink) margin none ; 1px margin } ('
  parse(`${';'.repeat(text.length)}((((`)
  expect(generate(parseCss(text))).not.toBe('')
  expect(generate(parseCss('p{color:red}'))).toBe('p{color:red}')
})
