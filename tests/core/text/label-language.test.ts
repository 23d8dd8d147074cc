/** The language of what the tool says by itself. */
import { expect, it } from 'vitest'
import { labelLanguage } from '../../../src/core/text/label-language.ts'

it('is said where the case is in another one', () => {
  expect(['en-GB', 'en', 'en-IE', 'cy', 'fr', 'ar-EG'].map(labelLanguage)).toEqual([
    ...[undefined, undefined, undefined, 'en-GB', 'en-GB', 'en-GB'],
  ])
})
