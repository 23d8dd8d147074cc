/** Every handout of the built site keeps every rule of our own check. */
import { expect, it } from 'vitest'
import { faultsOfPdf, handoutsIn } from './pdf-faults.ts'
import { siteFolder } from './site.ts'

it.each(handoutsIn(siteFolder))('%s keeps every rule', async (name) => {
  expect(await faultsOfPdf(siteFolder, name)).toEqual([])
})
