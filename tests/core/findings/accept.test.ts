/** Findings that `case.yaml` accepts. */

import { describe, expect, it } from 'vitest'
import { applySettings } from '../../../src/core/findings/accept.ts'
import type { Finder } from '../../../src/core/findings/catalogue.ts'
import type { Finding } from '../../../src/core/model/finding.ts'
import { findingsOf, readWith } from '../read.ts'

const TEXT = `# T

## Economic case

### Options

To be written by Ana

### Costs

To be written

## Log

Decision 1: Yes
`

const entry = (fields: string) => `  - {${fields}, reason: It waits, owner: Ana}\n`
const readAccepting = (...entries: readonly string[]) =>
  readWith(`ask: x\naccept:\n${entries.map(entry).join('')}`, TEXT)

const accepted = (...entries: readonly string[]) =>
  readAccepting(...entries).accepted.map(({ check, place }) => `${check} ${place.line ?? ''}`)

describe('accept', () => {
  it('accepts a check anywhere, by item, by section or one around it, and by file', () => {
    expect(accepted('check: gap')).toEqual(['gap 7', 'gap 11'])
    expect(accepted('check: gap, where: options')).toEqual(['gap 7'])
    expect(accepted('check: gap, where: economic-case')).toEqual(['gap 7', 'gap 11'])
    expect(accepted('check: gap, where: 1.mdx')).toEqual(['gap 7', 'gap 11'])
    const bare = 'check: decision-without-evidence'
    expect(accepted(`${bare}, where: decision-1`)).toEqual(['decision-without-evidence 15'])
    expect(accepted(`${bare}, where: log`)).toEqual(['decision-without-evidence 15'])
    expect(accepted(`${bare}, where: options`)).toEqual([])
  })

  it('accepts only what says the words', () => {
    expect(accepted('check: gap, says: from Ana')).toEqual(['gap 7'])
  })

  it('keeps reason and owner, and leaves the rest open', () => {
    const read = readAccepting('check: gap, where: costs')
    expect(read.accepted).toMatchObject([{ severity: 'warning', reason: 'It waits', owner: 'Ana' }])
    expect(findingsOf(read)).toEqual(['gap 7:1', 'decision-without-evidence 15:1'])
  })

  it('lets the first entry that fits count, and reports one that is left over', () => {
    const read = readAccepting('check: gap', 'check: gap, where: costs')
    expect(read.accepted).toHaveLength(2)
    expect(findingsOf(read)).toEqual(['unused-acceptance 4:5', 'decision-without-evidence 15:1'])
  })

  it('accepts findings of case.yaml', () => {
    const settings = `accept:\n${entry('check: no-ask, where: case.yaml')}`
    const read = readWith(settings, '# T\n\n## A\n\nYes.')
    expect(read.accepted.map(({ check }) => check)).toEqual(['no-ask'])
    expect(read.findings).toEqual([])
  })

  it('reports an entry that names nothing once', () => {
    const read = readAccepting('check: gap, where: option', 'check: gaap')
    const ofSettings = read.findings.filter(({ place }) => place.file === 'case.yaml')
    expect(ofSettings.map(({ check, place }) => `${check} ${place.line}`)).toEqual([
      'unknown-reference 3',
      'unknown-reference 4',
    ])
  })

  it('waits for what only the folder, a build or the web can tell', () => {
    const entries = ['broken-picture', 'slide-overflow', 'dead-link'].map((id) => `check: ${id}`)
    expect(findingsOf(readAccepting(...entries)).join()).not.toContain('unused-acceptance')
  })

  it('shows what is accepted in the severity that case.yaml gives it', () => {
    const yaml = `ask: x\nseverities: {gap: advice}\naccept:\n${entry('check: gap')}`
    expect(readWith(yaml, TEXT).accepted[0]).toMatchObject({ severity: 'advice' })
  })
})

describe('findings that no check of the text makes', () => {
  const overflow: Finding = {
    check: 'slide-overflow',
    severity: 'error',
    message: 'Unexpected words',
    place: { file: '1.mdx', line: 3, column: 1 },
  }
  const accepted = 'accept:\n  - { check: slide-overflow, reason: Shown once, owner: Lead }\n'

  it('are as serious as case.yaml says', () => {
    const result = applySettings(
      [overflow],
      readWith('severities: { slide-overflow: advice }\n', '# A'),
    )
    expect(result.findings.map(({ severity }) => severity)).toEqual(['advice'])
  })

  it('can be accepted', () => {
    const result = applySettings([overflow], readWith(accepted, '# A'), 'build')
    expect(result.findings).toEqual([])
    expect(result.accepted).toEqual([{ ...overflow, reason: 'Shown once', owner: 'Lead' }])
  })

  it('leave an acceptance over only when all of them are known', () => {
    const left = (complete?: Finder) =>
      applySettings([], readWith(accepted, '# A'), complete).findings.map(({ check }) => check)
    expect(left()).toEqual([])
    expect(left('build')).toEqual(['unused-acceptance'])
  })
})
