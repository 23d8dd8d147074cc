/** Numbers of Excel come as people see them. */
import { expect, it } from 'vitest'
import { shownNumber } from '../../../src/core/import/foreign/office/xlsx-numbers.ts'

it.each([
  ['1.5', '[h]:mm', '36:00'],
  ['1.5', '[h]:mm:ss', '36:00:00'],
  ['0.5', 'h:mm', '12:00'],
  ['0.00087963', 'mm:ss', '00:01:16'],
  ['43893', 'dd/mm/yyyy', '2020-03-03'],
  ['0.25', '0%', '25%'],
  ['1200', '[$£-809]#,##0', '£1,200'],
  ['1200', '[Red]#,##0', '1,200'],
])('%s in the form %s is %s', (value, code, shown) => {
  expect(shownNumber(value, { code, is1904: false })).toBe(shown)
})
