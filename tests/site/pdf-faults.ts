/** What our own check finds in the handouts of a built site. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { checkPdf } from '../../src/node/print/check/report.ts'

/** Every PDF of a site, from its folder of handouts. */
export function handoutsIn(site: string): readonly string[] {
  const names = readdirSync(join(site, 'handouts'), { recursive: true, encoding: 'utf8' })
  return names.filter((name) => name.endsWith('.pdf'))
}

/** The rules that a handout breaks, and where; `[]` where it keeps them all. */
export async function faultsOfPdf(site: string, name: string): Promise<readonly object[]> {
  const { pages, results } = await checkPdf(join(site, 'handouts', name))
  expect(pages).toBeGreaterThan(0)
  const unchecked = results.filter(({ result }) => result === 'unchecked').map(({ id }) => id)
  expect(unchecked.filter((id) => id !== 'syntax')).toEqual([])
  const broken = results.filter(({ result }) => result === 'fail')
  return broken.map(({ id, failures }) => ({ id, failures }))
}
