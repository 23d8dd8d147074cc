import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { watchFolder } from '../../../../src/node/serve/live/watch-folder.ts'

const place = await mkdtemp(join(tmpdir(), 'watched-'))
afterAll(() => rm(place, { recursive: true, force: true }))

it('tells of files in a folder that was made again at once, of whom the system tells nobody', async () => {
  const folder = join(place, 'case')
  await mkdir(folder)
  await writeFile(join(folder, 'a.mdx'), 'a')
  const told: string[] = []
  const deaf = {
    add: () => deaf,
    unwatch: () => deaf,
    on: () => deaf,
    emit: (event: string, ...rest: readonly unknown[]) => told.push([event, ...rest].join(' ')) > 0,
  }
  watchFolder(deaf as never, folder, () => undefined)
  await rm(folder, { recursive: true })
  await mkdir(folder)
  await writeFile(join(folder, 'b.mdx'), 'b')
  await expect.poll(() => told, { timeout: 20_000 }).toContain(`add ${join(folder, 'b.mdx')}`)
  expect(told).toContain(`unlink ${join(folder, 'a.mdx')}`)
}, 30_000)
