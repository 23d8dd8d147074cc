/** A case that brings kinds of its own, for tests of every output. */
import { type OwnRow, withOwnKinds } from '../../src/core/model/kinds.ts'

/** As a case brings them: what it aims at, what was ruled, and what was found. */
export const OWN: Readonly<Record<string, OwnRow>> = {
  goal: { label: 'Goal', id: 'G', like: 'objective' },
  ruling: { label: 'Ruling', id: 'RU', like: 'decision' },
  finding: { label: 'Finding', id: 'F', like: 'evidence' },
}

export const ownKinds = withOwnKinds(OWN)

/** Two goals by order, of which one is measured, and a ruling with what was found. */
export const OWN_TEXT = `# A case of its own

## Goals

- People cross fast
- Nobody pays twice

## Success factors

- Half of the time (G1)

## Sprint 1

Ruling 1: We build a bridge (G1)

Finding 1 (interview, March 2020, quality green): They wait for hours (RU1)
`
