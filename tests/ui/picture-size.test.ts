/** How large pictures are shown, and the sizes that travel. */
import { expect, it } from 'vitest'
import { shownSize, widthsOf } from '../../src/ui/components/picture-size.ts'

it.each([
  [
    { width: 4032, height: 3024 },
    { width: 704, height: 528 },
  ],
  [
    { width: 3024, height: 4032 },
    { width: 480, height: 640 },
  ],
  [
    { width: 300, height: 9000 },
    { width: 21, height: 640 },
  ],
  [
    { width: 9000, height: 3 },
    { width: 704, height: 1 },
  ],
  [
    { width: 24, height: 24 },
    { width: 24, height: 24 },
  ],
])('shows %j as %j: of its proportions, and not larger than it is', (size, shown) => {
  expect(shownSize(size)).toEqual(shown)
})

it.each([
  [4032, [480, 960, 1440, 1920]],
  [1920, [480, 960, 1440, 1920]],
  [800, [480, 800]],
  [480, [480]],
  [24, [24]],
])('serves what is %i px wide in %j', (width, widths) => {
  expect(widthsOf({ width })).toEqual(widths)
})
