/** Languages and paragraphs from right to left. */
import { expect, it } from 'vitest'
import { directionOf, runsFromRight } from '../../../src/core/text/direction.ts'

it.each([
  ['en-GB', 'ltr'],
  ['cy', 'ltr'],
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['ur', 'rtl'],
  ['fa-AF', 'rtl'],
  ['ku', 'ltr'],
  ['pa-PK', 'rtl'],
  ['az-Arab', 'rtl'],
  ['zh-Hans', 'ltr'],
])('%s runs %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction)
})

it.each([
  ['خدمة واحدة', true],
  ['1. שלום', true],
  ['“شكرا” they said', true],
  ['GR-17 رقم', false],
  ['One service', false],
  ['17', false],
  ['', false],
])('%j runs from the right: %s', (text, isSo) => {
  expect(runsFromRight(text)).toBe(isSo)
})
