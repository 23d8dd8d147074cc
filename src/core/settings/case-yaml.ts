/** `case.yaml`: what describes the case once. Zod at the edge, typed inside. */

import { z } from 'zod'
import { SAFE_SCHEMES } from '../addresses/safe.ts'
import { hostNames } from '../feedback/hosts.ts'
import type { Finding } from '../model/finding.ts'
import { builtInKinds, isLike, type KindTable, kindOfId } from '../model/kinds.ts'
import { paperNames } from '../model/paper.ts'
import { severities } from '../model/severity.ts'
import { defaultTheme, themeNames } from '../model/themes.ts'
import { nearest } from '../text/nearest.ts'
import { routesSchema } from './routes.ts'
import { readYaml } from './yaml.ts'

const date = z.iso.date()
const severity = z.enum([...severities, 'off'])

/** An address for readers: nothing that a browser would run, nothing on the writer's own disk. */
const webAddress = z
  .url({ protocol: /^https?$/, error: 'an address of the web such as https://example.org/' })
  .refine((address) => !namesSomebody(address), {
    error: 'an address without a name and a password in front of its host, since pages show it',
  })
const wayToUs = z.url({
  protocol: new RegExp(`^(?:${SAFE_SCHEMES.join('|')})$`),
  error: 'an address such as https://example.org/issues or mailto:team@example.org',
})

const table = z.record(z.string(), z.string()).transform(tableOf)

// Matches what git takes for a name of a branch (git-check-ref-format): "main", "fix/words"; not
// "../main", "-b", "a b", nor a name with invisible characters.
const RE_BRANCH =
  /^(?![-./])(?!.*(?:\.\.|\/[./]|@\{|\.lock(?:\/|$)))[^\s\p{C}~^:?*[\\]*[^\s\p{C}~^:?*[\\./]$/u

const feedback = z.strictObject({
  /** What the reader does: `Raise an issue`. */
  label: z.string().min(1),
  /** Where. */
  url: wayToUs,
})

const barriers = z.array(z.string().min(1)).default([])

/** What the accessibility statement says that no program can know. */
const accessibility = z.strictObject({
  /** Whom to tell of a barrier; the case's own contact if absent, then the first way of `feedback`. */
  contact: wayToUs.optional(),
  /** Working days until an answer. */
  responseDays: z.int().positive().optional(),
  /** Who enforces the regulations: Great Britain and Northern Ireland have different ones. */
  enforcement: z.enum(['EHRC', 'ECNI']).default('EHRC'),
  /** The person who tested; without name and date the site counts as not fully tested. */
  testedBy: z.string().min(1).optional(),
  testedOn: date.optional(),
  /** When the statement was first made; the day of first publication if absent. */
  preparedOn: date.optional(),
  /** When a person last read it through; the day of the test if absent. */
  reviewedOn: date.optional(),
  /** What that person found that is not accessible, each with its reason. */
  problems: barriers,
  /** What would be a disproportionate burden to mend, each with its reason (regulation 7). */
  burden: barriers,
  /** What the regulations leave out, each with its reason (regulation 4). */
  outOfScope: barriers,
})

const acceptance = z.strictObject({
  /** The check whose findings are accepted. */
  check: z.string().min(1),
  /** Key of the item or section, or name of the file, in which they are; anywhere if absent. */
  where: z.string().min(1).optional(),
  /** Words that the finding says; whatever it says if absent. */
  says: z.string().min(1).optional(),
  reason: z.string().min(1),
  /** Who answers for it. */
  owner: z.string().min(1),
})

/** `case.yaml`. Everything is optional: a folder of plain Markdown is a case. */
export const settingsSchema = z.strictObject({
  /** Wins over the first `#`. */
  title: z.string().min(1).optional(),
  /** Who makes the case. */
  team: z.string().min(1).optional(),
  /** `Prototype`, `Discovery`, `Alpha`; wins over the bracket in the first `#`. */
  phase: z.string().min(1).optional(),
  /** What the case covers: `Discovery, February to March 2020`. */
  period: z.string().min(1).optional(),
  /** Said at the head of the narrative and on the title slide: `All figures are initial estimates`. */
  caveat: z.string().min(1).optional(),
  dates: z.strictObject({ published: date.optional(), updated: date.optional() }).optional(),
  /** What this state of the case is called: `0.3`, `Board paper`; git's commit if absent. */
  version: z.string().min(1).optional(),
  /** Address of the sources on a code host. */
  repository: webAddress.optional(),
  /** What that code host is, where its name does not tell: `gitlab`. */
  host: z.enum(hostNames).optional(),
  /** The branch on which readers suggest changes; the one that git has checked out if absent. */
  branch: z.string().regex(RE_BRANCH, 'a name of a branch such as main').optional(),
  /** E-mail address to which readers answer where the code host takes no answers. */
  contact: z.email().optional(),
  /** Whether search engines may list it: until then every page asks them not to. */
  published: z.boolean().default(false),
  /** Where the narrative is published: links from PDFs lead there. */
  address: webAddress.optional(),
  feedback: z.array(feedback).optional(),
  /** What the accessibility statement says that no program can know. */
  accessibility: accessibility.prefault({}),
  /** BCP 47. */
  language: z.string().refine(isLanguage, 'a language such as en-GB').default('en-GB'),
  /** How all outputs look. */
  theme: z.enum(themeNames, { error: ({ input }) => nearestTheme(input) }).default(defaultTheme),
  /** What handouts are printed on; the PDF of the deck has the shape of a screen. */
  paper: z.enum(paperNames).default('A4'),
  /** What comes step by step on a slide: all on one page of the deck's PDF, or a page each. */
  steps: z.enum(['flattened', 'one-page-each']).default('flattened'),
  /** What sponsors should decide. */
  ask: z.string().min(1).optional(),
  /** Old address → key of a section or item, or `deck`. */
  links: table.prefault({}),
  /** Check id → severity, or `off`. */
  severities: z.record(z.string(), severity).default({}),
  /** Findings that the team lives with, and why. */
  accept: z.array(acceptance).default([]),
  /** Hosts, besides the usual ones, that readers outside can't open. */
  restricted: z.array(z.string().min(1)).default([]),
  /** The limits above which checks report something. */
  limits: z
    .strictObject({
      /** Months after which evidence is old, counted to the case's last update. */
      evidenceMonths: z.number().positive().default(24),
      /** Words in a sentence. */
      sentenceWords: z.int().positive().default(35),
    })
    .prefault({}),
  /** How fast the speaker reads the notes: gives the time of slides whose file has no `timing`. */
  wordsPerMinute: z.number().positive().default(130),
  /** Old key → key of now. */
  aliases: table.prefault({}),
  /** A tag, commit or day: the deck has a slide of what changed since then. */
  since: z.string().min(1).optional(),
  affirmed: affirmedWith(builtInKinds),
  /** Ids of items whose words are no longer to be shown, since consent to them was withdrawn. */
  withdrawn: z.array(z.coerce.string()).default([]),
  /** Name → cut of the deck. */
  routes: routesSchema.default({}),
})

export interface Settings extends z.infer<typeof settingsSchema> {
  /** What the case can have. */
  readonly kinds: KindTable
}

/** Settings of a case without `case.yaml`. */
export const noSettings: Settings = { ...settingsSchema.parse({}), kinds: builtInKinds }

/** A table of what somebody wrote, without the `constructor` that every plain object has. */
export function tableOf(written: Readonly<Record<string, string>>): Record<string, string> {
  return Object.assign(Object.create(null) as Record<string, string>, written)
}

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
  const schema = settingsSchema.extend({ affirmed: affirmedWith(kinds) })
  const { value, findings } = readYaml(text, schema, { file, line: 1 })
  return { settings: { ...noSettings, ...value, kinds }, findings }
}

/** Id of a decision → day on which the team said that it stands, whatever changed under it. */
function affirmedWith(kinds: KindTable) {
  const isDecision = (id: string): boolean => {
    const kind = kindOfId(id, kinds)
    return kind !== undefined && isLike(kind, 'decision', kinds)
  }
  return z.record(z.string().refine(isDecision), date, { error: numberExpected }).default({})
}

/** What is expected of a key; Zod itself says only that the key is wrong. */
function numberExpected({ code }: { readonly code?: string }): string | undefined {
  return code === 'invalid_key' ? 'the number of a decision, such as 5' : undefined
}

/** `https://someone:secret@example.org/` */
function namesSomebody(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { username, password } = new URL(address)
  return username !== '' || password !== ''
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** `folio, one of thread, folio` */
function nearestTheme(input: unknown): string {
  const [near] = nearest(String(input), themeNames, 1)
  return `${near}, one of ${themeNames.join(', ')}`
}
