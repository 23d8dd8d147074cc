/** Where a reader answers to a section or an item: a change to its words, or a challenge. */
import type { Checkable } from '../model/assembled.ts'
import type { Place } from '../model/case.ts'
import { encodePath } from '../text/percent.ts'
import { shorten } from '../text/phrases.ts'
import { type HostedRepository, type IssueDraft, repositoryAt } from './hosts.ts'
import { plainWords } from './plain.ts'

/** What is answered to. */
export interface AnswerSubject {
  readonly key: string
  /** `Decision 5`, or the title of a section. */
  readonly name: string
  /** What it says; absent where the name is all that it says. */
  readonly text?: string
  readonly place: Place
}

/** Addresses; absent where there is no such way. */
export interface Ways {
  readonly suggest?: string
  readonly challenge?: string
}

/** Characters of an address: a longer one may be cut or refused. */
export const LONGEST = 2000

/** Characters of a name in an address: the next number is tried where the address is too long. */
const NAMES = [80, 40, 20, 10] as const
const [NAME] = NAMES

type AnswerContext = Pick<Checkable, 'settings' | 'outside' | 'audience'>

/**
 * Gives the ways to answer: those of the code host, else by e-mail to `contact`. `{}` where the
 * case gives neither. A file is edited only where git knows its path in the repository.
 */
export function waysToAnswer({
  settings,
  outside,
  audience,
}: AnswerContext): (answered: AnswerSubject) => Ways {
  const { contact, branch } = settings
  const repository = repositoryAt(settings.repository, settings.host)
  const { checkout } = outside
  const version = outside.version ?? settings.version
  const mailTo = contact === undefined ? undefined : (draft: IssueDraft) => mail(contact, draft)
  return (answered) => {
    // An issue would quote words that stay inside to everybody who can read the issue.
    const issue = audience === 'internal' ? mailTo : (issueOf(repository) ?? mailTo)
    const suggest =
      repository && checkout
        ? editOf(repository, branch ?? checkout.branch ?? 'main', checkout.prefix, answered.place)
        : mailTo && fitted(mailTo, 'Change', answered, version)
    return {
      ...(suggest === undefined ? {} : { suggest }),
      ...(issue ? { challenge: fitted(issue, 'Challenge', answered, version) } : {}),
    }
  }
}

function issueOf(
  repository: HostedRepository | undefined,
): ((draft: IssueDraft) => string) | undefined {
  const open = repository?.host.issue
  return repository && open && ((draft) => open(repository.at, draft))
}

function editOf(
  { host, at }: HostedRepository,
  branch: string,
  prefix: string,
  { file, line = 1 }: Place,
): string {
  return host.edit({ at, branch: encodePath(branch), path: encodePath(prefix + file), line })
}

/** RFC 6068: lines end in CR LF, and a space is no plus. */
function mail(contact: string, { title, body }: IssueDraft): string {
  const to = encodeURIComponent(contact).replace('%40', '@')
  const words = encodeURIComponent(body.replaceAll('\n', '\r\n'))
  return `mailto:${to}?subject=${encodeURIComponent(title)}&body=${words}`
}

/** What each sort of answer asks of its writer. */
const ASKS = {
  Change: 'What should it say?',
  Challenge: 'What is wrong or in doubt, and why?',
} as const

/** Every line that `wordsOf` (issues.ts) must not take for the reader's own. */
export const RE_OURS = /^(?:About .*\(\S+\), .*|>.*|What is wrong or in doubt, and why\?)$/

/** The draft with as many quoted words as its address holds; without the place if need be. */
function fitted(
  address: (draft: IssueDraft) => string,
  sort: keyof typeof ASKS,
  { key, name, text = '', place }: AnswerSubject,
  version: string | undefined,
): string {
  const names = NAMES.map((length) => shorten(plainWords(name), length))
  const words = plainWords(text)
  const line = place.line === undefined ? '' : `, line ${place.line}`
  const where = `${plainWords(place.file)}${line}`
  const state = version === undefined ? '' : `version ${shorten(plainWords(version), NAME)}, `
  const draft = (called: string, quoted: string, at = where): IssueDraft => ({
    title: `${sort}: ${called}`,
    body: [
      `About ${called} (${key}), ${state}${at}`,
      ...(quoted ? [`> ${quoted}`] : []),
      ASKS[sort],
      '',
    ].join('\n\n'),
  })
  const [called = ''] = [
    ...names.filter((some) => address(draft(some, '')).length <= LONGEST),
    ...names.slice(-1),
  ]
  let length = words.length
  let written = address(draft(called, words))
  while (written.length > LONGEST && length > 0) {
    // A letter takes up to nine characters of an address.
    length = Math.max(0, length - Math.ceil((written.length - LONGEST) / 9))
    written = address(draft(called, length === 0 ? '' : shorten(words, length)))
  }
  return written.length > LONGEST ? address(draft(called, '', '')) : written
}
