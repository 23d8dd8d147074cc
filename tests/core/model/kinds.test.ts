/** A new kind needs only a row: everything that a kind does is generated here from the table. */
import { describe, expect, it } from 'vitest'
import { keyOf, kindOfId } from '../../../src/core/model/ids.ts'
import { has, type Kind, roleOf, rowOf, withOwnKinds } from '../../../src/core/model/kinds.ts'
import { itemsOf, linksOf, readKinds } from '../read.ts'

/** The built-in kinds, and one that a case brings: nothing below knows which is which. */
const kinds = withOwnKinds({ 'policy-test': { label: 'Policy test', id: 'PT', like: 'risk' } })
const kindNames = [...kinds.keys()]
const read = (text: string) => readKinds(kinds, text)

/** An id by label, as authors would number the kind's second item. */
function sampleId(kind: Kind): string {
  const { prefix, shape } = rowOf(kind, kinds)
  const id = [`${prefix}2`, `${prefix}2a`].find((candidate) => shape.test(candidate))
  if (!id) throw new Error(`no id of ${kind} looks like ${shape}`)
  return id
}

describe.each(kindNames)('%s', (kind) => {
  const { label, prefix, headings } = rowOf(kind, kinds)
  const id = sampleId(kind)
  const number = id.slice(prefix.length)

  it('has ids that no other kind has', () => {
    expect(kindOfId(id, kinds)).toBe(kind)
    expect(kindNames.filter((other) => rowOf(other, kinds).shape.test(id))).toEqual([kind])
  })

  it('is read from its label, with the number alone or the whole id', () => {
    expect(itemsOf(read(`# T\n\n## S\n\n${label} ${number}: Words`))).toEqual([`${kind} ${id}`])
    expect(itemsOf(read(`# T\n\n## S\n\n${label} ${id}: Words`))).toEqual([`${kind} ${id}`])
    expect(itemsOf(read(`# T\n\n## S\n\n- ${label} ${number}: Words`))).toEqual([`${kind} ${id}`])
    expect(itemsOf(read(`# T\n\n## ${label} ${number}\n\nWords`))).toEqual([`${kind} ${id}`])
  })

  it('has a key that holds its number', () => {
    const [item] = read(`# T\n\n## S\n\n${label} ${number}: Words`).graph.case.items
    expect(item).toMatchObject({ key: `${kind}-${number}`, kind, id, text: 'Words' })
    expect(keyOf(kind, id, kinds)).toBe(`${kind}-${number}`)
  })

  it('is cited by its id, from running text and from every kind of item', () => {
    const text = `# T\n\n## S\n\n${label} ${number}: Words\n\nBecause of it (${id}).`
    expect(linksOf(read(text))).toContain(`s relies-on ${keyOf(kind, id, kinds)}`)
    for (const from of kindNames.filter((other) => other !== kind)) {
      const other = sampleId(from)
      const citing = `${text}\n\n${rowOf(from, kinds).label} ${other}: Other words (${id})`
      const [one, cited] = [keyOf(from, other, kinds), keyOf(kind, id, kinds)]
      // An option stands on its estimates, however its writer joins them.
      const isTurned = has(from, 'valued', kinds) && kind === 'option'
      const link = isTurned
        ? `${cited} relies-on ${one}`
        : `${one} ${roleOf(from, kind, kinds)} ${cited}`
      expect(linksOf(read(citing))).toContain(link)
    }
  })

  it('makes an undefined id an error, and one of a kind that the case has not plain text', () => {
    const other = id.replace(/\d+/, '7')
    const missing = read(`# T\n\n## S\n\n${label} ${number}: Words\n\nSee (${other}).`)
    const plain = read(`# T\n\n## S\n\nSee (${other}).`)
    if (kind !== 'decision') {
      expect(missing.findings.map(({ check }) => check)).toContain('undefined-citation')
    }
    expect(plain.findings).toEqual([])
  })

  it('is held by the first list under its headings, where it has some', () => {
    for (const heading of headings) {
      const text = `# T\n\n## ${heading}\n\n- One of them\n- Two of them\n\nThen:\n\n- Not an item`
      expect(itemsOf(read(text))).toEqual([`${kind} ${prefix}1`, `${kind} ${prefix}2`])
      expect(
        itemsOf(read(`# T\n\n## 2.1 Our ${heading.toUpperCase()}:\n\n- One of them`)),
      ).toHaveLength(1)
    }
  })
})
