/** `case.yaml`: what describes the case once. Zod at the edge, typed inside. */

import { z } from 'zod'
import { hostNames } from '../feedback/hosts.ts'
import { scopedId } from '../graph/scopes.ts'
import { about } from '../model/about.ts'
import { bracketMeanings } from '../model/audience.ts'
import type { Finding } from '../model/finding.ts'
import { kindOfId } from '../model/ids.ts'
import { builtInKinds, isLike, type KindTable } from '../model/kinds.ts'
import { paperNames } from '../model/paper.ts'
import { severities } from '../model/severity.ts'
import { defaultTheme, type ThemeName, themeNames } from '../model/themes.ts'
import { secrecyInBracket } from '../syntax/conventions/secrecy.ts'
import { nearest } from '../text/nearest.ts'
import { accessibility } from './accessibility.ts'
import { economics } from './economics.ts'
import { kindsWith, ownKinds } from './own-kinds.ts'
import { routesSchema } from './routes.ts'
import { branch, broker, date, language, table, text, wayToUs, webAddress } from './values.ts'
import { readYaml } from './yaml.ts'

// Matches "theme.yaml", "brand/theme.yml".
const RE_THEME_FILE = /\.ya?ml$/

const severity = z.enum([...severities, 'off'])

const feedback = z.strictObject({
  label: about(text, 'What the reader does', 'Raise an issue'),
  url: about(wayToUs, 'Where', 'mailto:team@example.org'),
})

const acceptance = z.strictObject({
  check: about(text, 'The check whose findings are accepted', 'long-sentence'),
  where: about(
    text.optional(),
    'The key of the item or section, or the name of the file, in which they are; anywhere if left out',
    'decision-3',
  ),
  says: about(text.optional(), 'Words that the finding says; whatever it says if left out'),
  reason: about(text, 'Why you live with it', 'Quoted from the act'),
  owner: about(text, 'Who answers for it', 'Ann Other'),
})

/** `case.yaml`. Everything is optional: a folder of plain Markdown is a case. */
export const settingsSchema = z.strictObject({
  title: about(
    text.optional(),
    'The title, in place of the first `#`',
    'Case for one place to book',
  ),
  team: about(text.optional(), 'Who makes the case', 'Bookings team'),
  phase: about(text.optional(), 'The tag, in place of the bracket in the first `#`', 'Prototype'),
  period: about(text.optional(), 'What it covers', 'Discovery, February to March 2020'),
  caveat: about(
    text.optional(),
    'Said at the top and on the first slide',
    'All figures are initial estimates',
  ),
  dates: about(
    z
      .strictObject({
        published: about(date.optional(), 'When it was first published', '2020-03-31'),
        updated: about(date.optional(), 'When it was last changed', '2020-04-14'),
      })
      .optional(),
    'Days that the pages show. Of one that you leave out, git is asked',
  ),
  order: about(
    z.array(text).default([]),
    'The files and folders in their order, where their names do not say it. What is not named comes after these',
    ['vision', 'payments', 'refunds/plan.mdx'],
  ),
  version: about(
    text.optional(),
    "What this state of the case is called; git's commit if left out",
    'Board paper',
  ),
  repository: about(
    webAddress.optional(),
    'Where the sources are: a link at the end of the narrative',
    'https://github.com/example/case',
  ),
  host: about(
    z.enum(hostNames).optional(),
    'What that code host is, where its name does not tell; Forgejo is `gitea`',
  ),
  branch: about(
    branch.optional(),
    'The branch on which readers suggest changes; the one that git has checked out if left out',
    'main',
  ),
  contact: about(
    z.email().optional(),
    'Where readers answer if the code host takes no answers',
    'team@example.org',
  ),
  published: about(
    z.boolean().default(false),
    'Whether search engines may list the pages. Until then every page asks them not to',
    true,
  ),
  address: about(
    webAddress.optional(),
    'Where you publish the case. Links in the PDFs and offline files lead there, and it is a QR code on the last slide and the cover',
    'https://example.org/case/',
  ),
  room: about(
    broker.optional(),
    'A broker (MQTT 3.1.1 on WebSocket) over which people follow the deck that you publish, wherever they are',
    'wss://broker.example.org/mqtt',
  ),
  feedback: about(z.array(feedback).optional(), 'Ways to answer'),
  accessibility: about(
    accessibility.prefault({}),
    'What the accessibility statement cannot know by itself',
  ),
  language: about(language.default('en-GB'), 'The language of the words', 'cy'),
  theme: about(
    z
      .union([z.enum(themeNames), z.string().regex(RE_THEME_FILE).transform(brandIn)], {
        error: ({ input }) => nearestTheme(input),
      })
      .prefault(defaultTheme),
    'How all of it looks: `folio` has a serif face on white paper; a file such as `theme.yaml` beside `case.yaml` is a brand of your own',
    'theme.yaml',
  ),
  paper: about(
    z.enum(paperNames).default('A4'),
    'What handouts are printed on. The PDF of the deck has the shape of a screen',
  ),
  deck: about(
    z
      .strictObject({
        slides: about(
          z.int().min(12).default(80),
          'How many slides a talk has, those that run right. A deck that is longer by more than a fifth shows the strongest of each chapter and counts the rest',
        ),
      })
      .prefault({}),
    'How long the whole deck may be, and the files made of it. Routes choose for themselves',
  ),
  steps: about(
    z.enum(['flattened', 'one-page-each']).default('flattened'),
    'What comes step by step on a slide: all on one page of the PDF of the deck, or a page each',
  ),
  ask: about(
    text.optional(),
    'What sponsors should decide. It stands at the head of the narrative and on the last slide. Without it, the ask is a gap',
    'Fund a six-week trial in two clinics',
  ),
  links: about(
    table.prefault({}),
    'An old web address, and the key of the section or item that it means now, or `deck`',
    { 'https://example.org/old': 'key-decisions' },
  ),
  severities: about(
    z.record(z.string(), severity).default({}),
    'The name of a check, and how much it matters',
    { 'no-ask': 'off' },
  ),
  accept: about(z.array(acceptance).default([]), 'Findings that you live with'),
  restricted: about(
    z.array(text).default([]),
    'More hosts that readers cannot open. Everyone gets their name alone',
    ['wiki.example.org'],
  ),
  limits: about(
    z
      .strictObject({
        evidenceMonths: about(
          z.number().positive().default(24),
          'Evidence is old after so many months, counted to the last update of the case',
        ),
        sentenceWords: about(
          z.int().positive().default(35),
          'A sentence is long after so many words',
        ),
      })
      .prefault({}),
    'The limits above which checks report something',
  ),
  wordsPerMinute: about(
    z.number().positive().default(130),
    'How fast you speak. The speaker view counts with it where a file has no `timing`',
  ),
  aliases: about(
    table.prefault({}),
    'An old key and the one of now: links from before still arrive',
    { 'old-name': 'new-name' },
  ),
  since: about(
    text.optional(),
    'A receipt, a tag, a commit or a day: the deck then has a slide of what changed since',
    '2020-03-02',
  ),
  affirmed: about(
    affirmedWith(builtInKinds),
    'Decisions that stand though their evidence changed, each with the day on which you said so',
    { 5: '2026-03-14' },
  ),
  brackets: about(
    z
      .record(z.string(), z.enum(bracketMeanings))
      .refine(isNoSecret, { error: 'other words than those that say "internal" themselves' })
      .default({}),
    'Words in brackets that are not clear, and what they mean: `note` for a part of the text, `internal` for what is to stay inside. A note is one in sentences too, but for `(private)` and its like in a label',
    { 'phase gate': 'note', 'board eyes': 'internal' },
  ),
  withdrawn: about(z.array(text).default([]), 'Items whose words are no longer to be shown', [
    '12c',
  ]),
  kinds: about(
    ownKinds.default({}),
    'Kinds of item of your own, by a name in small letters: `like` says whose look and ways one has, `question` if left out',
    { 'policy-test': { label: 'Policy test', id: 'PT' } },
  ),
  economics: about(
    economics.prefault({}),
    'What the sums of the case start from. It counts once the case has estimates',
  ),
  routes: about(
    routesSchema.default({}),
    'Cuts of the deck, each for an audience and a time. The name is its address: `deck/sponsor-5/`',
  ),
})

/** What `case.yaml` says, with what it leaves out filled in. */
export interface Settings extends Omit<z.infer<typeof settingsSchema>, 'kinds'> {
  /** What the case can have. */
  readonly kinds: KindTable
}

/** Settings of a case without `case.yaml`. */
export const noSettings: Settings = { ...settingsSchema.parse({}), kinds: builtInKinds }

/**
 * Reads `case.yaml`; faults are findings, and then the settings are the default ones.
 *
 * @param kinds what the case can have, where it brings some itself
 */
export function readSettings(
  text: string,
  file: string,
  kinds: KindTable = builtInKinds,
): { readonly settings: Settings; readonly findings: readonly Finding[] } {
  const brought = readYaml(text, z.looseObject({ kinds: ownKinds.default({}) }), { file, line: 1 })
  const all = kindsWith(brought.value?.kinds ?? {}, kinds)
  const schema = settingsSchema.extend({ affirmed: affirmedWith(all) })
  const { value, findings } = readYaml(text, schema, { file, line: 1 })
  return { settings: { ...noSettings, ...value, kinds: all }, findings }
}

/** Whether no word of secrecy is called a part of the text: it would be published by mistake. */
function isNoSecret(brackets: Readonly<Record<string, string>>): boolean {
  return Object.entries(brackets).every(
    ([words, meaning]) => meaning === 'internal' || secrecyInBracket(words)?.how !== 'exact',
  )
}

/** Id of a decision → day on which the team said that it stands, whatever changed under it. */
function affirmedWith(kinds: KindTable) {
  const isDecision = (id: string): boolean => {
    const kind = kindOfId(scopedId(id).id, kinds)
    return kind !== undefined && isLike(kind, 'decision', kinds)
  }
  return z.record(z.string().refine(isDecision), date, { error: numberExpected }).default({})
}

/** What is expected of a key; Zod itself says only that the key is wrong. */
function numberExpected({ code }: { readonly code?: string }): string | undefined {
  return code === 'invalid_key' ? 'the number of a decision, such as 5' : undefined
}

function brandIn(file: string): ThemeName {
  return `brand:${file}`
}

/** `folio, one of thread, folio` */
function nearestTheme(input: unknown): string {
  const [near] = nearest(String(input), themeNames, 1)
  return `${near}, one of ${themeNames.join(', ')}, or a file such as theme.yaml`
}
