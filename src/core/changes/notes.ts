/** `changes.yaml`: what the team itself says of a week. */

import { z } from 'zod'
import type { Finding } from '../model/finding.ts'
import { readYaml } from '../settings/yaml.ts'

/** Something that the team says. */
export interface Note {
  /** ISO date: the day that was meant, or a day of the week. */
  readonly day: string
  /** Set where a whole week is meant. */
  readonly isWeek?: true
  readonly text: string
}

const date = z.iso.date()

const entry = z
  .strictObject({
    /** A day of the week that is meant. */
    week: date.optional(),
    /** The day that is meant. */
    date: date.optional(),
    note: z.string().min(1),
  })
  .refine(({ week, date: day }) => (week === undefined) !== (day === undefined), {
    error: 'either week or date, such as week: 2020-03-02',
  })

const notesSchema = z.array(entry)

/** Reads `changes.yaml`; faults are findings, and then there are no notes. */
export function readNotes(
  text: string,
  file: string,
): { readonly notes: readonly Note[]; readonly findings: readonly Finding[] } {
  const { value = [], findings } = readYaml(text, notesSchema, { file, line: 1, empty: [] })
  const notes = value.map(
    ({ week, date: day, note }): Note => ({
      // One of the two is there: the schema says so.
      day: week ?? day ?? '',
      ...(week === undefined ? {} : { isWeek: true as const }),
      text: note,
    }),
  )
  return { notes, findings }
}
