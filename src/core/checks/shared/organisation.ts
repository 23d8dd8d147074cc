/** Organisations by the words in their names. */

/** Words that make a name of the capitalised word beside them. */
const TYPES =
  'Trust|Council|Department|Ministry|Agency|Hospital|University|School|College|Academy|Police|Court|Authority|Institute|Foundation|Bank|Charity|Association|Society|Federation|Group|Company|Corporation|Constabulary|Commission|Office|Service|Services|Library|Museum|Surgery|Clinic'

/** What says all of it alone. */
const KNOWN =
  'NHS|HMRC|HMCTS|HMPPS|DWP|DVLA|DVSA|Defra|DEFRA|DfE|DfT|DHSC|DLUHC|MHCLG|MoJ|MOJ|MoD|MOD|GDS|ONS|BEIS|FCDO|DCMS|CPS|UKVI|Home Office|Cabinet Office|Foreign Office|Treasury|Companies House|Land Registry|Jobcentre Plus'

// Matches "Northmere Council", "Leeds Teaching Hospital".
const RE_NAMED = new RegExp(
  `((?:\\p{Lu}[\\p{L}’'.-]*\\s+(?:(?:and|&|of|for)\\s+)?)+)(?:${TYPES})\\b(?!\\s+(?:officer|teacher|clerk|doctor|nurse|manager|student|worker|member|staff|leader|lead|user|designer|owner)\\b)`,
  'gu',
)
// Matches "University of Leeds", "Department for Work and Pensions", "Ministry of Justice".
const RE_TYPE_OF = new RegExp(
  `\\b(?:${TYPES})\\s+(?:of|for)\\s+(?:the\\s+)?\\p{Lu}[\\p{L}’'-]*(?:\\s+(?:and\\s+)?\\p{Lu}[\\p{L}’'-]*)*`,
  'u',
)
// Matches "Acme Ltd", "DWP".
const RE_KNOWN = new RegExp(
  `(?:\\p{Lu}[\\p{L}’'-]*\\s+(?:&\\s+)?)+(?:Ltd|Limited|plc|PLC|LLP|Inc|CIC|GmbH)\\b|\\b(?:${KNOWN})\\b`,
  'u',
)
// Matches "at Acme", "from Leeds"; "of" not behind a role, as in "Head of Procurement".
const RE_AT =
  /\b(?:at|from|(?<!\b(?:head|director|chief|deputy|manager|lead|leader|officer|owner|user|member|professor|minister|secretary|vice|president|clerk|chair|team)s?\s)of)\s+(?:the\s+)?(\p{Lu}[\p{L}’'&-]*(?:\s+\p{Lu}[\p{L}’'&-]*)*)/iu

/** Capitalised, but no part of a name. */
const GENERIC = new Set(
  'a an the our their this senior junior local former retired deputy head chief assistant primary secondary private public state high crown district county parish borough city town central regional national customer digital user policy service services social emergency'.split(
    ' ',
  ),
)
// Matches what follows "from" or "at" and is no organisation: "from March", "at Sprint 2".
const RE_NOT_AT =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Sprint|Round|Week|Day|Session|Interview|Workshop|Phase|Participant|Interviewee|User|P\d+)\b/

/** The first organisation that a text names, as written, or `undefined`. */
export function organisationIn(text: string): string | undefined {
  const known = RE_KNOWN.exec(text) ?? RE_TYPE_OF.exec(text)
  if (known) return known[0]
  const named = [...text.matchAll(RE_NAMED)].find(([, before = '']) => isName(before))
  if (named) return named[0].trim()
  const at = RE_AT.exec(text)?.[1]
  // The pattern ignores case for "At"; a name has a capital.
  return at && /^\p{Lu}/u.test(at) && !RE_NOT_AT.test(at) ? at : undefined
}

function isName(words: string): boolean {
  return words
    .trim()
    .split(/\s+/)
    .some((word) => /^\p{Lu}/u.test(word) && !GENERIC.has(word.toLowerCase()))
}
