/** What the accessibility statement says that no program can know. */
import { z } from 'zod'
import { about } from '../model/about.ts'
import { date, text, wayToUs } from './values.ts'

const barriers = z.array(text).default([])

/** `accessibility:` of `case.yaml`. */
export const accessibility = z.strictObject({
  contact: about(
    wayToUs.optional(),
    'Whom to tell of a barrier; the contact of the case if left out, then the first way of `feedback`',
    'mailto:team@example.org',
  ),
  responseDays: about(z.int().positive().optional(), 'Working days until an answer', 5),
  enforcement: about(
    z.enum(['EHRC', 'ECNI']).default('EHRC'),
    'Who enforces the regulations: in Great Britain, or in Northern Ireland',
  ),
  testedBy: about(
    text.optional(),
    'The person who tested. Without name and day the site counts as not fully tested',
    'Ann Other',
  ),
  testedOn: about(date.optional(), 'When', '2020-03-10'),
  preparedOn: about(
    date.optional(),
    'When the statement was first made; the day of first publication if left out',
    '2020-03-31',
  ),
  reviewedOn: about(
    date.optional(),
    'When a person last read it through; the day of the test if left out',
    '2020-03-31',
  ),
  problems: about(barriers, 'What that person found that is not accessible, each with its reason', [
    'The map has no words: it is a scan',
  ]),
  burden: about(barriers, 'What would be a disproportionate burden to mend, each with its reason'),
  outOfScope: about(barriers, 'What the regulations leave out, each with its reason'),
})
