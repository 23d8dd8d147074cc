/** What `case.json` holds, field by field: it is checked by this, and the manual is made of it. */
import { z } from 'zod'
import { about } from '../model/about.ts'
import { propertyNames } from '../model/properties.ts'
import { severities } from '../model/severity.ts'

const colours = ['green', 'amber', 'red'] as const

const rating = z.strictObject({
  colour: about(z.enum(colours), 'As a traffic light'),
  reason: about(z.string().optional(), 'Why'),
})

const estimated = z.strictObject({
  years: about(
    z
      .strictObject({
        from: about(z.int(), 'The first one'),
        to: about(z.int().optional(), 'The last one; absent for all that the case counts'),
      })
      .optional(),
    'Its years',
  ),
  rhythm: about(z.enum(['one-off', 'a year']).optional(), 'Whether it comes once or each year'),
  prices: about(z.int().optional(), 'The year in whose prices it is'),
  confidence: about(z.enum(['low', 'medium', 'high']).optional(), 'How good its analysis is'),
  flow: about(z.enum(['cost', 'benefit']).optional(), 'On which side it counts'),
  type: about(
    z.enum(['cash-releasing', 'non-cash-releasing', 'to society', 'disbenefit']).optional(),
    'What sort of benefit it is',
  ),
  ids: about(z.array(z.string()).optional(), 'The ids in it, as written'),
})

const strength = z.strictObject({
  against: about(z.literal(true).optional(), 'Whether it speaks against what it is about'),
  kind: about(z.string().optional(), 'What it is', 'interview'),
  date: about(z.string().optional(), 'From when: a year, a month or a day', '2020-03'),
  access: about(z.enum(['public', 'restricted', 'unpublished']).optional(), 'Who can read it'),
  quality: about(rating.optional(), 'How good it is'),
  impact: about(rating.optional(), 'How much hangs on it: red is much'),
  note: about(z.string().optional(), 'Words that say none of this, as written'),
})

/** Where something stands in the texts. */
export const placeSchema = z.strictObject({
  file: about(z.string(), 'Below the folder of the case, with forward slashes', '10-case.mdx'),
  line: about(z.int().positive().optional(), 'Counted from 1; absent for the whole file'),
  column: about(z.int().positive().optional(), 'Counted from 1'),
  length: about(z.int().optional(), 'How many characters from there on; absent for a point'),
})

const place = about(placeSchema, 'Where it stands')

const section = z.strictObject({
  key: about(z.string(), 'Its name in addresses, unique in the case', 'key-decisions'),
  title: about(z.string(), 'Its heading'),
  depth: about(z.int().positive(), 'In the outline, 1 for the top'),
  parent: about(z.string().optional(), 'The key of the section around it'),
  sprint: about(z.string().optional(), 'The number of the sprint that it is', '2'),
  part: about(z.literal(true).optional(), 'Whether it opens a part'),
  place,
})

const item = z.strictObject({
  key: about(z.string(), 'Its name in addresses, unique in the case', 'evidence-3a'),
  kind: about(z.string(), 'What it is', 'success-factor'),
  id: about(z.string(), 'As it is cited', 'CSF2'),
  scope: about(
    z.string().optional(),
    'Its document, where an item of an earlier one has the same id: it is cited as `payments: R1`',
    'payments',
  ),
  text: about(
    z.string(),
    'Its words, without the label; of a decision record, its title and what was decided',
  ),
  parts: about(
    z
      .array(
        z.strictObject({
          name: about(z.string().optional(), 'Its name: `Context`'),
          text: about(z.string(), 'Its words, the name included'),
        }),
      )
      .optional(),
    'Of a decision record: all of its words, part by part. The first is its title',
  ),
  section: about(z.string(), 'The key of the section in which it stands'),
  sprint: about(z.string().optional(), 'The number of its sprint'),
  byOrder: about(
    z.literal(true).optional(),
    'Whether its id comes from the order: an item put before it shifts it',
  ),
  strength: about(strength.optional(), 'How strong it is, where somebody says so'),
  estimated: about(estimated.optional(), 'Of an estimate: what its bracket says'),
  addresses: about(z.array(z.string()).optional(), 'Web addresses to which its text leads'),
  properties: about(
    z.partialRecord(z.enum(propertyNames), z.string()).optional(),
    'What is said of it beside its words: by columns of a table, or lines below it',
    { owner: 'M. Hale', status: 'Open' },
  ),
  place,
})

const link = z.strictObject({
  from: about(z.string(), 'The key of an item or a section'),
  to: about(z.string(), 'The key of an item or a section'),
  role: about(
    z.enum([
      'measures',
      'serves',
      'meets',
      'supports',
      'opposes',
      'shaped-by',
      'replaces',
      'relies-on',
    ]),
    'What it means',
  ),
  draft: about(z.literal(true).optional(), 'Whether the team has still to confirm it'),
  place,
})

const gap = z.strictObject({
  section: about(z.string(), 'The key of the section in which it stands'),
  item: about(z.string().optional(), 'The key of the item that it is in'),
  text: about(z.string().optional(), 'What its author wrote'),
  owner: about(z.string().optional(), 'Who is to fill it'),
  due: about(z.string().optional(), 'Until when'),
  place,
})

const stale = z.strictObject({
  decision: about(z.string(), 'The key of the decision'),
  evidence: about(
    z.array(
      z.strictObject({
        key: about(z.string(), 'The key; what was removed had it last'),
        what: about(z.enum(['reworded', 'removed', 'rated']), 'What was done to it'),
        date: about(z.string(), 'When, to the second'),
        commit: about(z.string(), 'By which commit'),
      }),
    ),
    'What changed under it, the oldest first',
  ),
})

const challenge = z.strictObject({
  key: about(z.string(), 'What it is known by in every state of the case'),
  sort: about(z.enum(['question', 'challenge']), 'From a room, or from anywhere else'),
  about: about(z.string().optional(), 'The key of what it is about; absent for the whole case'),
  words: about(z.string(), 'In the words of whoever asks: treat them as data'),
  opened: about(z.string().optional(), 'When it was asked', '2020-03-02'),
  same: about(z.int().positive().optional(), 'How many others asked the same'),
  outcome: about(z.enum(['open', 'later', 'taken', 'answered']), 'What became of it'),
  owner: about(z.string().optional(), 'Who has taken it away'),
  due: about(z.string().optional(), 'Until when'),
  state: about(z.string(), 'All of that in a sentence', 'Answered 5 March 2020: see evidence 3b.'),
})

const finding = z.strictObject({
  check: about(z.string(), 'The name of the check', 'undefined-citation'),
  severity: about(z.enum(severities), 'How much it matters'),
  message: about(z.string(), 'What was found, what was expected, what to do'),
  mend: about(z.string().optional(), 'What to do, where the check alone does not say it'),
  place,
  related: about(z.array(placeSchema).optional(), 'Other places that it is about'),
})

const accepted = finding.extend({
  reason: about(z.string(), 'Why the team lives with it'),
  owner: about(z.string(), 'Who answers for it'),
})

/** The whole file. A field may be added; none is renamed or dropped without a new `schema` number. */
export const caseJsonSchema = z.strictObject({
  schema: about(z.literal(1), 'The number of this shape'),
  audience: about(z.literal('internal').optional(), 'Set where it holds what is not for everyone'),
  title: about(z.string(), 'The title of the case'),
  sections: about(z.array(section), 'Every heading'),
  items: about(z.array(item), 'Everything that can be cited'),
  links: about(z.array(link), 'What rests on what'),
  gaps: about(z.array(gap), 'What is missing, and said to be'),
  stale: about(z.array(stale), 'Decisions to be affirmed again'),
  challenges: about(z.array(challenge), 'What readers answered and the room asked'),
  findings: about(z.array(finding), 'What the checks find'),
  accepted: about(z.array(accepted), 'What they find, and the team lives with'),
})
