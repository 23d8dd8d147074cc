/** Colours where they can be seen, and nowhere else. */
import { WriteStream } from 'node:tty'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, expect, it, vi } from 'vitest'
import { onTerminal } from '../../../src/node/report/paint.ts'

afterEach(() => vi.unstubAllEnvs())

/** What `styleText` asks of a stream: whether it is a terminal, and how many colours it has. */
function stream(isTTY: boolean, columns?: number): NodeJS.WriteStream {
  const { getColorDepth, hasColors } = WriteStream.prototype
  return Object.assign(Object.create(process.stderr), {
    isTTY,
    columns,
    getColorDepth,
    hasColors,
  }) as NodeJS.WriteStream
}

function painted(isTTY: boolean): string {
  return onTerminal(stream(isTTY)).paint('error', 'error')
}

it('paints on a terminal, not into a file, and not where NO_COLOR is set', () => {
  for (const name of ['NO_COLOR', 'FORCE_COLOR', 'NODE_DISABLE_COLORS', 'CI'])
    vi.stubEnv(name, undefined)
  vi.stubEnv('TERM', 'xterm-256color')
  expect(painted(true)).not.toBe('error')
  expect(stripVTControlCharacters(painted(true))).toBe('error')
  expect(painted(false)).toBe('error')
  vi.stubEnv('NO_COLOR', '1')
  expect(painted(true)).toBe('error')
})

it('takes the width of the terminal, within reason', () => {
  expect(onTerminal(stream(true, 132)).columns).toBe(132)
  expect(onTerminal(stream(true, 12)).columns).toBe(40)
  expect(onTerminal(stream(false)).columns).toBe(100)
})
