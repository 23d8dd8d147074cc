/** Content streams: what they say, and what in them is decoration. */
import { describe, expect, it } from 'vitest'
import { markArtifacts, marksIn } from '../../../src/node/print/artifacts.ts'
import { readOperators } from '../../../src/node/print/stream.ts'

/** Marks 1 and 2 belong to boxes, 3 to a drawing; the form X1 has tags inside. */
const CONTEXT = {
  isBox: (mcid: number) => mcid < 3,
  isTagged: (name: string) => name === '/X1',
}

describe('readOperators', () => {
  it.each([
    ['1 0 0 RG 0 0 9 9 re f', ['1,0,0 RG', '0,0,9,9 re', ' f']],
    ['/P <</MCID 3/A[1 2]>>BDC EMC', ['/P,<<,/MCID,3,/A,[,1,2,],>> BDC', ' EMC']],
    ['(a \\) (b) BT) Tj [(x)-3<0A 0B>]TJ', ['(a \\) (b) BT) Tj', '[,(x),-3,<0A 0B>,] TJ']],
    ['0 0 m % EMC\n3 4 l S', ['0,0 m', '3,4 l', ' S']],
    ['BI /W 1 ID \u00FFQ EMC\u0001 EI Q', [' BI', '/W,1 ID', ' Q']],
    ["T* (x)' true false null d1", [' T*', "(x) '", 'true,false,null d1']],
    ['(never ends', []],
    [' \n ', []],
  ])('reads %j', (content, expected) => {
    const operators = readOperators(content)
    expect(operators.map(({ name, operands }) => `${operands} ${name}`)).toEqual(expected)
  })

  it('gives the place of each with its operands', () => {
    const content = 'q 1 w  2 3 m'
    const places = readOperators(content).map(({ start, end }) => content.slice(start, end))
    expect(places).toEqual(['q', '1 w', '2 3 m'])
  })
})

describe('markArtifacts', () => {
  it.each([
    ['a background', '0 0 9 9 re f', '/Artifact BMC\n0 0 9 9 re f\nEMC'],
    ['a rule', 'q 0 0 m 9 9 l S Q', 'q /Artifact BMC\n0 0 m 9 9 l S\nEMC Q'],
    ['a page number', 'BT /F 9 Tf (1) Tj ET', '/Artifact BMC\nBT /F 9 Tf (1) Tj ET\nEMC'],
    ['a picture', '/X2 Do', '/Artifact BMC\n/X2 Do\nEMC'],
    [
      'the border of a box',
      '/TH <</MCID 1>>BDC 0 0 9 9 re f EMC',
      '/Artifact BMC 0 0 9 9 re f EMC',
    ],
  ])('sets %s aside', (_, content, expected) => {
    expect(markArtifacts(content, CONTEXT).content).toBe(expected)
  })

  it.each([
    ['words with their underline', '/P <</MCID 1>>BDC 0 0 9 1 re f BT (x) Tj ET EMC'],
    ['the lines of a drawing', '/Figure <</MCID 3>>BDC 0 0 9 9 re f EMC'],
    ['artifacts', '/Artifact BMC 0 0 9 9 re f EMC'],
    ['what only cuts out', '0 0 9 9 re W* n'],
    ['text without letters', 'BT /F 9 Tf ET'],
    ['a form that has tags of its own', '/X1 Do'],
  ])('leaves %s', (_, content) => {
    expect(markArtifacts(content, CONTEXT)).toEqual({ content, dropped: [] })
  })

  it('says which marks are gone, and marks what stands between others', () => {
    const word = (mcid: number) => `/P <</MCID ${mcid}>>BDC BT (x) Tj ET EMC`
    const border = '/L <</MCID 2>>BDC 0 0 9 9 re S EMC'
    const { content, dropped } = markArtifacts(`${word(0)} f ${border} 1 1 m S ${word(3)}`, CONTEXT)
    expect(dropped).toEqual([2])
    expect(marksIn(content)).toEqual([0, 3])
    expect(content).toContain('/Artifact BMC\n1 1 m S\nEMC')
  })
})
