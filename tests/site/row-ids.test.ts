/** Items that are rows of a table: each has its address and shows its id, two in a row too. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { builtCase } from './built.ts'
import { type OpenSite, openSite } from './site.ts'

const folder = await builtCase('tests/fixtures/writing')
let site: OpenSite
beforeAll(async () => {
  site = await openSite(folder)
})
afterAll(() => site.close())

it('stand at their address with the id by which they are cited', async () => {
  const page = await site.open('')
  const shown = await page.locator('tr[id] a.id').evaluateAll((links) =>
    links.map((link) => {
      const row = (link as HTMLElement).closest('tr')
      const at = link.closest('[id]')?.id ?? ''
      return [at, link.getAttribute('href'), link.textContent, row?.id].join(' ')
    }),
  )
  expect(shown.map((one) => one.split(' ')[0])).toEqual([
    ...['decision-2', 'action-1', 'action-2', 'risk-3'],
  ])
  expect(shown.join('\n')).toMatch(/^action-1 #action-1 Action ACT1 decision-2$/m)
  expect(shown.join('\n')).toMatch(/^decision-2 #decision-2 Decision 2 decision-2$/m)
  expect(shown.join('\n')).toMatch(/^risk-3 #risk-3 Risk R3 risk-3$/m)
  expect(await page.locator('#action-1').textContent()).toContain('Order the sign')
  await site.putBack(page)
})
