/**
 * Attack: words that say "internal" where nothing is cut for it, whatever holds them and however they
 * are written. What must hold: the case is not built for everyone, and the finding says where.
 */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../src/core/assemble.ts'
import { markersIn } from '../../src/core/audience/markers.ts'
import { spokenIn } from '../../src/core/audience/spoken-secrecy.ts'
import type { Audience } from '../../src/core/model/audience.ts'
import { builtInKinds } from '../../src/core/model/kinds.ts'

const SETTINGS = { file: 'case.yaml', text: 'ask: Fund it.\n' }

function read(text: string, audience: Audience = 'public') {
  return assemble([{ file: '1.mdx', text }], SETTINGS, { audience })
}

function uncut(text: string, audience: Audience = 'public'): readonly string[] {
  return read(text, audience)
    .findings.filter(({ check }) => check === 'seems-internal')
    .map(({ message }) => /^Unexpected "(.*?)", which/.exec(message)?.[1] ?? message)
}

/** What holds `(internal)`, where no label is seen. */
const HOLDERS: readonly (readonly [string, string])[] = [
  ['a quote', '> Decision 4 (internal): We pay'],
  ['a list in a quote', '> - We pay (internal)\n> - We wait'],
  ['a list', '- We pay (internal)\n- We wait'],
  ['a cell', '| a | b |\n| - | - |\n| c | We pay (internal) |'],
  ['a statement', '<Statement>We pay (internal)</Statement>'],
  ['a quotation', '<Quote by="A clerk">We pay (internal)</Quote>'],
  ['an attribute', '<Quote by="A clerk (internal)">We pay</Quote>'],
  ['columns', '<Columns>\n\nWe pay (internal)\n\nWe wait\n\n</Columns>'],
  ['a division', '<div>Decision 4 (internal): We pay</div>'],
  ['details', '<details>\n\n<summary>More (internal)</summary>\n\nWe pay\n\n</details>'],
  ['a footnote', 'We pay[^1].\n\n[^1]: Up to 40 (internal).'],
  ['the end of a sentence', 'We pay (internal). They wait.'],
  ['the middle of a sentence', 'We pay (internal) and wait.'],
  ['the text of a link', '[What we pay (internal)](https://example.org/a)'],
  ['the title of a link', '[Plan](https://example.org/a "What we pay (internal)")'],
  ['what a picture shows', '![What we pay (internal)](https://example.org/a.png)'],
  ['a diagram', '```mermaid\nflowchart LR\n  a["Pay (internal)"] --> b[Wait]\n```'],
  [
    'a diagram without quotes',
    '```mermaid\nsequenceDiagram\n  participant A as Us (internal)\n```',
  ],
  ['a box of plain text', '```\nWe pay (internal)\n```'],
  ['a heading', '## Costs (internal)'],
  ['a heading in a quote', '> ## Costs (internal)'],
  ['a string in braces', "We pay {'(internal)'}"],
  ['an abbreviation', 'We pay <abbr title="internal">40</abbr> now.'],
  ['an abbreviation in front', '<abbr title="OFFICIAL-SENSITIVE">OS</abbr> We pay.'],
  ['the name of a footnote', 'We pay.[^internal]\n\n[^internal]: Up to 40.'],
  ['the number of a footnote', 'We pay.[^internal-1]\n\n[^internal-1]: Up to 40.'],
  ['the title of a link by name', '![Map][m]\n\n[m]: https://example.org/a.png "internal"'],
  ['a raised word at a label', 'Decision 4<sup>internal</sup>: We pay'],
  ['a word above others', 'They <ruby>pay<rt>internal</rt></ruby>'],
  ['an address', '[Plan](https://example.org/a?for=%28internal%29)'],
  ['a table of values', '```csv\nid,cost,audience\nR1,40,internal\nR2,50,public\n```'],
  ['values between tabs', '```tsv\ncost\tpublish?\n40\tno\n```'],
  ['a comment among values', '```csv\n# internal\ncost,year\n40,2027\n```'],
  ['a table of values in a quote', '> ```csv\n> "cost";"team only"\n> 40;yes\n> ```'],
  [
    'a table of HTML',
    '<table><tr><th>Cost</th><th>Audience</th></tr><tr><td>40</td><td>internal</td></tr></table>',
  ],
  [
    'a register with both',
    '| Id | Risk | Audience |\n| - | - | - |\n| R1 | We pay | internal |\n| R2 | They | public |',
  ],
  ['a column of notes', '| Risk | Notes |\n| - | - |\n| We pay | internal |'],
  ['a column that says for which team', '| Cost | Audience |\n| - | - |\n| 40 | Project team |'],
  ['a property', 'Risk 1: We pay\n\n- Source: confidential\n- Date: May'],
  ['a dash behind an id', 'R-1 – internal: We pay'],
  ['a dash behind a number', '- Milestone 7 – internal. We pay'],
  ['a dash behind a number in words', '**Decision Four – internal:** We pay'],
  ['a dash behind a letter', 'Option A – confidential: We pay'],
  ['tags', '* Status: accepted\n* Tags: costs, internal'],
  [
    'a row of a table of one thing',
    '| Field | Value |\n| - | - |\n| Cost | 40 |\n| Publish? | no |',
  ],
  [
    'a row of a table of options',
    '| | Option 1 | Option 2: Wait |\n| - | - | - |\n| Internal | yes | no |',
  ],
  ['capitals with a colon', 'TLP:RED We pay'],
  ['a heading with a number', '## 3.1 Not for publication: costs'],
  ['capitals in a heading', '## Costs – RESTRICTED'],
  ['who said it', '> We pay.\n>\n> — Nurse, internal'],
  ['a property in a paragraph', 'Risk 1: We pay\nStatus: Internal'],
  ['a status among others', '- Status: accepted, confidential'],
  ['the end of a cell', '| a |\n| - |\n| We pay, not for publication |'],
  ['the title of a diagram', '```mermaid\npie title Not for publication\n  "a" : 3\n```'],
  ['angle brackets', 'We pay \\<not for publication\\>.'],
  ['a comment of other tools', 'We pay %%up to 40%% now.'],
  ['a comment block of other tools', '////\nUp to 40\n////'],
]

/** `(internal)` as readers see it, written otherwise. */
const DISGUISES: readonly (readonly [string, string])[] = [
  ['full-width brackets', 'We pay （internal）.'],
  ['full-width letters', 'We pay (ｉｎｔｅｒｎａｌ).'],
  ['square brackets', 'We pay [internal].'],
  ['other brackets', 'We pay 【internal】.'],
  ['entities by number', 'We pay &#40;internal&#41;.'],
  ['entities of base 16', 'We pay &#x28;internal&#x29;.'],
  ['entities by name', 'We pay &lpar;internal&rpar;.'],
  ['entities of a diagram', '```mermaid\nflowchart LR\n  a["Pay #40;internal#41;"]\n```'],
  ['escapes', 'We pay \\(internal\\).'],
  ['escaped square brackets', 'We pay \\[internal\\].'],
  ['a comment within', 'We pay (inter{/* x */}nal).'],
  ['two lines', 'We pay (internal\nonly).'],
  ['two lines of a quote', '> We pay (internal\n> only).'],
  ['a soft hyphen', 'We pay (inter\u00ADnal).'],
  ['a soft hyphen by name', 'We pay (inter&shy;nal).'],
  ['a space of no width', 'We pay (inter\u200Bnal).'],
  ['a joiner of no width', 'We pay (inter&#8205;nal).'],
  ['a hard space', 'We pay (internal\u00A0only).'],
  ['emphasis', 'We pay (*internal*).'],
  ['emphasis of a part', 'We pay (in**tern**al).'],
  ['elements', 'We pay (in<b>tern</b>al).'],
  ['code', 'We pay (`internal`).'],
  ['capitals', 'We pay (INTERNAL).'],
  ['an accent', 'We pay (intérnal).'],
  ['small capitals', 'We pay (ɪɴᴛᴇʀɴᴀʟ).'],
  ['a Cyrillic letter', 'We pay (intern\u0430l).'],
  ['letters apart', 'We pay (i n t e r n a l).'],
  ['a bracket that is never closed', 'Decision 4 (internal: We pay'],
  ['a dash for the bracket', 'Decision 4 – internal: We pay'],
  ['no sign at all', 'Decision 4 internal: We pay'],
  ['a label in capitals', 'INTERNAL: We pay'],
  ['other words beside', 'We pay (internal – do not share).'],
  ['letters turned round', 'We pay (\u202Elanretni\u202C).'],
  ['a turned marking', '&#8238;EVITISNES-LAICIFFO'],
  ['another turn of letters', 'We pay (&#x202d;internal).'],
  ['a link', 'We pay ([internal](https://example.org)).'],
  ['a link with a title', 'We pay ([internal](https://example.org "A plan") only).'],
  ['a link by name', 'We pay ([internal][a]).\n\n[a]: https://example.org'],
  ['a link to a half', 'We pay ([inter](https://example.org)nal).'],
  ['two links', 'We pay ([inter](https://example.org/a)[nal](https://example.org/b)).'],
  ['a marking of two links', '[OFFICIAL](https://example.org)-[SENSITIVE](https://example.org)'],
  ['a bracket around two formulas', 'We pay ($$\\text{inter}$$ $$\\text{nal}$$).'],
  ['two texts of a formula', 'We pay $$(\\text{inter}\\text{nal})$$.'],
  ['brackets in texts of a formula', 'We pay $$\\text{(int}e\\text{rnal)}$$.'],
  ['a formula that is a marking', '$$\\mathbf{TOP}\\ \\mathbf{SECRET}$$'],
  ['a formula in lines of its own', '$$\n\\text{OFFICIAL-}\\textbf{SENSITIVE}\n$$'],
  ['other emphasis for each half', 'We pay (**inter***nal*).'],
  ['elements for each half', 'We pay (<b>inter</b><i>nal</i>).'],
]

describe('"(internal)" that was not cut', () => {
  it.each([...HOLDERS, ...DISGUISES])('stops a public build in %s', (_, text) => {
    expect(uncut(text)).not.toEqual([])
    expect(read(text).unreadable).toBe(true)
  })

  it.each(['<Internal />\n\nWe pay', 'A <Internal why="x" /> we pay', '## Costs <Internal/>'])(
    'stops a public build where a tag is empty: %s',
    (text) => {
      expect(uncut(text)[0]).toMatch(/^<Internal/)
      expect(read(text).unreadable).toBe(true)
    },
  )

  it('is found in a build for the team, and does not stop it', () => {
    expect(uncut('> We pay (internal).', 'internal')).toEqual(['(internal)'])
    expect(read('> We pay (internal).', 'internal').unreadable).toBe(false)
  })

  it('cannot be accepted, nor turned off', () => {
    const yaml = `${SETTINGS.text}severities: { seems-internal: off }\naccept:\n  - { check: seems-internal, reason: x, owner: y }\n`
    const source = { file: '1.mdx', text: '> We pay (internal).' }
    expect(assemble([source], { file: 'case.yaml', text: yaml }).unreadable).toBe(true)
  })

  it.each([
    'Decision 4 (internal): We pay',
    '<Internal>We pay (internal)</Internal>',
    '---\naudience: internal\n---\n\n> We pay (internal)',
    '{/* We pay (internal) */}',
    '<Notes>We pay (internal)</Notes>',
    '{/* We pay `(internal)` */}',
    '<Notes>\n\n```js\nfoo(internal)\n```\n\n</Notes>',
  ])('is nothing where nobody outside reads it: %s', (text) => {
    expect(uncut(text)).toEqual([])
  })
})

describe('a comment that is a marking', () => {
  it.each([
    '{/* internal */}\n\n## Costs',
    '{/* Internal only */}\n\nWe pay',
    '{/* OFFICIAL-SENSITIVE */}\n\nWe pay',
    '{/* audience: internal */}\n\nWe pay',
    '{/* begin internal */}\n\nWe pay\n\n{/* end internal */}',
    '{/* --- confidential from here --- */}\n\nWe pay',
    'We pay {/* not for publication */}.',
  ])('stops a public build, since it keeps nothing inside: %s', (text) => {
    expect(uncut(text)[0]).toMatch(/^\{\/\*.*\*\/\}$/)
    expect(read(text).unreadable).toBe(true)
  })

  it.each([
    '{/* We pay (internal) */}',
    '{/* Ask the internal audit whether this is confidential */}',
    '{/* external */}',
    '<Internal>\n\n{/* internal */}\n\nWe pay\n\n</Internal>',
  ])('is a note like any other where it says more: %s', (text) => {
    expect(uncut(text)).toEqual([])
  })

  it('stops a build in HTML too, which comments of this kind are no part of', () => {
    expect(read('<!-- internal -->\n\nWe pay').unreadable).toBe(true)
  })
})

describe('a bracket of words that are ordinary elsewhere', () => {
  it.each([
    ...['We pay (team a).', 'We pay (redact).', 'We pay (redacted) and wait.', 'We pay (private).'],
    ...['We pay 40 (private) yearly.', '> We pay (team)', '> - We pay (team)\n> - We wait'],
    ...['## Costs (team)', '## Costs (redact)', '| a |\n| - |\n| We pay (redacted) |'],
    ...['| a |\n| - |\n| We pay (team) |', 'We pay (redcated).', 'We pay (draft, private).'],
    ...['We pay (remove before publication).', 'We pay (cut this).', 'We pay (do not quote).'],
    ...['We pay [team].', 'We pay （private）.', 'We pay (**redacted**).', 'We pay (team) for it.'],
    ...['We pay (redacted, 12 people).', 'We pay (RESTRICTED).', 'We pay (restricted).'],
    ...['We pay (not cleared).', 'We pay (board eyes).', 'We pay (keep it in the team).'],
    ...['We pay (for the team).', 'We pay (not public) and wait.', 'We pay (unpublished).'],
    ...['We pay (confidential) and wait.', '<Statement>We pay (team)</Statement>'],
    ...['We pay[^1].\n\n[^1]: Up to 40 (redact).', 'We pay (don’t tell outside).'],
    ...[
      '```mermaid\nflowchart LR\n  a["Pay (team)"] --> b[Wait]\n```',
      'We (team) pay and (private) wait',
    ],
  ])('stops a public build: %s', (text) => {
    expect(uncut(text)).not.toEqual([])
    expect(read(text).unreadable).toBe(true)
  })

  it.each([
    ...[
      'Users (the team excepted) wait.',
      'We ask all (the team, the board).',
      'A free (private) clinic',
    ],
    ...[
      'It was built by Ana (now left).',
      'We ask adults only (18 and over).',
      'A charity (CIC) runs it.',
    ],
    ...[
      'Schools (private and state) differ.',
      'The lock (hidden on phones) is small.',
      'A result (for a team).',
    ],
    ...[
      'The form (delete as appropriate) is old.',
      'Buttons (remove from basket).',
      'They (do not know) wait.',
    ],
    ...[
      'He has (blue eyes).',
      'Squads (Team A, Team B) meet.',
      'The police (Team A) agree.',
      'A rule (not shown here).',
      'It fell (reduction), was paid (related), and is out (published).',
    ],
    ...[
      'Work (in house) costs less.',
      'The team (Ana, Ben and Chi) met.',
      'It is live (since June).',
    ],
    ...[
      'We pay[^team].\n\n[^team]: Up to 40.',
      'We print it (on both sides).',
      'It is new (for us).',
    ],
    ...[
      'The helpline (free, confidential and open all night) rings.',
      'We met (in private) twice.',
    ],
    ...[
      'Data (names removed) are shared.',
      'Answers (yes, no, not sure) count.',
      'Ways (open and closed)',
    ],
    ...[
      'It says so (not unkindly).',
      'It goes to the team (for a decision).',
      'Both (with the team present).',
    ],
    ...[
      'A sign says "keep out" (on the door).',
      'One in five (about 40) left.',
      'A pilot (in two towns) starts.',
    ],
    ...[
      'Their supplier (under contract) agrees.',
      'Letters (sent and received) wait.',
      'A rate (per hour) is set.',
    ],
    ...[
      '```mermaid\nflowchart LR\n  a[Team] --> b(Private) --> c{{Hidden}}\n```',
      'A (not for profit) group',
    ],
    ...[
      'A team board (physical) is in use.',
      'The Act (as amended) says so.',
      'Heat (takeout) and gas (offset) fall.',
    ],
  ])('is none in what teams write: %s', (text) => {
    expect(uncut(text)).toEqual([])
  })

  it.each([
    ...[
      '(confidential to us)',
      '(please redact before sharing)',
      '(team members only)',
      '(private figure)',
    ],
    ...[
      '(for internal discussion only)',
      '(DO NOT INCLUDE IN PUBLIC VERSION)',
      '(hide from suppliers)',
    ],
    ...[
      '(not for external audiences)',
      '(suppliers must not see this)',
      '(only for the steering group)',
    ],
    ...[
      '(not to leave the room)',
      '(embargo: May)',
      '(commercially sensitive figure)',
      '(under NDA)',
    ],
  ])('stops a public build among few other words too: %s', (bracket) => {
    expect(uncut(`We pay 40,000 ${bracket}.`)).toEqual([bracket])
  })

  it.each([
    ...['REDACT: We pay 40,000', 'Redacted: We pay', 'Don’t quote: We pay', 'Under NDA: We pay'],
    ...[
      'TODO: remove before publishing',
      'Note to self: ask Jo',
      'Audience: team',
      'Visibility: private',
    ],
    ...[
      '| Costs | Visibility |\n| - | - |\n| 40 | private |',
      '| Costs | Audience |\n| - | - |\n| 40 | Team |',
    ],
  ])('stops a public build in front of a colon, and in a field: %s', (text) => {
    expect(uncut(text)).toHaveLength(1)
    expect(read(text).unreadable).toBe(true)
  })

  it.each([
    ...[
      'Team: Ana and Ben',
      'Private: 40 clinics',
      '- Team\n- Board',
      'Access: team',
      'Audience: the public',
    ],
    ...[
      '| Audience | Way |\n| - | - |\n| Team | Talk |\n| Public | Page |',
      '## Redaction\n\nWe wait.',
    ],
    ...[
      'Members (adults only) vote.',
      'Rooms (hidden from view) are warm.',
      'Users (must not wait) call.',
    ],
    ...[
      'A rule (not to be confused with the Act) helps.',
      'Forms (not for profit) wait.',
      'To redact takes time.',
    ],
  ])('is none where it says of whom or what: %s', (text) => {
    expect(uncut(text)).toEqual([])
  })

  it('may be a part of the text, by the line that the finding gives, but not in a label', () => {
    const text =
      'Decision 4 (phase gate): We wait.\n\nWe pay (team) and (private). They wait (redacted).'
    const errors = (yaml: string, words = text) =>
      assemble([{ file: '1.mdx', text: words }], { file: 'case.yaml', text: `ask: x\n${yaml}` })
        .findings.filter(({ severity }) => severity === 'error')
        .map(({ message }) => message)
    const [first = '', ...others] = errors('')
    const line = /this line in case\.yaml: (.*)$/.exec(first)?.[1] ?? ''
    expect(line).toBe(
      'brackets: { "phase gate": note, "team": note, "private": note, "redacted": note }',
    )
    expect(others.every((message) => message.endsWith(line))).toBe(true)
    expect(errors(line)).toEqual([])
    expect(
      errors(line, 'Decision 4 (team): We wait.\n\nDecision 5 (private): We pay.'),
    ).toHaveLength(2)
    expect(
      errors(line, 'Evidence 3a (restricted): We pay.\n\nDecision 4 (restricted): We wait.'),
    ).toHaveLength(1)
  })

  it('stays inside where the case says that it does', () => {
    const yaml = `${SETTINGS.text}brackets: { legal view: internal }`
    const source = { file: '1.mdx', text: '> We pay (legal view) and wait.' }
    expect(assemble([source], { file: 'case.yaml', text: yaml }).unreadable).toBe(true)
  })
})

/** What five teams write of secrecy without keeping anything inside. */
const TEAMS: Readonly<Record<string, string>> = {
  'an electoral office': `# [Discovery] Voting by post

## Context

Secret ballots are a right. Who votes by post signs a statement (a secrecy warning, s. 66), and the
Secretary of State may add to it. A ballot is secret: nobody may share how somebody voted.

- Confidential: nobody hears how you voted
- Fast: counted in a night

- confidential
- fast

NOT PROTECTIVELY MARKED

PRIVATE Members and SECRETARIES of State may ask. Protected sites are restricted, and private.

Decision 1: Secret ballots stay on paper.

Evidence 1a (desk research, 2020, public): The Ballot Act says so.
`,
  'a statistics authority': `# Case for one release calendar

## What is official

Official Statistics (and National Statistics) follow the Code. Sensitive variables are suppressed, and
papers marked OFFICIAL-SENSITIVE before release are handled by 12 people (2020).

| Users    | How many |
| -------- | -------- |
| Internal | 40       |
| External | 2,000    |

Decision 2: We publish at 9:30, under the order on pre-release access.

Evidence 2a (analytics, March 2020, restricted, quality amber: one year only): Half read it by noon.
`,
  'a health service': `# [Alpha] One record for each patient

## Problem

Patients tell their story five times. Confidentiality agreements differ between trusts, and private
clinics (private and charitable) have none. We keep confidential advice confidential.

> They told me not to share it, and then everybody knew.
>
> — Patient, P4

Decision 3: Staff only see what they need. Do not share passwords, says the policy.

Evidence 3a (interview, March 2020): A free (confidential) helpline opens at eight.
`,
  'a tax office': `# Case for one internal market of forms

## Internal users

Internal users (staff of the office) and external ones wait. The internal audit report (2019) and the
Internal Revenue manual say why. [Internal guidance](https://example.org/guidance) is old.

\`\`\`mermaid
flowchart LR
  a[Internal] --> b(External)
  subgraph c [Internal]
    d[Clerk]
  end
\`\`\`

Option 1 (do nothing): Forms stay.

Risk 1: Confidential data is lost. It is not for want of trying.
`,
  'a defence agency': `# Case for one vetting service

## Objectives

- Objective 1: Clearances (SC and DV) take half the time
- Objective 2: Classified work starts on the first day

Trade secrets and the Official Secrets Acts (Official Secrets Act 1989) are explained to all. Eyes only
turn to us when something fails. The memorandum was declassified (unclassified since 2015).

Decision 4: We tell applicants what is secret and what is private.

Evidence 4a (team judgement): The general view of the national teams is the same.
`,
}

/** What a public build is warned of in a text. */
function spoken(text: string): readonly string[] {
  return read(text)
    .findings.filter(({ check }) => check === 'spoken-secrecy')
    .map(({ message }) => /^Unexpected "(.*?)" in a sentence/.exec(message)?.[1] ?? message)
}

describe('a sentence that calls its own text secret', () => {
  it.each([
    ['We pay 40,000. This section is confidential.', 'This section is confidential'],
    [
      'The figures below are not for publication until May.',
      'The figures below are not for publication',
    ],
    ['> This page must stay internal.', 'This page must stay internal'],
    ['- All of it: this must be kept secret at present.', 'this must be kept secret'],
    [
      'We know that this paper is OFFICIAL-SENSITIVE and goes to the board.',
      'this paper is OFFICIAL-SENSITIVE',
    ],
    ['The costs (about 4) are OFFICIAL–SENSITIVE because of that.', 'OFFICIAL–SENSITIVE'],
    ['We pay, COMMERCIAL IN CONFIDENCE, 40,000 a year.', 'COMMERCIAL IN CONFIDENCE'],
    ['Please do not share this with them, since we pay.', 'do not share this'],
    ['It must not be published before May, says the board.', 'must not be published before'],
    [
      '<Statement>These numbers are strictly confidential.</Statement>',
      'These numbers are strictly confidential',
    ],
    ['This section is con&shy;fidential.', 'This section is confidential'],
  ])('is a warning, and stops nothing: %s', (text, words) => {
    expect(spoken(text)).toEqual([words])
    expect(read(text).unreadable).toBe(false)
  })

  it.each([
    'Papers marked OFFICIAL-SENSITIVE before release are handled by 12 people.',
    'Do not share passwords, says the policy. This policy is about secret ballots.',
    'This is confidential advice. This is internal to departments. They told me not to share it.',
    'This service is for internal users. The next page is public, and not confidential.',
    'Papers say "Do not share this", `OFFICIAL-SENSITIVE` or "This paper is confidential" on top.',
    'THIS SERVICE HANDLES CONFIDENTIAL RECORDS.',
    '<Internal>This section is confidential.</Internal>',
    '{/* This section is confidential. */}',
    '<Notes>This section is confidential.</Notes>',
  ])('is none where it speaks of something else, or stays inside: %s', (text) => {
    expect(spoken(text)).toEqual([])
  })

  it.each(Object.keys(TEAMS))('is none in the case of %s', (team) => {
    expect(spoken(TEAMS[team] ?? '')).toEqual([])
  })

  it('is read in time, however long the text is', () => {
    const text = `${'This section is this and the next paper is '.repeat(20_000)}\n\n${'do not share '.repeat(20_000)}`
    expect(spokenIn(text, { kinds: builtInKinds })).toEqual([])
  })
})

describe('a marking of a government', () => {
  it.each([
    ['OFFICIAL-SENSITIVE\n\n# Case', 'OFFICIAL-SENSITIVE'],
    ['**OFFICIAL–SENSITIVE**\n\nWe pay', 'OFFICIAL–SENSITIVE'],
    ['Official Sensitive: Commercial\n\nWe pay', 'Official Sensitive: Commercial'],
    ['UK OFFICIAL-SENSITIVE\n\nWe pay', 'UK OFFICIAL-SENSITIVE'],
    ['OFFICAL SENSITIVE\n\nWe pay', 'OFFICAL SENSITIVE'],
    ['`OFFICIAL-SENSITIVE`', 'OFFICIAL-SENSITIVE'],
    ['| OFFICIAL-SENSITIVE |\n| - |\n| We pay |', 'OFFICIAL-SENSITIVE'],
    ['# OFFICIAL - SENSITIVE: Costs', 'OFFICIAL - SENSITIVE'],
    ['SECRET\n\nWe pay', 'SECRET'],
    ['**Top secret**', 'Top secret'],
    ['## Costs – confidential', 'confidential'],
    ['## Costs (confidential)', '(confidential)'],
    ['## Costs – not for publication', 'not for publication'],
    ['Draft – do not share\n\nWe pay', 'Draft – do not share'],
    ['Do not share\n\nWe pay', 'Do not share'],
    ['We pay.\n\n**Please do not share.**', 'Please do not share'],
    ['- We pay\n- Don’t share', 'Don’t share'],
    ['> Do not share', 'Do not share'],
    ['DRAFT: NOT FOR CIRCULATION', 'DRAFT: NOT FOR CIRCULATION'],
    ['We leave the supplier. Not for publication.', 'Not for publication'],
    ['Internal use only\n\nWe pay', 'Internal use only'],
    ['Commercial in confidence\n\nWe pay', 'Commercial in confidence'],
    ['> Decision 4 (team only): We pay', '(team only)'],
    ['> Decision 4 (confidental): We pay', '(confidental)'],
    ['Decision 4: CONFIDENTIAL We pay', 'CONFIDENTIAL'],
    ['- Decision 4 – Confidential: We pay', 'Confidential'],
    ['We pay (uk eyes only).', '(uk eyes only)'],
    ['We pay (O-S).', '(O-S)'],
    ['**INTERNAL ONLY** We pay', 'INTERNAL ONLY'],
    ['NOT TO BE SHARED OUTSIDE THE TEAM\n\nWe pay', 'NOT TO BE SHARED OUTSIDE THE TEAM'],
    ['For internal eyes only.\n\nWe pay', 'For internal eyes only'],
    ['Embargoed until 3 May\n\nWe pay', 'Embargoed until 3 May'],
    ['Security marking: Secret\n\nWe pay', 'Security marking: Secret'],
    ['Confidential\n\nWe pay', 'Confidential'],
    ['Legally privileged and confidential\n\nWe pay', 'Legally privileged and confidential'],
    ['### Costs, internal\n\nWe pay', 'internal'],
    ['TLP:AMBER\n\nWe pay', 'TLP:AMBER'],
    ['RESTRICTED\n\nWe pay', 'RESTRICTED'],
    ['FOR OFFICIAL USE ONLY\n\nWe pay', 'FOR OFFICIAL USE ONLY'],
    ['SECRET//NOFORN\n\nWe pay', 'SECRET//NOFORN'],
    ['We pay. Not for onward sharing.', 'Not for onward sharing'],
    ['<details><summary>Team only</summary>We pay</details>', 'Team only'],
    ['<p>Confidential</p>\n\nWe pay', 'Confidential'],
    ['We pay (cyfrinachol).', '(cyfrinachol)'],
    ['| Team only | x |\n| - | - |\n| We pay | y |', 'Team only'],
    ['| Costs |\n| - |\n| Internal only |', 'Internal only'],
    ['| Costs |\n| - |\n| Confidential |', 'Confidential'],
    ['Confidential!\n\nWe pay', 'Confidential'],
    ['CONFIDENTIAL<br/>We pay', 'CONFIDENTIAL'],
    ['We pay. Confidential.', 'Confidential'],
    ['Classification: internal\n\nWe pay', 'Classification: internal'],
    ['Internal\n\nWe pay', 'Internal'],
    ['## Internal\n\nWe pay', 'Internal'],
    ['## Streng vertraulich\n\nWir zahlen', 'Streng vertraulich'],
    ['NICHT ZUR VERÖFFENTLICHUNG\n\nWir zahlen', 'NICHT ZUR VERÖFFENTLICHUNG'],
    ['## À usage interne', 'À usage interne'],
    ['## Strictement confidentiel', 'Strictement confidentiel'],
  ])('stops a public build: %s', (text, words) => {
    expect(uncut(text)).toContain(words)
    expect(read(text).unreadable).toBe(true)
  })
})

describe('a marking that stands out, or stands alone', () => {
  it.each([
    ['## Costs *internal*', 'internal'],
    ['## Costs **internal only**\n\nWe pay', 'internal only'],
    ['## Costs `confidential`', 'confidential'],
    ['## **Confidential**: costs', 'Confidential'],
    ['## Costs <mark>internal</mark>', 'internal'],
    ['## Costs #internal', 'internal'],
    ['## Costs / internal', 'internal'],
    ['## Costs · internal', 'internal'],
    ['**Confidential** We pay', 'Confidential'],
    ['<b>Internal</b> We pay', 'Internal'],
    ['We pay. *Internal.*', 'Internal.'],
    ['We pay @internal.', 'internal'],
    ['Decision 4: We pay. Internal.', 'Internal'],
    ['Decision 4: We pay – internal', 'internal'],
    ['| We pay – internal |\n| - |\n| x |', 'internal'],
    ['| a | Audience: internal |\n| - | - |\n| b | c |', 'Audience: internal'],
    ['- Confidential\n- We pay', 'Confidential'],
    ['- *Internal*\n- We pay', 'Internal'],
    ['- [ ] Internal\n- [ ] We pay', 'Internal'],
    ['- internal\n  - We pay 40', 'internal'],
    ['1. Team only\n2. We pay', 'Team only'],
    ['- Audience: internal', 'Audience: internal'],
    ['Internal: We pay', 'Internal'],
    ['> Confidential: we pay', 'Confidential'],
    ['> [!CAUTION]\n> Confidential', 'Confidential'],
    ['> [!NOTE] Internal\n> We pay', 'Internal'],
    ['We pay (not yet public).', '(not yet public)'],
    ['- **R-01** – internal – We pay', 'internal'],
    ['- Confidential\n- We pay the public sector', 'Confidential'],
    ['Confidential: we tell nobody outside', 'Confidential'],
    ['| Who | Audience |\n| - | - |\n| The public | internal |', 'internal'],
    ['Accepted, confidential', 'confidential'],
    ['## Risks for the team only', 'for the team only'],
    ['Risks for the team only:\n\n- We pay', 'for the team only'],
    [':::internal\nWe pay\n:::', 'internal'],
    ['We :internal[pay].', 'internal'],
    ['## Internal notes\n\nWe pay', 'Internal notes'],
    ['TODO internal: We pay', 'TODO internal'],
    ['Risk 1: We pay\n\nVisibility: internal', 'Visibility: internal'],
    ['Risk 1: We pay. Visibility: internal. Owner: Ana', 'Visibility: internal'],
    ['## ADR 5: We pay\n\n* Status: accepted\n* Audience: internal', 'Audience: internal'],
    ['| Id | Risk | Audience |\n| - | - | - |\n| R1 | We pay | internal |', 'internal'],
    ['| Id | Risk | Status |\n| - | - | - |\n| R1 | We pay | Confidential |', 'Confidential'],
    ['| Id | Evidence | Access |\n| - | - | - |\n| 1a | We pay | internal |', 'internal'],
    ['| Id | Risk | Internal |\n| - | - | - |\n| R1 | We pay | x |', 'x'],
    ['| Id | Risk | Publish? |\n| - | - | - |\n| R1 | We pay | No |', 'No'],
    ['> Risk | Visibility\n> - | -\n> We pay | Team only', 'Team only'],
    ['| Id | Risk | Public? |\n| - | - | - |\n| R1 | We pay | no |', 'no'],
    ['| Risk | Visible to all |\n| - | - |\n| We pay | Not yet |', 'Not yet'],
    ['Risk 1: We pay\n\n- Public: no', 'Public: no'],
    ['We pay. Publish? No', 'Publish? No'],
    ['We pay **internal**', 'internal'],
    ['We pay __team only__. They wait', 'team only'],
    ['| a | b |\n| - | - |\n| We pay *internal* | c |', 'internal'],
    ['## Costs internal\n\nWe pay', 'internal'],
    ['## Costs confidential', 'confidential'],
    ['- Internal: we pay 40\n- We wait', 'Internal'],
    ['- **Team only**: We pay', 'Team only'],
    ['* Internal\n* We pay', 'Internal'],
    ['* Internal: We pay', 'Internal'],
  ])('stops a public build: %s', (text, words) => {
    expect(uncut(text)).toContain(words)
    expect(read(text).unreadable).toBe(true)
  })

  it.each([
    ...['Staff keep it **confidential**.', '**Internal** users wait', 'We keep *secret* ballots'],
    ...[
      '## *Internal* users',
      '- **Internal**: staff\n- **External**: others',
      '- Intern\n- Nurse',
    ],
    ...['- Internal\n- External', '- confidential\n- fast', 'Two audits – internal and external'],
    ...['Internal: 40 people. External: 2,000.', 'See #internal-comms or a@internal.example.org'],
    ...[
      '| Who | Audience |\n| - | - |\n| Staff | Internal |\n| All | External |',
      'Access: public',
    ],
    ...[
      '| Way | Internal | External |\n| - | - | - |\n| Mail | x | x |',
      '1. **Confidential**: safe',
    ],
    ...['| Form | Published |\n| - | - |\n| A1 | Yes |', 'The audit – an internal one – says so.'],
    ...['It is *internal*.', 'Audits are external and **internal**.', 'We pay **internal** users'],
    ...[
      'Staff keep votes **confidential**',
      '## How we keep votes confidential',
      '## What is internal',
    ],
    ...[
      '* Internal: 40\n* External: 2',
      '- Confidential: nobody hears it',
      'Public: no answer yet',
    ],
    ...['| Form | Public? |\n| - | - |\n| A1 | yes |', '## Audits, external and internal'],
    ...['The mark <abbr title="Official-sensitive">O-S</abbr> is old.', '- Owner: Internal'],
    ...[
      'We wait.[^internal-audit]\n\n[^internal-audit]: It says so.',
      'It is \u2067(\u05D0)\u2069.',
    ],
    ...[
      '| Users | Access | Many |\n| - | - | - |\n| Staff | Internal | 40 |\n| All | External | 2 |',
    ],
    ...['```csv\naudience,way\nInternal,talk\nPublic,page\n```', 'It is 40%% of 5%28.'],
    ...[
      'Audits – internal: 40 days',
      '| Field | Default | Means |\n| - | - | - |\n| Publish | no | x |',
    ],
    ...['The word *internal* says so.', '| **Internal** | 40 |\n| - | - |\n| a | b |'],
  ])('is none where it says of what kind something is: %s', (text) => {
    expect(uncut(text)).toEqual([])
  })
})

describe('a marking in front of other words of its paragraph', () => {
  const MARKINGS = [
    ...['Internal', 'Internal only', 'Team only', 'Confidential', 'Not for publication'],
    ...['RESTRICTED', 'Redacted', 'Not public', 'For internal readers only', 'Do not quote'],
  ]
  const PLACES: readonly (readonly [string, (words: string) => string])[] = [
    ['a sentence', (words) => `${words}. We pay 40,000.`],
    ['a cry', (words) => `${words}! We pay 40,000.`],
    ['a sentence among others', (words) => `They wait. ${words}. We pay 40,000.`],
    ['a sentence behind a label', (words) => `Decision 4: ${words}. We pay 40,000.`],
    ['a dash', (words) => `${words} – we pay 40,000.`],
    ['a line', (words) => `${words}\nWe pay 40,000 a year, and they wait.`],
    ['a line that is broken', (words) => `${words}\\\nWe pay 40,000.`],
    ['a line behind a break', (words) => `They wait.  \n${words}\nWe pay 40,000.`],
    ['the last line', (words) => `We pay 40,000\n${words}.`],
    ['a line of a quote', (words) => `> ${words}\n> We pay 40,000.`],
  ]

  it.each(PLACES)('stops a public build as %s', (_, write) => {
    for (const words of MARKINGS) expect(uncut(write(words)), write(words)).toContain(words)
  })

  it.each([
    ...['Internal users wait. We pay.', 'They ask for it\ninternal or not, and we pay.'],
    ...['Private\nPublic', '- Confidential. Nobody hears how you voted.\n- Fast.', 'Not us. They.'],
    ...['Is it secret? We ask.', 'Internal: 40. External: 2,000. We wait.', 'Team. Board. Public.'],
    ...['We keep it\nconfidential', 'Staff – we and they – wait.', 'Internally. Externally. Both.'],
  ])('is none where it goes on, or names a side: %s', (text) => {
    expect(uncut(text)).toEqual([])
  })

  it('is read in time, however long the paragraph is', () => {
    for (const text of ['A. ', 'A\n', ' ', '.', 'A – ', '> \n', '  \n'].map((one) =>
      one.repeat(60_000),
    ))
      expect(markersIn(`x${text}`, { kinds: builtInKinds })).toEqual([])
  })
})

describe('a lock', () => {
  it.each([
    ...[
      '## 🔒 Costs',
      '## Costs 🔒',
      '🔒 We pay',
      '- 🔒 We pay',
      '* We wait\n* 🔒 We pay',
      'We pay 🔒',
    ],
    ...[
      'Decision 4 🔒: We pay',
      'Decision 4: 🔒 We pay',
      'We pay (🔒).',
      '| a |\n| - |\n| 🤫 We pay |',
    ],
    ...['We pay &#128274;', 'We pay, they wait 🔐\n\nAnd go'],
  ])('that stands for a marking stops a public build: %s', (text) => {
    expect(uncut(text)).toHaveLength(1)
    expect(read(text).unreadable).toBe(true)
  })

  it.each(['Look for the 🔒 in the bar', 'Look for\n🔒 in the bar', '## ✅ Costs', '- 🔑 Keys'])(
    'is none where a sentence goes on around it, nor is another sign: %s',
    (text) => expect(uncut(text)).toEqual([]),
  )
})

describe('a sentence that speaks of secrecy', () => {
  it.each(Object.keys(TEAMS))('does not stop the case of %s', (team) => {
    const { findings, unreadable } = read(TEAMS[team] ?? '')
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(unreadable).toBe(false)
  })
})

it.each([
  '| Who | Where |\n| - | - |\n| Internal | North |',
  '## Internal users\n\nInternal users wait.',
  'Staff keep it confidential.',
  '- Confidential: nobody hears how you voted',
])('is none where it is said of people and things: %s', (text) => {
  expect(uncut(text)).toEqual([])
})

describe('very many brackets', () => {
  it('are each read once', () => {
    const list = `${'- Internal users\n'.repeat(20_000)}${'**Internal** *x '.repeat(20_000)}`
    expect(markersIn(list, { kinds: builtInKinds })).toEqual([])
    const text = `${'We ((internally) [wait: '.repeat(2_000)}\n\n${'(internal '.repeat(2_000)}`
    expect(markersIn(text, { kinds: builtInKinds })).toHaveLength(4_000)
  })
})
