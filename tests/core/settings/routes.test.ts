/** What `case.yaml` may say of routes, and what a fault says. */
import { describe, expect, it } from 'vitest'
import { readSettings } from '../../../src/core/settings/case-yaml.ts'

const faults = (route: string) =>
  readSettings(`routes:\n${route}\n`, 'case.yaml').findings.map(
    ({ place, message }) => `${place.line}:${place.column} ${message}`,
  )

describe('routes of case.yaml', () => {
  it('are read with title, audience and minutes, by sections or by priority', () => {
    expect(faults('  sponsor-5: {title: T, audience: A, minutes: 5, sections: [a]}')).toEqual([])
    expect(faults('  board: {minutes: 2.5, priority: 2}')).toEqual([])
  })

  it.each([
    [
      '  Board 20: {minutes: 5, priority: 1}',
      '2:3 Unexpected value of "routes.Board 20", expected a name of lower-case letters, digits and hyphens: board-20',
    ],
    [
      '  ../x: {minutes: 5, priority: 1}',
      '2:3 Unexpected value of "routes.../x", expected a name of lower-case letters, digits and hyphens: x',
    ],
    [
      '  speaker: {minutes: 5, priority: 1}',
      '2:3 Unexpected value of "routes.speaker", expected another name, since deck/speaker/ is the speaker view',
    ],
    [
      '  handouts: {minutes: 5, priority: 1}',
      '2:3 Unexpected value of "routes.handouts", expected another name, since deck/handouts/ is what is printed',
    ],
    [
      '  board: {minuts: 5, minutes: 5, priority: 1}',
      '2:11 Unexpected field "routes.board.minuts", expected minutes',
    ],
    [
      '  board: {minutes: 5}',
      '2:3 Unexpected value of "routes.board", expected either sections or priority',
    ],
    [
      '  board: {minutes: 5, priority: 1, sections: [a]}',
      '2:3 Unexpected value of "routes.board", expected either sections or priority',
    ],
    ['  board: {minutes: 0, priority: 1}', '2:11 Unexpected value of "routes.board.minutes"'],
    ['  board: {priority: 1}', '2:3 Unexpected value of "routes.board.minutes", expected number'],
  ])('%s', (text, fault) => {
    expect(faults(text)).toHaveLength(1)
    expect(faults(text)[0]).toContain(fault)
  })
})
