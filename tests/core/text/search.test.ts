/** Finding where to go from a few letters. */
import { expect, it } from 'vitest'
import { planDeck } from '../../../src/core/deck/index.ts'
import { targetsOf } from '../../../src/core/deck/targets.ts'
import { makeSearch, type Target } from '../../../src/core/text/search.ts'
import { fontMeasure } from '../../../src/node/read/measure.ts'
import { inThread } from '../../store.ts'
import { read } from '../read.ts'

const TARGETS: readonly Target[] = [
  { key: 'title', name: 'Slide 1', n: 1, words: 'Case for the café' },
  { key: 'decision-12', name: 'Slide 2', n: 2, words: 'Text messages come first' },
  { key: 'plans', name: 'Slide 12', n: 12, words: 'Plans for 12 months' },
  { key: 'decision-12', name: 'Decision 12', id: '12', words: 'Text messages come first.' },
  { key: 'evidence-12a', name: 'Evidence 12a', id: '12a', words: 'Clinics don’t write' },
  { key: 'evidence-12b', name: 'Evidence 12b', id: '12b', words: 'Two clinics send messages' },
  { key: 'success-factor-2', name: 'Success factor 2', id: 'CSF2', words: 'Fewer missed visits' },
]
const search = makeSearch(TARGETS)
const namesOf = (query: string) => search(query).map(({ name }) => name)

it('takes a number for the slide first, then the item, then what lies under it', () => {
  expect(namesOf('12')).toEqual(['Slide 12', 'Decision 12', 'Evidence 12a', 'Evidence 12b'])
})

it.each(['12b', '12B', ' 12 b ', 'evidence 12b', 'Evidence-12b'])('takes %o for an id', (query) => {
  expect(namesOf(query)[0]).toBe('Evidence 12b')
})

it.each(['CSF2', 'csf 2', 'success factor 2'])('takes %o for the success factor', (query) => {
  expect(namesOf(query)[0]).toBe('Success factor 2')
})

it('finds beginnings of words in any order, whatever their accents and marks', () => {
  expect(namesOf('cafe')).toEqual(['Slide 1'])
  expect(namesOf('mess clin')).toEqual(['Evidence 12b'])
  expect(namesOf('don’t')).toEqual(['Evidence 12a'])
  expect(namesOf('dont')).toEqual(['Evidence 12a'])
  expect(namesOf('essages')).toEqual([])
})

it.each(['mesages', 'messsages', 'mexsages', 'messgaes', 'clinisc mess'])(
  'finds what %o was meant to be, but for one letter',
  (query) => {
    expect(namesOf(query)).toContain('Evidence 12b')
  },
)

it('takes no other word for one that is there, and none for two slips or another first letter', () => {
  expect(namesOf('text messages')).toEqual(['Slide 2'])
  for (const query of ['essages', 'xessages', 'mexxages', 'msg'])
    expect(namesOf(query), query).toEqual([])
})

it('names an address once: the slide, unless the item was meant', () => {
  expect(namesOf('text messages')).toEqual(['Slide 2'])
  expect(namesOf('decision 12')).toEqual(['Decision 12'])
})

it.each(['', '  ', '…', 'nonsense', '99', '12z'])('finds nothing for %o', (query) => {
  expect(search(query)).toEqual([])
})

it('reads slides by number, and every item by name', () => {
  const assembled = read(
    '# A case\n\n## Sprint 1\n\nDecision 1: We write.\n\nEvidence 1a: They read.\n',
  )
  const targets = targetsOf(planDeck(assembled, fontMeasure(inThread)), assembled.graph)
  expect(targets.filter(({ n }) => n !== 2)).toEqual([
    { key: 'title', name: 'Slide 1', n: 1, words: 'A case' },
    { key: 'decision-1', name: 'Slide 3', n: 3, words: 'We write.' },
    { key: 'ask', name: 'Slide 4', n: 4, words: 'Fund a pilot.' },
    { key: 'decision-1', name: 'Decision 1', id: '1', words: 'We write.' },
    { key: 'evidence-1a', name: 'Evidence 1a', id: '1a', words: 'They read.' },
  ])
})
