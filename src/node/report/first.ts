/** What to do first: the few steps that help the case most. */
import type { Finding, Severity } from '../../core/model/finding.ts'
import { many, severities } from './count.ts'
import { print } from './place.ts'
import { printable } from './width.ts'

const STEPS = 3

/**
 * What each check asks of a writer, in plain words; the most urgent first: what keeps the case from
 * being read or built, then what is said wrongly, then what is missing, then how it is said. A
 * check without a row comes after these, and asks in the words of its first finding.
 */
export const MENDS: Readonly<Record<string, string>> = {
  'unreadable-mdx': 'Mend what cannot be read: nothing is shown before that',
  'not-utf-8': 'Save the file as UTF-8',
  'off-schema': 'Mend the settings: a name or a value is not one that is known',
  'unreadable-feedback': 'Export the issues again: feedback.json is not a list of them',
  'unknown-component': 'Use the parts that exist, or plain words',
  'broken-diagram': 'Mend the diagram, so that it can be drawn',
  'broken-picture': 'Mend the address of the picture, or put the file there',
  'unsafe-link': 'Lead the link to a web page, or leave its words without a link',
  'slide-overflow': 'Shorten what a slide shows, or cut it in two with ---',
  'slide-small-text': 'Enlarge small words on slides, or leave them to the narrative',
  'slide-low-contrast': 'Give words on slides a colour that stands out',
  'one-page-overflow': 'Shorten what stands on the one-page handout, or leave some of it out',
  'leaked-words': 'Leave the words out where the output has them, or write them for everyone',
  'cites-internal': 'Cite what everyone can read, or put the sentence into <Internal> too',
  'undefined-citation': 'Cite what exists: mend the number in brackets, or write what it names',
  'duplicate-id': 'Give the second one a number of its own',
  'personal-data': 'Take out names, addresses and numbers of people',
  'seems-internal': 'Put what is to stay inside into <Internal>, or call it otherwise',
  'identifiable-quote': 'Leave out the participant or the organisation, so that nobody is known',
  'restricted-as-public': 'Say that the evidence is restricted, or link to what everyone can open',
  'no-ask': 'Say what sponsors should decide: "ask: …" in case.yaml',
  'route-empty': 'Give the route sections that have slides, or leave the route out',
  'route-too-long': 'Leave sections out of the route, or give it more minutes',
  'route-lost-evidence': 'Put the section with the evidence into the route',
  'route-dead-link': 'Put the section that the link leads to into the route, or drop the link',
  'route-without-ask': 'Say what sponsors should decide: "ask: …" in case.yaml',
  'missing-decision': 'Mend the number in brackets, or write the decision that it names',
  'orphan-evidence': 'Put the evidence under a decision that exists',
  'misplaced-evidence': 'Number the evidence like the decision that it stands under',
  'citation-cycle': 'Break the circle: something must rest on evidence',
  'decision-without-evidence': 'Say why you decided so: "Evidence 3a: …" below the decision',
  'risky-assumption': 'Find evidence for what much hangs on, or plan without it',
  gap: 'Write what is missing, or say who does by when',
  'objective-without-success-factor': 'Say how each objective is measured: cite it (O1)',
  'success-factor-without-objective': 'Say which objective it measures: cite it (O1)',
  'benefit-without-objective': 'Say which objective the benefit serves: cite it (O1)',
  'untested-option': 'Test each option: cite the success factors that it meets (CSF1)',
  'unsupported-figure': 'Say where the figure is from: cite its evidence (3a)',
  'uncited-evidence': 'Cite the evidence where it matters, or leave it out',
  'old-evidence': 'Look whether old evidence still holds',
  history: 'Let git know it all: "git fetch --unshallow"; or mend "since" in case.yaml',
  'stale-decision': 'Say that the decision still stands, or change its words',
  'vanished-address': 'Say where the old address leads now: "aliases" in case.yaml',
  'unknown-reference': 'Mend the name in case.yaml: nothing is called that',
  'route-cut-reference': 'Put the section of what is cited into the route',
  'unused-acceptance': 'Delete what is accepted in case.yaml and no longer there',
  'malformed-link': 'Mend the link: [words](address)',
  'lost-link': 'Lead the link to a section or item: [words](#key-decisions)',
  'dead-link': 'Mend the address, or leave it out: there is no page any more',
  mojibake: 'Mend the garbled characters',
  'unknown-layout': 'Name a layout that suits the slide, or none: the content chooses one',
  'unknown-diagram': 'Name what the diagram is to show: "objectives", "decisions", "sprint 2"',
  'unknown-strength': 'Say how strong the evidence is in words that are known',
  'quote-without-speaker': 'Say who said it, or what they do',
  'missing-alternative': 'Say what the picture shows: ![words](picture.png)',
  'unread-file': 'Rename the file as the finding says, or put a _ in front of its name',
  'single-source': 'Find a second source for what only one supports',
  'unserved-objective': 'Say which benefit serves the objective: cite it (O1)',
  'unlabelled-citation': 'Give what is cited a label that keeps its number: "Objective 1: …"',
  'statement-advice': 'Add a sentence that can stand on a slide: <Statement>',
  'see-above': 'Say which one is meant: cite it (3a), or link to it',
  'duplicate-title': 'Give each section a title of its own',
  'unknown-host': 'Say what the code host is: "host: gitlab" in case.yaml',
  'skipped-heading': 'Leave out no level of heading',
  'long-sentence': 'Cut long sentences in two',
  'withdrawn-in-git': 'Take withdrawn words out of the files and of every commit',
  'withdrawn-in-receipt': 'Take withdrawn words out of the receipt',
  'lost-receipt': 'Bring the commit of the receipt back, or delete the receipt',
  'unexplained-abbreviation': 'Write abbreviations out once: "Full Name (FN)"',
}

/**
 * At most three numbered lines, errors first, then warnings; advice only where there is nothing
 * else. One line a check, with the count and the place of the first.
 */
export function doFirst(findings: readonly Finding[], folder: string): readonly string[] {
  const grave = findings.filter(({ severity }) => severity !== 'advice')
  const groups = [...Map.groupBy(grave.length > 0 ? grave : findings, groupName).values()]
  return groups
    .toSorted(byUrgency)
    .slice(0, STEPS)
    .map((group, index) => `${index + 1}. ${stepText(group, folder)}`)
}

function groupName({ severity, check }: Finding): string {
  return `${severity} ${check}`
}

/** By severity, then by the table, then by number. */
function byUrgency(a: readonly Finding[], b: readonly Finding[]): number {
  return (
    rank(severities, a[0]?.severity) - rank(severities, b[0]?.severity) ||
    rank(Object.keys(MENDS), a[0]?.check) - rank(Object.keys(MENDS), b[0]?.check) ||
    b.length - a.length
  )
}

/** What is not in the list comes last. */
function rank(order: readonly string[], name: Severity | string | undefined): number {
  const at = order.indexOf(name ?? '')
  return at === -1 ? order.length : at
}

/** `Cite what exists: …. 3 errors in 2 files, first slides/30-decisions.mdx:14:3 (undefined-citation)` */
function stepText(group: readonly Finding[], folder: string): string {
  const [first] = group
  if (!first) return ''
  const mend = MENDS[first.check] ?? printable(first.message)
  const files = new Set(group.map(({ place }) => place.file)).size
  const spread = files > 1 ? ` in ${files} files` : ''
  const where = `${group.length > 1 ? `${spread}, first` : ':'} ${print(first.place, folder)}`
  return `${mend}. ${many(group.length, first.severity)}${where} (${first.check})`
}
