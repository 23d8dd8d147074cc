/** The code holds the address: it is read back by a decoder that knows nothing of how it was made. */
import jsQR from 'jsqr'
import { describe, expect, it } from 'vitest'
import { type QrCode, qrCodeOf, shortAddress } from '../../../src/core/publish/qr-code.ts'

describe('the code of an address', () => {
  it.each([
    'https://example.org/',
    'https://alphagov.github.io/prototype-case-joined-up-services/',
    'https://example.org/a?b=c&d=%20#e',
    `https://example.org/${'long/'.repeat(30)}`,
  ])('holds %s', (address) => {
    const code = qrCodeOf(address)
    expect(code && readCode(code)).toBe(address)
  })

  it('holds letters beyond ASCII as browsers send them', () => {
    const code = qrCodeOf('https://bücher.example/straße')
    expect(code && readCode(code)).toBe('https://xn--bcher-kva.example/stra%C3%9Fe')
  })

  it('has a quiet zone of four squares', () => {
    const code = qrCodeOf('https://example.org/')
    const lit = code ? squaresOf(code) : new Set<string>()
    const places = [...lit].flatMap((square) => square.split(' ').map(Number))
    expect(Math.min(...places)).toBe(4)
    expect(Math.max(...places)).toBe((code?.size ?? 0) - 5)
  })

  it('is none where the address is too long to be read in a room', () => {
    expect(qrCodeOf(`https://example.org/${'a'.repeat(400)}`)).toBeUndefined()
  })
})

it('a short address is what a person would type', () => {
  expect(shortAddress('https://www.example.org/case/')).toBe('example.org/case')
  expect(shortAddress('http://example.org')).toBe('example.org')
})

/** The dark squares that the path draws: `x y`. */
function squaresOf({ path }: QrCode): ReadonlySet<string> {
  const bars = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)]
  expect(bars.map(([bar]) => bar).join('')).toBe(path)
  return new Set(
    bars.flatMap(([, x = '', y = '', length = '']) =>
      Array.from({ length: Number(length) }, (_, step) => `${Number(x) + step} ${y}`),
    ),
  )
}

/** Draws it at 4 px a square and reads the picture. */
function readCode(code: QrCode): string | undefined {
  const dark = squaresOf(code)
  const side = code.size * 4
  const pixels = Uint8ClampedArray.from({ length: side * side * 4 }, (_, index) => {
    const pixel = Math.floor(index / 4)
    const square = `${Math.floor((pixel % side) / 4)} ${Math.floor(pixel / side / 4)}`
    return index % 4 < 3 && dark.has(square) ? 0 : 255
  })
  return jsQR(pixels, side, side)?.data
}
