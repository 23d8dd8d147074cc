/** Characters that were saved in one encoding and read in another. */
import { expect, it } from 'vitest'
import { mendEncoding } from '../../../src/core/text/windows-1252.ts'

it.each([
  ['Weâ€™re', 'We’re'],
  ['â€œyesâ€,', '“yes”,'],
  ['Â£75', '£75'],
  ['cafÃ©', 'café'],
  ['ðŸ™‚', '🙂'],
  ['withÂ\u00a0space.', 'with\u00a0space.'],
  ['weÃ¢â‚¬â„¢re.', 'we’re.'],
  ['Ã‰cole', 'École'],
  ['„Ä“', '„Ä“'],
  ['CAFÉ »', 'CAFÉ »'],
])('%s is meant to be %s', (found, meant) => {
  expect(mendEncoding(found)).toBe(meant)
})
