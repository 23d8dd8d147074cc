/** Tables that are wider than the text: they take the room of the screen, cover nothing and scroll alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenSite, openSite } from './site.ts'

let site: OpenSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const row = (tag: string, words: string) =>
  `<tr>${Array.from({ length: 9 }, () => `<${tag}>${words}</${tag}>`).join('')}</tr>`
const TABLE = `<div class="table"><table>${row('th', 'Median days')}${row('td', 'Refused')}</table></div>`

describe.each([
  [1440, 900],
  [1240, 800],
  [320, 700],
])('a table of nine columns, on a screen of %i by %i', (width, height) => {
  it('is seen whole where there is room, and never moves the page or lies below another word', async () => {
    const page = await site.open('')
    await page.setViewportSize({ width, height })
    const seen = await page.evaluate((table) => {
      const behind = document.querySelector('main > .behind')
      behind?.insertAdjacentHTML('afterend', table)
      const frame = behind?.nextElementSibling as HTMLElement
      const [own, other] = [frame.getBoundingClientRect(), behind?.getBoundingClientRect()]
      return {
        hidden: frame.scrollWidth - frame.clientWidth,
        sideways: document.documentElement.scrollWidth - innerWidth,
        isCovered: other !== undefined && other.bottom > own.top,
        isWider: own.width > (document.querySelector('main')?.clientWidth ?? 0),
      }
    }, TABLE)
    expect(seen).toMatchObject({ sideways: 0, isCovered: false })
    if (width === 1440) expect(seen).toMatchObject({ hidden: 0, isWider: true })
    if (width === 320) expect(seen.hidden).toBeGreaterThan(0)
    await site.putBack(page)
  })
})

it('stands in lines on a phone where its cells name their columns', async () => {
  const page = await site.open('')
  await page.setViewportSize({ width: 320, height: 700 })
  const seen = await page.evaluate(
    (table) => {
      document.querySelector('main > .behind')?.insertAdjacentHTML('afterend', table)
      const frame = document.querySelector('main > .table') as HTMLElement
      const cell = frame.querySelector('td:last-child') as HTMLElement
      return {
        hidden: frame.scrollWidth - frame.clientWidth,
        named: getComputedStyle(cell, '::before').content,
        left: cell.getBoundingClientRect().left - frame.getBoundingClientRect().left,
      }
    },
    TABLE.replace('<tr>', '<thead><tr>')
      .replace('</tr>', '</tr></thead>')
      .replaceAll('<td>', '<td data-column="Days">'),
  )
  expect(seen).toEqual({ hidden: 0, named: '"Days: "', left: 0 })
  await site.putBack(page)
})

it('has a frame of its own where slides are read on a phone', async () => {
  const page = await site.open('deck/')
  await page.setViewportSize({ width: 320, height: 700 })
  await page.reload()
  const sideways = await page.evaluate((table) => {
    const canvas = document.querySelector('.slide .canvas')
    canvas?.insertAdjacentHTML('beforeend', table.replace('class="table"', 'class="rows-frame"'))
    return document.documentElement.scrollWidth - innerWidth
  }, TABLE)
  expect(sideways).toBe(0)
  await site.putBack(page)
})
