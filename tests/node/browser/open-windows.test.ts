/** Opening a browser: whether it worked, as far as the system says. */
import { spawn } from 'node:child_process'
import { expect, it } from 'vitest'
import { openWindows } from '../../../src/node/browser/open-windows.ts'

const ends = (code: number) => spawn(process.execPath, ['-e', `process.exit(${code})`])

it('opens every address in order', async () => {
  const opened: string[] = []
  const opener = async (address: string) => {
    opened.push(address)
    return ends(0)
  }
  expect(await openWindows(['http://a/', 'http://b/'], opener)).toBe(true)
  expect(opened).toEqual(['http://a/', 'http://b/'])
})

it('says that there is no browser, whether the program fails or is missing', async () => {
  expect(await openWindows(['http://a/'], async () => ends(3))).toBe(false)
  const missing = Promise.reject(new Error('spawn xdg-open ENOENT'))
  expect(await openWindows(['http://a/'], () => missing)).toBe(false)
})
