/** `economics` in `case.yaml`: what the sums of a case start from. */
import { z } from 'zod'
import { type RatesName, ratesNames } from '../appraisal/rates.ts'
import { about } from '../model/about.ts'
import { text } from './values.ts'

// Matches "20%", "20 per cent".
const RE_PERCENT = /^\s*(\d+(?:\.\d+)?)\s*(?:%|per ?cent)\s*$/i

/** `20%` or `0.2`, as a share. */
const uplift = z
  .union([z.string().regex(RE_PERCENT), z.number().min(0).max(10)], {
    error: 'a share such as 20%',
  })
  .transform((said) => (typeof said === 'number' ? said : Number(RE_PERCENT.exec(said)?.[1]) / 100))

const optimism = z.strictObject({
  works: about(uplift.optional(), 'Added to what the option costs once', '20%'),
  running: about(uplift.optional(), 'Added to what it costs a year', '10%'),
  class: about(text.optional(), 'Projects of which sort went over by so much', 'software'),
  reason: about(text.optional(), 'Why by so much here', 'Two of five teams like ours went over'),
})

/** The schema of `economics`. What a case leaves out is filled in. */
export const economics = z.strictObject({
  base: about(
    z.int().min(1900).max(2200).optional(),
    'Year 0, which is not discounted, and the year in whose prices sums are; the first year of an estimate if left out',
    2026,
  ),
  range: about(
    z.number().min(50).max(99).default(80),
    'How likely a range is: with 80, the true value lies in it 8 times in 10',
    80,
  ),
  rates: about(
    z.enum(ratesNames).default('green-book-2026' satisfies RatesName),
    'The table of rates by which later years are discounted',
    'green-book-2026',
  ),
  horizon: about(
    z.int().min(1).max(300).default(10),
    'How many years after year 0 are counted',
    10,
  ),
  partial: about(
    z.array(text).default([]),
    'Ids of options whose sums everyone is told though some of their estimates stay inside. The pages say that parts are left out',
    ['OPT2'],
  ),
  optimism: about(
    z.record(z.string(), optimism).default({}),
    'By the id of an option: by how much such plans usually go over, and why so much is added here',
    { OPT2: { works: '20%', class: 'software', reason: 'Two of five teams like ours went over' } },
  ),
})

/** The same as read. */
export type Economics = z.infer<typeof economics>
