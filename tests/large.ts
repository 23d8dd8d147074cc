/** Large invented documents in the manner of many teams: the same words every time. */
import type { Source } from '../src/core/model/source.ts'

/** A strategy of many sections: parts, chapters, and sections of prose with a list here and there. */
export function strategy(sections = 400): readonly Source[] {
  const parts = Array.from({ length: 8 }, (_, part) => {
    const chapters = Array.from({ length: 5 }, (_, chapter) => {
      const own = Array.from({ length: Math.round(sections / 40) }, (_, at) =>
        section(`${part + 1}.${chapter + 1}.${at + 1}`, at),
      )
      return `## ${TOPICS[chapter]} of region ${part + 1}\n\nWe look after ${TOPICS[chapter]?.toLowerCase()} where people live.\n\n${own.join('\n')}`
    })
    return `# Part ${part + 1}: ${REGIONS[part]}\n\n${chapters.join('\n')}`
  })
  const head =
    '# Strategy for rivers and shores\n\nStatus: Draft for consultation\n\nVersion 0.4, 12 March 2020\n\n## Objectives\n\n- Fewer homes are flooded\n- Rivers are clean enough to swim in\n\n## Key decisions\n\nDecision 1: We begin with the rivers that flood each winter.\n\nEvidence 1a: Of 40 floods, 31 were in four valleys.\n\nDecision 2: We ask farmers first (1).\n\n'
  return [{ file: '10-strategy.mdx', text: `${head}${parts.join('\n')}` }]
}

const REGIONS = ['North', 'East', 'South', 'West', 'Hills', 'Coast', 'Islands', 'Towns']
const TOPICS = ['Water', 'Soil', 'Woods', 'Paths', 'People']

function section(number: string, at: number): string {
  const list =
    at % 3 === 0
      ? `\n\nWe will:\n\n- plant trees beside stream ${number}\n- open the weir in autumn\n- tell everyone downstream`
      : ''
  return `### Stretch ${number}\n\nThis stretch floods about twice in ten years, and most of the water comes from the fields above it, which drain too fast in wet winters and too slowly in dry ones, as all who live there have told us. It is worth mending.${list}\n`
}

/** A repository of decision records: a file each, in Nygard's form. */
export function decisionRecords(count = 45): readonly Source[] {
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1
    const cited = number > 3 ? ` It follows from an earlier record (${(number % 3) + 1}).` : ''
    const text = `# Record ${number}\n\nDate: 2020-03-${String((index % 28) + 1).padStart(2, '0')}\n\n## Status of record ${number}\n\nAccepted\n\n## Context of record ${number}\n\nOur services keep their own lists of places, and they differ.\n\n## Decision of record ${number}\n\nDecision ${number}: We keep list ${number} in one place.${cited}\n\n## Consequences of record ${number}\n\n- Each service asks for the list\n- The list has an owner\n`
    return { file: `${String(number).padStart(4, '0')}-record.mdx`, text }
  })
}

/** Requirements in lists, as many as a procurement has. */
export function requirements(groups = 30, each = 25): readonly Source[] {
  const text = Array.from({ length: groups }, (_, group) => {
    const entries = Array.from(
      { length: each },
      (_, at) =>
        `- REQ-${group + 1}.${at + 1} The system shall keep what clerk ${at + 1} of office ${group + 1} enters, and shall show it to the next one without asking again`,
    )
    return `## Office ${group + 1}\n\nThe system shall do this:\n\n${entries.join('\n')}\n`
  })
  return [{ file: '10-requirements.mdx', text: `# What the system shall do\n\n${text.join('\n')}` }]
}

/** One table, as a spreadsheet gives it. */
export function wideTable(columns = 12, rows = 60): readonly Source[] {
  const names = ['Ref', 'Risk', 'Owner', 'Likelihood', 'Impact', 'Score', 'Mitigation', 'Status']
  const header = Array.from({ length: columns }, (_, at) => names[at] ?? `Extra ${at + 1}`)
  const cells = (row: number) =>
    header.map((name, at) => {
      if (name === 'Ref') return `X-${row}`
      if (name === 'Risk') return `The bridge at place ${row} may close in a wet winter`
      if (name === 'Mitigation') return `We look at it each month, and keep a boat at place ${row}`
      return at > 7 ? '' : `${name.toLowerCase()} ${(row % 5) + 1}`
    })
  const body = Array.from({ length: rows }, (_, row) => `| ${cells(row + 1).join(' | ')} |`)
  const table = [`| ${header.join(' | ')} |`, `|${' --- |'.repeat(columns)}`, ...body].join('\n')
  return [{ file: '10-register.mdx', text: `# What may go wrong\n\n## Register\n\n${table}\n` }]
}
