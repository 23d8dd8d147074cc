/** Every item in one list: its links in both directions, its state, its strength. */
import { describe, expect, it } from 'vitest'
import { type RegisterRow, registerOf, tally } from '../../../src/core/register/index.ts'
import { read, readWith } from '../read.ts'

const CASE = `
# A case

## What we found

It takes weeks (1a).

## Sprint 1

Decision 1: We ask people.

Evidence 1a (interview, March 2020, quality amber: two sites only): They told us to.

Decision 2: We act on it (1).

Evidence 2a: See [notes](https://docs.google.com/document/d/1).
`

const rows = registerOf(read(CASE))

describe('a row', () => {
  it('says what the item rests on and who relies on it, sections by their title', () => {
    expect(rows.map(spell)).toEqual([
      '1 < 1a > 2',
      '1a <  > What we found, 1',
      '2 < 1, 2a > ',
      '2a <  > 2',
    ])
  })

  it('names the section and the sprint', () => {
    expect(rows.map(({ section, item }) => [section, item.sprint])[0]).toEqual(['Sprint 1', '1'])
  })

  it('names each other end once, as a draft only where no link confirms it', () => {
    const both = registerOf(
      read(`
Objective 1: Fewer calls.

Objective 2: Less waiting.

Success factor 1: Half (O1), surely (draft: O1, O2).
`),
    )
    expect(both.at(-1)?.restsOn).toEqual([
      { key: 'objective-1', kind: 'objective', name: 'O1' },
      { key: 'objective-2', kind: 'objective', name: 'O2', draft: true },
    ])
  })
})

describe('a link that readers can’t open', () => {
  it('is told, also where nobody said so', () => {
    expect(rows.map(({ closed }) => closed)).toContain(true)
  })

  it('knows the hosts that case.yaml adds', () => {
    const text = 'Decision 1: We act.\n\nEvidence 1a: See [it](https://wiki.example.org/a).'
    const closedIn = (yaml: string) => registerOf(readWith(yaml, text))[1]?.closed
    expect(closedIn('team: Us\n')).toBe(false)
    expect(closedIn('restricted: [wiki.example.org]\n')).toBe(true)
  })
})

describe('the state of an item', () => {
  it.each([
    ['Decision 1: To be written by Economics, 14 March', 'to-be-written'],
    ['Decision 1: We act.', 'no-evidence'],
    ['Decision 1: We act.\n\nEvidence 1a: They said so.', 'complete'],
    ['Decision 1: We act.\n\nEvidence 2a: They said so (draft: 1).', 'draft'],
    ['Evidence 9a: They said so.', 'uncited'],
    ['It is so (9a).\n\nEvidence 9a: They said so.', 'complete'],
    ['Objective 1: Fewer calls.', 'not-linked'],
    ['Objective 1: Fewer calls.\n\nThis is why (O1).', 'not-linked'],
    ['Objective 1: Fewer calls.\n\nBenefit 1: Time (O1).', 'complete'],
    ['Objective 1: Fewer calls.\n\nSuccess factor 1: Half (draft: O1).', 'draft'],
    ['Success factor 1: Half as many calls.', 'not-linked'],
    ['Benefit 1: Time saved.', 'not-linked'],
    ['Option 1: Do nothing.\n\nWe looked at it (OPT1).', 'not-linked'],
    ['Risk 1: It may rain.\n\nWe looked at it (R1).', 'complete'],
    ['Risk 1: It may rain.', 'not-linked'],
  ])('of the first in %j is %s', (text, state) => {
    const [first] = registerOf(read(text))
    expect(first?.state).toBe(state)
  })

  it('is counted', () => {
    expect([...tally(rows)]).toEqual([['complete', 4]])
  })
})

function spell({ item, restsOn, reliedOnBy }: RegisterRow): string {
  const names = (list: RegisterRow['restsOn']) => list.map(({ name }) => name).join(', ')
  return `${item.id} < ${names(restsOn)} > ${names(reliedOnBy)}`
}
