/** Lists and tables whose words run in different ways. */
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { withBrowser } from '../../src/node/browser/index.ts'

it('sets each entry beside its mark, in whichever way its own words run', async () => {
  const style = await readFile('src/ui/styles/base.css', 'utf8')
  const entries = '<li>שלום</li><li>Bore da</li>'
  const gaps = await withBrowser(async (browser) => {
    const page = await browser.newPage()
    await page.setContent(
      `<style>${style}</style><ul dir="rtl">${entries}</ul><ul dir="ltr">${entries}</ul>`,
    )
    return page.$$eval('li', (all) =>
      all.map((entry) => {
        const words = document.createRange()
        words.selectNodeContents(entry)
        const [text, box] = [words.getBoundingClientRect(), entry.getBoundingClientRect()]
        const isFromRight = entry.parentElement?.dir === 'rtl'
        return Math.round(isFromRight ? box.right - text.right : text.left - box.left)
      }),
    )
  })
  expect(gaps).toEqual([0, 0, 0, 0])
})

it('sets each cell in its column, in whichever way its own words run', async () => {
  const style = await readFile('src/ui/styles/base.css', 'utf8')
  const rows = '<tr><th>السعر</th></tr><tr><td>£40</td></tr><tr><td>Bore da</td></tr>'
  const edges = await withBrowser(async (browser) => {
    const page = await browser.newPage()
    await page.setContent(
      `<style>${style} table { width: 400px }</style><table dir="rtl">${rows}</table><table dir="ltr">${rows}</table>`,
    )
    return page.$$eval(':is(td, th)', (all) =>
      all.map((cell) => {
        const words = document.createRange()
        words.selectNodeContents(cell)
        const [text, box] = [words.getBoundingClientRect(), cell.getBoundingClientRect()]
        const isFromRight = cell.closest('table')?.dir === 'rtl'
        return Math.round(isFromRight ? box.right - text.right : text.left - box.left)
      }),
    )
  })
  expect(edges).toEqual([1, 1, 1, 1, 1, 1])
})
