/**
 * Attack: markings as careless authors write them who believe that these keep something inside, and what looks alike
 * in public documents. What must hold: a clear marking stops a build for everyone, at its place and with what to
 * write instead; ordinary words stop nothing.
 */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../src/core/assemble.ts'

function read(text: string, yaml = '') {
  return assemble([{ file: '1.mdx', text }], { file: 'case.yaml', text: `ask: Fund it.\n${yaml}` })
}

const SECRECY = new Set(['seems-internal', 'unknown-bracket', 'spoken-secrecy'])

function told(text: string, yaml = '') {
  return read(text, yaml).findings.filter(({ check }) => SECRECY.has(check))
}

describe('a clear marking', () => {
  it.each([
    'We pay 40 (Chatham House).',
    '## Costs (Chatham House)',
    'Under the Chatham House rule',
    'We pay 40 (sensitive – remove).',
    'We pay 40 (remove before publishing).',
    'We pay 40 [remove].',
    'Private: We pay 40,000.',
    '**Private** We pay 40,000.',
    '## Private',
    '## Sensitive',
    'Private\n\nWe pay',
    '**Restricted**\n\nWe pay',
    '> [!WARNING] Private',
    'Hidden: We pay',
    '- Private: We pay',
    '## Team only costs',
    '## Not for sponsors',
    'Draft – not for sponsors',
    'We pay – not for sponsors',
    '| a |\n| - |\n| Not for sponsors |',
    'Do not show the sponsor',
    'Classification: OS',
    'Marking: OS',
    'Security: secret',
    'OS\n\n# Case\n\nWe pay 40.',
    'O-S\n\n# Case\n\nWe pay 40.',
    'NDA\n\nWe pay',
    '(C) We pay 40.',
    '- (TS) We pay 40.',
    '## (S//NF) We pay 40',
    '🚫 We pay 40',
    '⛔ We pay 40',
    'We pay (🚫).',
    '🤫 We pay 40',
    'TODO(jo): redact',
    '- TODO(jo): redact this',
    'FIXME remove this',
    'XXX internal',
    'XXX: remove before publishing',
    'Sharing: none',
    'Visibility: none',
    'Share with: nobody',
    'Audience: us',
    'TLP:RED',
    'TLP:AMBER',
    'We pay (TLP:RED).',
    'Embargoed until 3 May: we pay',
    'CABINET: in confidence',
    'Cabinet-in-confidence',
    'Without prejudice: We pay',
    'We pay (without prejudice).',
    'Legally privileged: We pay',
    'We pay (legally privileged).',
    'Just for us',
    'No onward sharing',
    'Limited circulation',
    'Budget sensitive',
    'Addressee only',
    'EU RESTRICTED\n\nWe pay',
    'Not cleared for publication',
    'Subject to clearance',
    'Cleared for publication: no',
    'Is it public? No',
    'Can we publish this? No',
    'Confidential? Yes',
    'private: true',
    'We pay. Redacted.',
    'We pay (team-internal).',
    'We pay (not outside this room).',
    'For Ana’s eyes only',
    'Keep this out of the public version: We pay',
    'We pay #private',
    'Start of internal section\n\nWe pay',
    'BEGIN INTERNAL\n\nWe pay\n\nEND INTERNAL',
    '(start of internal section)\n\nWe pay',
    'Everything below is internal\n\nWe pay',
    'Do not publish below this line\n\nWe pay',
    '## Costs :lock:',
    ':shushing_face: We pay',
    '!!! internal\n    We pay',
    '%% We pay 40 %%',
    '/* We pay 40 */',
    'Presenter only: We pay',
    'Speaker notes: We pay',
    '## Speaker notes',
    'Classification: C',
    '| Risk | Marking |\n| - | - |\n| R1 | C |',
    'We pay Ana (C).',
    'We pay costs. (C)',
    '- We pay (OS)',
    '## We pay (O-S)',
    'Risk 3: We lose (OS)',
    'Risk 3: Private: We lose',
    '~~Internal: We pay 40~~',
    '~~internal~~ We pay',
    'For team discussion',
    'Embargo: 3 May',
    'CUI//SP-PRIV',
    'S//NF',
    'Covered by NDA',
    'Please keep this to yourselves',
    'Keep it in the family: We pay',
    'Anonymise before publishing: Ana Smith said so',
    'GSC: OS',
    'Permissions: team only',
    'Internal to the programme',
    '[OS] We pay',
    'Set `a`, pay 40 (internal), and set `b`.',
    'We pay `40` (internal) `a(b)` (confidential).',
    '| Risk | Internal notes |\n| - | - |\n| R1 | We pay |',
    '| Risk | Team notes |\n| - | - |\n| R1 | We pay |',
    '| Internal comments | We pay |\n| - | - |\n| a | b |',
    '- Team notes: We pay',
    '## Risks: not for sponsors',
    '## Team notes',
    '```mermaid\nflowchart LR\n  subgraph Internal only\n    a --> b\n  end\n```',
    '```mermaid\nmindmap\n  root\n    Not for sponsors\n```',
    '```mermaid\nsequenceDiagram\n  A->>B: Not for publication\n```',
    '```mermaid\ngantt\n  section Team only\n  Pay :a1, 2020-01-01, 3d\n```',
    'VS-NfD\n\nWir zahlen',
    'Nicht für die Öffentlichkeit',
    'At ddefnydd mewnol yn unig',
  ])('stops a public build, and says where: %s', (text) => {
    expect(read(text).unreadable).toBe(true)
    const [first] = told(text)
    expect(first).toMatchObject({ check: 'seems-internal', place: { file: '1.mdx' } })
    expect(first?.place.line).toBeGreaterThan(0)
  })

  it.each([
    ...['Private: We pay', '## Private', '**Private** We pay', 'TODO(jo): redact', '(C) We pay'],
    ...['We pay (Chatham House).', 'We pay – not for sponsors', 'Sharing: none'],
    ...['Classification: C', 'We pay (OS).', 'Risk 3: Private: We pay', '## Speaker notes'],
    '---\ntitle: Costs (privat)\n---\n\nWe pay',
  ])('that is ordinary elsewhere may be a part of the text, by one line: %s', (text) => {
    const [first] = told(text)
    const line = /this line in case\.yaml: (.*)$/.exec(first?.message ?? '')?.[1] ?? ''
    expect(line).not.toBe('')
    expect(told(text, line)).toEqual([])
    expect(read(text, line).unreadable).toBe(false)
  })
})

it('leads from notes for the speaker to the tag that keeps them for the speaker', () => {
  for (const text of ['Speaker notes: We pay', '## Presenter notes', 'We pay (presenter only).'])
    expect(told(text)[0]?.message, text).toContain('expected <Notes> around')
})

it('has a line to copy for what case.yaml says', () => {
  const [found] = told('We pay', 'team: Ana (privat)')
  const line = /this line in case\.yaml: (.*)$/.exec(found?.message ?? '')?.[1] ?? ''
  expect(told('We pay', `team: Ana (privat)\n${line}`)).toEqual([])
})

describe('what public documents say', () => {
  it.each([
    '(c) 2024 The Office',
    '(C) Crown copyright 2024',
    '© 2024',
    'We prefer option (C) to option (B).',
    'The private sector pays half.',
    'Private: a history',
    '# Private: a history of clinics',
    'Private: 40 clinics',
    'TODO list',
    'TODO: ask Jo about the survey',
    'TODO(jo): write the summary',
    'To do: test with 12 users',
    'FIXME: broken link',
    'Our NDA with the supplier ended in March.',
    'The non-disclosure agreement (NDA) ended.',
    'Ordnance Survey (OS) maps are free.',
    'We use Ordnance Survey (OS) data.',
    '## OS maps',
    '- OS',
    '- Browser',
    '| OS | Share |\n| - | - |\n| Windows | 40 |',
    'Users need to know when to call.',
    '## What you need to know',
    'Chatham House published a report in 2019.',
    '[Chatham House](https://example.org) says so.',
    'The Act applies without prejudice to earlier rights.',
    'We will appoint a supplier, subject to contract.',
    '## Private sector\n\nIt pays.',
    '## Public\n\nA\n\n## Private\n\nB',
    '## Private clinics',
    '## Private costs and social costs',
    'Public: We own them.\n\nPrivate: We rent them.',
    '- Public: We own them\n- Private: We rent them',
    '- Private: clinics that charge',
    '| Sector | Share |\n| - | - |\n| Private | 40 |\n| Public | 60 |',
    '| Place | Status |\n| - | - |\n| Site | Private |',
    '## Redaction',
    'Staff redact names by hand.',
    'Names are redacted before papers are published.',
    '## Team A',
    'Team A',
    '## Not for profit',
    '## Staff only areas',
    'This service is not for suppliers.',
    'Who it is for:\n\n- Parents\n- Carers\n\nWho it is not for:\n\n- Suppliers',
    '(A) We wait.\n\n(B) We pay.\n\n(C) We go.',
    '(a) wait\n(b) pay\n(c) go',
    '(S) is small, (M) is medium.',
    '- 🚫 Payments\n- ✅ Bookings',
    '🚫 No smoking signs are old.',
    'Look for the 🚫 sign.',
    'Sharing: 40 of 50 councils',
    'Sharing: data between trusts',
    'Sharing: none of the trusts share data today',
    'Classification: energy class C',
    'Access: none',
    'Access is private.',
    'Hidden: 12 fields',
    '## Hidden costs of paper',
    '## Status of record 1',
    'System of record: the register',
    'Sensitive: 40 records',
    'Sensitive data are held by three offices.',
    'The room is private.',
    'Restricted access to the site is a risk.',
    'The press office is not in the room.',
    'Delete the form.',
    'Remove the second step before we test.',
    'Ministers asked us to publish.',
    'Cabinet agreed in 2020.',
    'In confidence intervals we trust.',
    'The register is not in public ownership.',
    'Their land is (not in public ownership).',
    'Press [Delete] on the keyboard twice.',
    '| Action | Key |\n| - | - |\n| Remove | Del |',
    'Embargoes end at 9:30.',
    'The report was embargoed until 9:30 and is public now.',
    'Is it public? Yes',
    'Published: yes',
    'Cleared: 40 cases',
    'Private beta starts in May.',
    '## Private beta',
    'It is in private beta (private beta).',
    'Legal privilege protects letters to lawyers.',
    'A traffic light protocol (TLP) has four colours.',
    'We use the TLP colours red, amber and green.',
    'The sponsor must not pay twice.',
    'Sponsors see the case in March.',
    'We keep it simple.',
    '## Keep inside the lines',
    '## Do not use',
    'What we do not use: fax',
    'Confidential waste goes into blue bins.',
    'The helpline is confidential.',
    'Users asked to stay private.',
    '# Case for private clinics',
    'Only the board decides.',
    'Decision 1: The board only meets twice.',
    'Evidence 1a: Staff only see what they need.',
    'Objective 1: Parents keep it to themselves',
    'Action: remove step 2',
    'Non-public bodies reply late.',
    'Non-public: 12 bodies',
    'It is exempt from FOI because of its age.',
    'Exempt from tax: 40 people',
    'A price sensitive market waits.',
    'Start of the second section',
    'Below: 40 people',
    'The rest of this page is about costs',
    'Everything below is open',
    'Section starts here',
    '## Embargo',
    '~~We pay 40.~~ We pay 50.',
    'We pay ~~internal~~ staff.',
    'It is made in C (C)',
    'It runs on TypeScript (TS).',
    'The operating system (OS)',
    'Of vitamins A, (B) and (C)',
    'We take option (C)',
    'It warms by 40 °C (C).',
    '| Heat (C) | Time (S) |\n| - | - |\n| 40 | 2 |',
    'Classification: A\n\nClassification: C',
    '| House | Class |\n| - | - |\n| 1 | A |\n| 2 | C |',
    'Presenter: Ana',
    '![A confidential letter](https://example.org/a.png)',
    '![Private clinics in 2020](https://example.org/a.png)',
    '<Quote by="A private tenant">We pay</Quote>',
    '<Quote by="Ana, privately">We pay</Quote>',
    '[Plan](https://example.org/a.pdf "Private clinics")',
    '<abbr title="Official-sensitive">O-S</abbr> is a marking.',
    'About 50 %% of users wait.',
    'Code has /* comments */ in it.',
    '```\n/* a comment */\n```',
    '```js\n/* internal links */\n```',
    'Pending announcement of results, staff wait.',
    'The owner only pays once.',
    '## Schools, state and private',
    'Board meetings, public and private',
    'Permissions: read and write',
    'Access level: 3',
    'Security: high',
    'Security: passwords are strong',
    'Option 2: Remove it',
    'Option 1: Do nothing',
    'Decision 4: Remove the second step',
    'Decision 3 – private clinics: we ask them',
    'Decision 5: Private beta in May',
    'Risk 2: Confidential data is lost',
    '!!! note\n    We wait',
    'They keep it to themselves.',
    'It is subject to approval.',
    '## What is not for profit',
    'Blur faces in photographs of children.',
    'Anonymise data before they are stored.',
    '## Before publication',
    '- Check facts before publication',
    '- Ask Jo before publishing',
    '- Remove the old page',
    'Names are to be removed from the old list.',
    'Team review happens on Fridays.',
    '## Team discussion',
    'The board is the owner.',
    'Owner: Ana',
    '- Public: everyone\n- Private: members',
    '1. Private\n2. Public',
    '| Type | Clinics |\n| - | - |\n| Public – state | 40 |\n| Private – charity | 20 |',
    'We wait.[^1]\n\n[^1]: Private clinics, 2020.',
    'We wait.[^1]\n\n[^1]: Chatham House, 2019.',
    'TLP: a protocol',
    'Costs, subject to tax',
    '## Costs, benefits and risks',
    '## Without prejudice to others: the law',
    '→ Private clinics wait',
    'Classification: 40 classes',
    'Handling: 12 letters a day',
    'It is C//D in the schema.',
    '[A] We wait.\n\n[C] We pay.',
    'Write `internal` or `a` and `confidential`.',
    '```mermaid\nflowchart LR\n  subgraph Internal\n    a[Team] --> b(Private)\n  end\n```',
    '```mermaid\nmindmap\n  root\n    Private clinics\n    Internal users\n```',
    '```mermaid\nsequenceDiagram\n  Internal->>External: Wait for the team\n```',
    '| Way | Internal | External |\n| - | - | - |\n| Mail | x | x |',
    '| Team | Notes |\n| - | - |\n| A | none |',
    '| Internal | Notes |\n| - | - |\n| 40 | none |',
    '| Internal 40 | External 2 |\n| - | - |\n| a | b |',
  ])('stops nothing: %s', (text) => {
    expect(told(text)).toEqual([])
  })
})

/** A word of each weight of the table, and what only its shape shows. */
const CLEAR = ['internal only', 'OFFICIAL-SENSITIVE', 'not for publication', 'TLP:RED', 'team only']
const ORDINARY = ['redacted', 'without prejudice', 'Chatham House rule', 'private']
const SHAPED = ['remove before publishing', 'not for sponsors', 'do not share']
const ALL = [...CLEAR, ...SHAPED, ...ORDINARY]

const capital = (words: string) => `${words[0]?.toUpperCase()}${words.slice(1)}`
const inTwo = (words: string, sign: string) =>
  words.slice(0, words.length >> 1) + sign + words.slice(words.length >> 1)
const wide = (words: string) =>
  words.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))
const diagram = (line: string) => `\`\`\`mermaid\nflowchart LR\n  ${line}\n  a --> b\n\`\`\``

type Form = (words: string) => string

/** Where a marking can stand, and how it can be written. */
const FORMS: Readonly<Record<string, Form>> = {
  'a bracket at the end': (w) => `We pay 40 (${w}).`,
  'a bracket in the middle': (w) => `We pay 40 (${w}) and wait.`,
  'square brackets': (w) => `We pay 40 [${w}].`,
  'full-width brackets': (w) => `We pay 40 （${w}）.`,
  'brackets in brackets': (w) => `We pay ((${w})), [(${w})], (40 (${w})).`,
  'a bracket with another in it': (w) => `We pay (${w} (40)).`,
  'full-width letters': (w) => `We pay 40 (${wide(w)}).`,
  capitals: (w) => `We pay 40 (${w.toUpperCase()}).`,
  'a soft hyphen': (w) => `We pay 40 (${inTwo(w, '\u00AD')}).`,
  'a soft hyphen by name': (w) => `We pay 40 (${inTwo(w, '&shy;')}).`,
  'a space of no width': (w) => `We pay 40 (${inTwo(w, '\u200B')}).`,
  'bold inside': (w) => `We pay 40 (${inTwo(w, '**')}**).`,
  'bold around': (w) => `We pay 40 (**${w}**).`,
  code: (w) => `We pay 40 (\`${w}\`).`,
  'the end of a label': (w) => `Decision 4 – ${capital(w)}: We pay`,
  'the start of an item': (w) => `Decision 4: ${capital(w)}: We pay`,
  'the end of an item': (w) => `Decision 4: We pay (${w})`,
  'the bracket of a heading': (w) => `## Costs (${w})`,
  'the end of a heading': (w) => `## Costs – ${w}`,
  'all of a heading': (w) => `## ${capital(w)}`,
  'emphasis in a heading': (w) => `## Costs *${w}*`,
  'the head of a page': (w) => `${w}\n\n# Case\n\nWe pay`,
  'a bold line': (w) => `**${w}**\n\nWe pay`,
  'a bold start': (w) => `**${capital(w)}** We pay`,
  'a bold label': (w) => `**${capital(w)}:** We pay`,
  'a label': (w) => `${capital(w)}: We pay 40`,
  'a last sentence': (w) => `We pay 40. ${capital(w)}.`,
  'the bracket of a cell': (w) => `| a |\n| - |\n| We pay (${w}) |`,
  'the title of a column': (w) => `| Costs (${w}) |\n| - |\n| We pay |`,
  'the bracket of an entry': (w) => `- We pay (${w})\n- We wait`,
  'a quote': (w) => `> We pay (${w})`,
  'all of a quote': (w) => `> ${w}\n>\n> We pay`,
  'the title in front matter': (w) => `---\ntitle: "${w}"\n---\n\n# A`,
  'a bracket in front matter': (w) => `---\ntitle: "Costs (${w})"\n---\n\n# A`,
  'the bracket of a picture': (w) => `![Costs (${w})](https://example.org/a.png)`,
  'the bracket of a link': (w) => `See [the plan (${w})](https://example.org/a).`,
  'a node of a diagram': (w) => diagram(`a["Pay (${w})"]`),
  'a footnote': (w) => `We pay[^1].\n\n[^1]: Up to 40 (${w}).`,
  'all of a footnote': (w) => `We pay[^1].\n\n[^1]: ${w}`,
  'a comment of HTML that is left open': (w) => `<!-- ${w}\n\nWe pay`,
  'a comment that is left open': (w) => `{/* ${w}\n\nWe pay`,
  'a summary': (w) => `<details>\n\n<summary>${w}</summary>\n\nWe pay\n\n</details>`,
  'all of a statement': (w) => `<Statement>${w}</Statement>`,
  'a task': (w) => `TODO(jo): ${w}`,
}

/** Where ordinary words are ordinary, and only what nobody says of something else is a marking. */
const FIRM_FORMS: Readonly<Record<string, Form>> = {
  'the end of a sentence': (w) => `We pay 40 – ${w}`,
  'behind a comma of a heading': (w) => `## Costs, ${w}`,
  'the end of a cell': (w) => `| a |\n| - |\n| We pay – ${w} |`,
  'a cell': (w) => `| a | b |\n| - | - |\n| We pay | ${w} |`,
  'an entry with others below': (w) => `- ${w}\n  - We pay\n- We wait`,
  'all that a picture shows': (w) => `![${w}](https://example.org/a.png)`,
  'who says a quote': (w) => `<Quote by="A clerk, ${w}">We pay</Quote>`,
  'the title of a link': (w) => `[Plan](https://example.org/a "${w}")`,
  'the end of a node': (w) => diagram(`a["Pay – ${w}"]`),
  'a comment of a diagram': (w) => diagram(`%% ${w}`),
  'a comment': (w) => `{/* ${w} */}\n\nWe pay`,
}

const pairs = (forms: Readonly<Record<string, Form>>, words: readonly string[]) =>
  Object.entries(forms).flatMap(([name, form]) => words.map((one) => [one, name, form] as const))

describe('a marking of each kind', () => {
  it.each([...pairs(FORMS, ALL), ...pairs(FIRM_FORMS, [...CLEAR, ...SHAPED])])(
    'stops a public build: "%s" as %s',
    (words, _, form) => expect(read(form(words)).unreadable).toBe(true),
  )

  it.each([...CLEAR, ...SHAPED, 'without prejudice', 'Chatham House rule'])(
    'stops a public build in the name of a file: %s',
    (words) => {
      const file = `30-costs-${words.replace(/[^a-z]+/gi, '-')}.mdx`
      const { unreadable } = assemble([{ file, text: '## Costs\n\nWe pay.' }], undefined)
      expect(unreadable).toBe(true)
    },
  )
})
