/**
 * What the parts of a label's bracket may say: `(interview, March 2020)`, `(phase 2)`. One row is one
 * topic. What no row knows may be meant to keep the item inside: it stops a build for everyone.
 */
import type { Strength } from '../../model/case.ts'
import { has, isLike, type Kind, type KindTable } from '../../model/kinds.ts'
import { isOfEstimate } from './estimate.ts'
import { patternsOf } from './label-patterns.ts'

interface Topic {
  /** In items of which kind it says that; absent for all. */
  readonly on?: 'evidence' | 'rated' | 'valued'
  /** In small letters, one space between words. */
  readonly words?: readonly string[]
  /** Of a part without spaces around it. */
  readonly shape?: Pick<RegExp, 'test'>
}

/** Words that say of what kind evidence is. */
export const KIND_WORDS: Readonly<Record<string, Strength>> = {
  interview: { kind: 'interview' },
  interviews: { kind: 'interview' },
  'user interview': { kind: 'interview' },
  'user interviews': { kind: 'interview' },
  'user research': { kind: 'interview' },
  analytics: { kind: 'analytics' },
  data: { kind: 'analytics' },
  'desk research': { kind: 'desk research' },
  'previous discovery': { kind: 'previous discovery' },
  'earlier discovery': { kind: 'previous discovery' },
  'team judgement': { kind: 'team judgement' },
  'team judgment': { kind: 'team judgement' },
}

/** Words that say that it speaks against a claim. */
export const AGAINST_WORDS: Readonly<Record<string, Strength>> = {
  against: { against: true },
  'speaks against': { against: true },
}

/** Words that say who can open the evidence. */
export const ACCESS_WORDS: Readonly<Record<string, Strength>> = {
  public: { access: 'public' },
  'not public': { access: 'restricted' },
  restricted: { access: 'restricted' },
  unpublished: { access: 'unpublished' },
}

// Matches "quality amber: two sites only", "quality amber (two sites)", "red impact because it sinks the rest".
export const RE_RATING =
  /^(?:(quality|impact)[\s:=]+(green|amber|red|high|medium|low)|(green|amber|red|high|medium|low)[\s-]+(quality|impact))(?:\s*[:–—-]\s*|\s+because\s+|\s*(?=\()|$)(.*)$/is

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?'
const PART = `(?:early|mid|late|summer|spring|autumn|winter|q[1-4]|h[12]|fy|week|day|${MONTH}|\\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\\d\\d)`
const MOMENT = `${PART}(?:[\\s/.-]+${PART}){0,4}`
const COUNT =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|both|[\\d.,]+)'

/** What has a number or a letter; the name of a kind is read as "item". Not "redact 1", "team a". */
const NUMBERED =
  '(?:phase|stage|step|sprint|wave|round|cycle|iteration|increment|tier|level|tranche|lot|release|version|edition|revision|volume|part|section|chapter|page|paragraph|slide|table|figure|chart|map|box|annex|appendix|schedule|exhibit|attachment|document|note|footnote|line|row|column|rule|article|clause|item|id|type|class|category|grade|band|priority|rank|scenario|case|variant|model|route|design|prototype|site|zone|area|region|ward|district|building|room|hall|clinic|office|school|service|system|user|participant|person|interview|survey|workshop|session|visit|test|study|pilot|trial|year|month|week|day|quarter|term|discovery|alpha|beta)s?'

const bracketTopics = {
  kind: { on: 'rated', words: Object.keys(KIND_WORDS) },
  against: { on: 'evidence', words: Object.keys(AGAINST_WORDS) },
  // "answers F12", "answers: F3 and F4".
  answers: { shape: /^answers:? F\d{1,6}(?: ?(?:and|&) ?F\d{1,6})*$/i },
  access: { on: 'evidence', words: Object.keys(ACCESS_WORDS) },
  rating: { on: 'rated', shape: RE_RATING },
  estimate: { on: 'valued', shape: { test: isOfEstimate } },
  shown: { words: ['public', 'published', 'open'] },
  method: {
    on: 'rated',
    words: [
      ...['survey', 'surveys', 'workshop', 'workshops', 'observation', 'observations', 'shadowing'],
      ...['usability test', 'usability tests', 'usability testing', 'focus group', 'focus groups'],
      ...['literature review', 'report', 'annual report', 'published report', 'statistics'],
      ...['official statistics', 'freedom of information', 'foi', 'diary study', 'card sorting'],
      ...['case study', 'case studies', 'site visit', 'site visits', 'feedback', 'complaints'],
      ...['audit', 'benchmark', 'pilot', 'trial', 'research', 'primary research', 'legislation'],
      ...['secondary research', 'quantitative research', 'qualitative research', 'expert opinion'],
      ...['web analytics', 'call logs', 'telephone interview', 'telephone interviews'],
    ],
  },
  // "March 2020", "early spring 2020", "2019/20", "Q1 2020", "since March", "February to March 2020".
  date: {
    shape: new RegExp(
      `^(?:(?:since|by|from|in|until|before|after|as of|updated)\\s+)?${MOMENT}(?:\\s*(?:to|and|[–—-])\\s*${MOMENT})?$`,
      'i',
    ),
  },
  status: {
    words: [
      ...['draft', 'proposed', 'provisional', 'agreed', 'approved', 'accepted', 'rejected'],
      ...['final', 'deferred', 'superseded', 'withdrawn', 'revised', 'updated', 'new', 'open'],
      ...['closed', 'done', 'in progress', 'to do', 'ongoing', 'planned', 'tested', 'untested'],
      ...['estimated', 'confirmed', 'to be confirmed', 'tbc', 'to be decided', 'tbd', 'affirmed'],
      ...['live', 'mitigated', 'accepted risk', 'answered', 'unanswered', 'met', 'not met'],
      ...['partly met'],
    ],
  },
  option: {
    words: [
      ...['do nothing', 'do minimum', 'do the minimum', 'do something', 'do more', 'do maximum'],
      ...['business as usual', 'bau', 'status quo', 'as is', 'baseline', 'counterfactual'],
      ...['preferred', 'preferred option', 'recommended', 'discounted', 'shortlisted'],
      ...['longlisted', 'carried forward', 'build', 'buy', 'reuse', 'hybrid', 'in house'],
      ...['outsourced'],
    ],
  },
  weight: {
    words: [
      ...['must', 'must have', 'should', 'should have', 'could', 'could have', 'won t have'],
      ...['mandatory', 'optional', 'essential', 'desirable', 'critical', 'urgent', 'primary'],
      ...['secondary', 'main', 'minor', 'major', 'key', 'quantified', 'unquantified', 'monetised'],
      ...['cash releasing', 'non cash releasing', 'cashable', 'non cashable', 'financial'],
      ...['non financial', 'economic', 'social', 'environmental', 'direct', 'indirect', 'tangible'],
      ...['intangible', 'qualitative', 'quantitative', 'short term', 'medium term', 'long term'],
      ...['one off', 'recurring', 'external', 'political', 'legal', 'technical', 'operational'],
    ],
    // "high", "likelihood high", "medium priority", "amber".
    shape:
      /^(?:(?:likelihood|impact|priority|confidence|risk|probability|rag|moscow)[\s:]+)?(?:very )?(?:high|medium|low|green|amber|red)(?: (?:likelihood|impact|priority|confidence|risk|probability))?$/i,
  },
  stage: {
    words: [
      ...['discovery', 'alpha', 'beta', 'private beta', 'public beta', 'live', 'pilot'],
      ...['prototype', 'strategic case', 'outline case', 'full case', 'first phase'],
      ...['second phase', 'mvp'],
    ],
  },
  // "phase 2", "sprint 3", "tier 1", "version 1.2", "annex B".
  numbered: {
    shape: new RegExp(
      `^(?:[a-z]{1,20} )?${NUMBERED} (?:no\\.? ?(?=\\d))?(?:\\d[\\d.]*[a-z]?|[a-z])$`,
      'i',
    ),
  },
  // "1a", "O1 and O2", "see decision 3", "as above".
  ids: {
    shape: new RegExp(
      `^(?:(?:see|from|for|like|as|cf\\.?|serves|supports|meets|with|also|and)\\s+){0,3}(?:above|below|(?:${NUMBERED}\\s+)?[a-z]{0,4}\\d+[a-z]{0,2}(?:\\s*(?:[-–—&+/]|to|and)\\s*(?:${NUMBERED}\\s+)?[a-z]{0,4}\\d+[a-z]{0,2}){0,8})$`,
      'i',
    ),
  },
  // "12 clerks", "8 of 10", "40%", "n = 12", "two sites", "about £40,000 a year".
  figures: {
    shape: new RegExp(
      `^(?:(?:about|around|some|over|under|up to|at least|more than|less than|approx\\.?|c\\.?|n\\s*=|all|~|<|>)\\s*)?[£€$]?${COUNT}\\s*(?:%|k|m|bn)?(?:\\s*(?:of|out of|in|to|[–—-])\\s*[£€$]?${COUNT}\\s*(?:%|k|m|bn)?)?(?:\\s+(?!only|eyes)[a-z]{1,20}){0,5}$`,
      'i',
    ),
  },
  // "in the main hall", "of ours"; what is said "in the team" may be meant to stay there.
  place: {
    shape:
      /^(?:in|at|of|from|across|near)(?:\s+(?!team|house|private|camera|confidence|strict|secret|only|us$)[a-zà-ÿ’'-]{1,20}){1,5}$/i,
  },
} as const satisfies Readonly<Record<string, Topic>>

export type BracketTopic = keyof typeof bracketTopics

/** What a part of a bracket is about; `undefined` for what is not known. */
export function bracketTopicOf(
  part: string,
  kind: Kind,
  kinds: KindTable,
): BracketTopic | undefined {
  const words = part.trim().replace(/\s+/g, ' ')
  const plain = words.toLowerCase().replace(/[-–—'’]/g, ' ')
  const named = words.replace(patternsOf(kinds).kind, 'item')
  const topics = Object.entries(bracketTopics) as [BracketTopic, Topic][] // our own table
  const found = topics.find(
    ([, topic]) =>
      isOn(topic, kind, kinds) &&
      (topic.words?.includes(plain) ||
        topic.words?.includes(words.toLowerCase()) ||
        topic.shape?.test(named)),
  )
  return found?.[0]
}

function isOn({ on }: Topic, kind: Kind, kinds: KindTable): boolean {
  if (on === undefined) return true
  return on === 'evidence' ? isLike(kind, 'evidence', kinds) : has(kind, on, kinds)
}

/** All words of the table for a kind, to find the one that was meant. */
export function bracketWords(kind: Kind, kinds: KindTable): readonly string[] {
  const topics: readonly Topic[] = Object.values(bracketTopics)
  return topics.filter((topic) => isOn(topic, kind, kinds)).flatMap(({ words = [] }) => words)
}
