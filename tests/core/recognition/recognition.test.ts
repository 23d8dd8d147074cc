/** Documents as ten sorts of teams write them: what is found, what is missed, what is none. */

import { describe, expect, it } from 'vitest'
import { type Count, type Measured, measureAll, sorts } from './measure.ts'

const measured = measureAll()

describe('documents of other teams', () => {
  it('are at least sixty, of ten sorts', () => {
    expect(measured.length).toBeGreaterThanOrEqual(60)
    expect(sorts.length).toBeGreaterThanOrEqual(10)
  })

  it.each(measured)('$sort/$name can be read', ({ broken }) => expect(broken).toEqual([]))

  it.each([...sorts, 'all'])('give their items: %s', (sort) => {
    const { recall, precision, told } = ratesOf(sort, ({ items }) => items)
    expect(recall, told).toBeGreaterThanOrEqual(sort === 'all' ? 0.9 : 0.8)
    expect(precision, told).toBeGreaterThanOrEqual(sort === 'all' ? 0.98 : 0.95)
  })

  it('are told of what is missed in them, with how to say it', () => {
    const silent = measured.flatMap((one) => one.silent)
    expect(silent.length, silent.join('\n')).toBeLessThanOrEqual(4)
  })

  it('give their links', () => {
    const { recall, precision, told } = ratesOf('all', ({ links }) => links)
    expect(recall, told).toBeGreaterThanOrEqual(0.9)
    expect(precision, told).toBeGreaterThanOrEqual(0.98)
  })
})

/** What was found of what there is, and what is right of what was found, each from 0 to 1. */
function ratesOf(sort: string, countOf: (one: Measured) => Count) {
  const own = measured.filter((one) => sort === 'all' || one.sort === sort)
  const counts = own.map(countOf)
  const sum = (of: (count: Count) => number) =>
    counts.reduce((total, count) => total + of(count), 0)
  const found = sum((count) => count.found)
  const told = own.flatMap((one) => {
    const { missed, wrong } = countOf(one)
    const name = `${one.sort}/${one.name}`
    return [
      ...missed.map((words) => `${name} misses ${words}`),
      ...wrong.map((words) => `${name} takes ${words}`),
    ]
  })
  return {
    recall: found / Math.max(1, found + sum(({ missed }) => missed.length)),
    precision: found / Math.max(1, found + sum(({ wrong }) => wrong.length)),
    told: told.join('\n'),
  }
}
