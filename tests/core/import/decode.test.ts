/** Files as editors of all ages save them. */
import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/core/import/decode.ts'

describe('decode', () => {
  it.each([
    ['UTF-8', Buffer.from('We’re at the café'), undefined],
    ['UTF-8 with a mark', Buffer.from('\uFEFFWe’re at the café'), undefined],
    ['UTF-16, little end first', Buffer.from('\uFEFFWe’re at the café', 'utf16le'), 'UTF-16'],
    ['UTF-16, big end first', Buffer.from('\uFEFFWe’re at the café', 'utf16le').swap16(), 'UTF-16'],
    ['Windows-1252', Buffer.from('We\x92re at the caf\xe9', 'latin1'), 'Windows-1252'],
  ])('reads %s', (_, bytes, from) => {
    expect(decode(bytes)).toEqual({ text: 'We’re at the café', ...(from ? { from } : {}) })
  })

  it('drops zero bytes from text, and says how many', () => {
    expect(decode(Buffer.from('We’re\0 at the\0 café'))).toEqual({
      text: 'We’re at the café',
      zeros: 2,
    })
  })

  it('knows UTF-16 without a mark', () => {
    expect(decode(Buffer.from('We go', 'utf16le'))).toEqual({ text: 'We go', from: 'UTF-16' })
  })

  it.each([
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')],
    ['control characters', Buffer.from('a\x01\xff\xfe', 'latin1')],
  ])('knows that %s is no text', (_, bytes) => {
    expect(decode(bytes)).toBeUndefined()
  })
})
