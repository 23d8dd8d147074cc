/** What someone without LibreOffice is told, and where it is looked for. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { convert, findOffice, NoOfficeError } from '../../../src/node/export/convert.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'office-'))
})
afterAll(() => rm(folder, { recursive: true }))

const someBytes = new Uint8Array([1, 2, 3])

it.each([
  ['odp', 'libreoffice-impress'],
  ['odt', 'libreoffice-writer'],
] as const)('without LibreOffice, %s says in one line what to install', async (to, name) => {
  const converting = convert(someBytes, { from: to === 'odp' ? 'pptx' : 'docx', to }, {})
  await expect(converting).rejects.toThrow(NoOfficeError)
  await expect(converting).rejects.toThrow(
    new RegExp(`^No LibreOffice found[^\n]*apt install ${name}[^\n]*$`),
  )
})

it('finds the program on the PATH, and the one that is named before it', async () => {
  const [onPath, named] = [join(folder, 'soffice'), join(folder, 'mine')]
  await Promise.all([onPath, named].map((path) => writeFile(path, '')))
  expect(findOffice({ PATH: folder }, 'linux')).toBe(onPath)
  expect(findOffice({ PATH: folder, SOFFICE_PATH: named }, 'linux')).toBe(named)
  expect(findOffice({ PATH: folder, SOFFICE_PATH: join(folder, 'gone') }, 'linux')).toBeUndefined()
})

it('says which part is missing where the program makes nothing of a file', async () => {
  const program = join(folder, 'broken-office')
  await writeFile(program, '#!/bin/sh\necho "Error: source file could not be loaded" >&2\n')
  await chmod(program, 0o755)
  await expect(
    convert(someBytes, { from: 'docx', to: 'odt' }, { SOFFICE_PATH: program }),
  ).rejects.toThrow(
    /wrote no odt file \(Error: source file could not be loaded\)\. Is its part for documents \(Writer\) installed\?/,
  )
})
