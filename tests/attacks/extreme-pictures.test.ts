/** Drawings that say they are larger than any page: not shown, since a browser would hang at them. */
import { expect, it } from 'vitest'
import { whyNotShown } from '../../src/node/read/picture-format.ts'

const why = (root: string) => whyNotShown('map.svg', new TextEncoder().encode(`<?xml?>${root}`))

it.each([
  '<svg width="1e9" height="10">',
  '<svg xmlns="http://www.w3.org/2000/svg" width="1e9" height="1e9" viewBox="0 0 10 10">',
  "<svg width='10' height='999999999999px'>",
  '<svg viewBox="0 0 1 1e9">',
  '<svg width="100%" viewBox="0 0 1,1e9">',
  '<svg height="90000cm" width="3">',
  '<svg style="width: 1e9px">',
  '<svg width="9e999" height="2">',
  '<svg a=">" width="1e9">',
])('refuses %s', (root) => {
  expect(why(root)).toBe('picture larger than any page')
})

it.each([
  '<svg width="1280" height="720"/>',
  '<svg viewBox="0 0 100 100"/>',
  '<svg width="100%" height="100%" viewBox="0 0 1000000 500000"/>',
  '<svg width="210mm" height="297mm"/>',
  '<svg viewBox="0 0 4 3"></svg><rect width="1e9"/>',
  '<svg viewBox="0 0 52000000 31000000">',
  '<svg stroke-width="1e9" data-name="1e9" viewBox="0 0 4 3">',
])('takes %s', (root) => {
  expect(why(root)).toBeUndefined()
})

it.each([
  ['parts', '<path/>'.repeat(100_000)],
  ['rules', `<style>${'.a{fill:red}'.repeat(1500)}</style>${'<path class="a"/>'.repeat(1500)}`],
])('refuses a drawing of very many %s', (_, inside) => {
  expect(why(`<svg viewBox="0 0 4 3">${inside}</svg>`)).toBe('picture of too many parts')
})
