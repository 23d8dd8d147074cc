/** How large drawings say they are, in all ways that tools write it. */
import { expect, it } from 'vitest'
import { sizeOf } from '../../../src/node/pictures/svg/size.ts'

it.each([
  [{ width: '400', height: '300' }, [400, 300, '0 0 400 300']],
  [{ width: '4in', height: '72pt' }, [384, 96, '0 0 384 96']],
  [{ viewBox: '0,0 20,10' }, [20, 10, '0 0 20 10']],
  [{ viewBox: '-0.5 -0.5 321 161', width: '100%' }, [321, 161, '-0.5 -0.5 321 161']],
  [{ viewBox: '0 0 20 10', width: '100' }, [100, 50, '0 0 20 10']],
  [{ viewBox: '0 0 20 10', height: '100px' }, [200, 100, '0 0 20 10']],
  [{ viewBox: '0 0 52000000 26000000' }, [1600, 800, '0 0 52000000 26000000']],
  [{ viewBox: '0 0 20 10', style: 'width: 40px; max-width: 9px' }, [40, 20, '0 0 20 10']],
  [{ viewBox: '0 0 20 10', width: 'auto', height: '-3' }, [20, 10, '0 0 20 10']],
])('%j', (attributes, [width, height, viewBox]) => {
  expect(sizeOf(attributes)).toEqual({ width, height, viewBox })
})

it.each([{}, { width: '400' }, { width: '100%', height: '20' }, { viewBox: '0 0 1' }])(
  'knows no size of %j',
  (attributes) => expect(sizeOf(attributes)).toBeUndefined(),
)
