/** What says something wrong, or says it to the wrong people. */
import { figures } from './economics.ts'
import type { Rows } from './row.ts'

/** Findings of what leads readers astray, by id. */
export const misleading = {
  'cites-internal': {
    severity: 'error',
    finder: 'case',
    rule: 'Public text cites, and links to, only what everyone can read.',
    reason: 'Readers outside find no decision 4 behind `(4)`, and learn that there is one.',
    wrong: 'We wait (4).\n\nDecision 4 (internal): We leave the supplier.',
    right: '<Internal>We wait (4).</Internal>\n\nDecision 4 (internal): We leave the supplier.',
    mend: 'Cite what everyone can read, or put the sentence into <Internal> too',
  },
  'spoken-secrecy': {
    severity: 'warning',
    finder: 'case',
    withoutCheck: true,
    rule: 'No sentence for everyone calls its own text secret.',
    reason:
      'Whoever writes "This section is confidential" may believe that nobody outside reads it. A sentence keeps nothing inside, and readers wonder what else was not meant for them.',
    note: 'It looks for sentences such as "These figures are not for publication", "Do not share this", and for markings in capitals. Papers that are "marked OFFICIAL-SENSITIVE" may be spoken of.',
    wrong: 'We pay 40,000. This section is confidential.',
    right: 'We pay.\n\n<Internal>40,000. This section is confidential.</Internal>',
    mend: 'Put what is to stay inside into <Internal>, or say it otherwise',
  },
  'undefined-citation': {
    severity: 'error',
    finder: 'case',
    ofWhole: true,
    rule: 'Every id in a citation is defined, so that each claim leads to what it relies on.',
    reason: 'A claim that leads to nothing is the first thing that a sponsor finds.',
    note: 'Bare numbers are the business of `missing-decision`.',
    wrong:
      'Users repeat themselves (3b).\n\nDecision 3: We ask once.\n\nEvidence 3a: Users are stuck.',
    right:
      'Users repeat themselves (3a).\n\nDecision 3: We ask once.\n\nEvidence 3a: Users are stuck.',
    mend: 'Cite what exists: mend the number in brackets, or write what it names',
  },
  'duplicate-id': {
    severity: 'error',
    finder: 'case',
    rule: 'An id is defined once, so that a citation means one thing.',
    reason: 'A citation of an id that means two things proves neither.',
    note: 'To use evidence again, write `Evidence 3a: See above`.',
    wrong:
      'Decision 3: We ask once.\n\nEvidence 3a: Users are stuck.\n\nEvidence 3a: Offices are full.',
    right:
      'Decision 3: We ask once.\n\nEvidence 3a: Users are stuck.\n\nEvidence 3b: Offices are full.',
    mend: 'Give the second one a number of its own',
  },
  'ambiguous-citation': {
    severity: 'error',
    finder: 'case',
    rule: 'A citation means one item.',
    reason:
      'Two documents may each have a risk R1. A citation means the one in its own document, then in its own folder. From elsewhere nobody knows which is meant, and it is no link.',
    note: 'The name of a file, of a folder or of the chapter may stand in front: `(payments: R1)`. Where two series share a number, write the letters: `(RFC 5)`.',
    wrong:
      '## Decisions\n\n### ADR 5: We ask once.\n\nIt saves time.\n\n### RFC 5: We ask by text.\n\nIt is quick.\n\n## Costs\n\nWe need two people (D5).',
    right:
      '## Decisions\n\n### ADR 5: We ask once.\n\nIt saves time.\n\n### RFC 5: We ask by text.\n\nIt is quick.\n\n## Costs\n\nWe need two people (RFC 5).',
    mend: 'Put the name of the document in front of the id: (payments: R1)',
  },
  'repeated-id': {
    severity: 'advice',
    finder: 'case',
    rule: 'An id that two documents have is meant in both.',
    reason:
      'Each document may count its own risks from R1. But where a second decision 12 is a slip, it would pass for one of these.',
    note: 'The first document keeps its addresses, a later one has its name in them: `#risk-1-payments`.',
    language: 'text',
    wrong: 'permits.mdx: Decision 12: We ask once.\nmore.mdx:    Decision 12: We ask by text.',
    right: 'permits.mdx: Decision 12: We ask once.\nmore.mdx:    Decision 13: We ask by text.',
    mend: 'Give it a number of its own, or accept the finding where each document has its own numbers',
  },
  'personal-data': {
    severity: 'warning',
    finder: 'case',
    rule: 'A case holds no personal address beside those to which feedback goes.',
    reason: 'A case is published, and a person’s address in it cannot be taken back.',
    note: 'Addresses that `feedback` in `case.yaml` gives are meant to be known. Mailboxes that say what they are for (`press@`, `data.protection@`), addresses at `example.org` and numbers of services (0300, 0800) are nobody’s.',
    wrong: 'Ask jo.smith@northmere.gov.uk, [call Jo](tel:+447700900123), or write to @josmith.',
    right: 'Ask the team.',
    mend: 'Take out names, addresses and numbers of people',
  },
  'identifiable-quote': {
    severity: 'warning',
    finder: 'case',
    rule: 'A quote names a participant or an organisation, and not both.',
    reason:
      'In a small sample of senior people, the number of a participant and an organisation together give a person away, and every other quote of theirs too.',
    wrong: '> It was the easiest thing to stop.\n>\n> Head of service, Northmere Council, P3',
    right: '> It was the easiest thing to stop.\n>\n> Head of service, P3',
    mend: 'Leave out the participant or the organisation, so that nobody is known',
  },
  'restricted-as-public': {
    severity: 'warning',
    finder: 'case',
    rule: 'What is called public can be opened by everybody, so that readers can follow it.',
    reason:
      'A reader who follows "public" evidence to a page that asks for an account trusts the rest less.',
    note: '`restricted` in `case.yaml` adds hosts to the usual ones.',
    wrong: 'Evidence 3a (public): [The notes](https://docs.google.com/document/d/1) say so.',
    right: 'Evidence 3a (restricted): [The notes](https://docs.google.com/document/d/1) say so.',
    mend: 'Say that the evidence is restricted, or link to what everyone can open',
  },
  'no-ask': {
    severity: 'warning',
    finder: 'case',
    rule: 'The case says what sponsors should decide.',
    reason:
      'The last slide is what sponsors should decide; without it a good meeting ends in nothing.',
    language: 'yaml',
    wrong: 'title: One booking service',
    right: 'title: One booking service\nask: Fund a six-month alpha with two departments.',
    mend: 'Say what sponsors should decide: "ask: …" in case.yaml',
  },
  'route-empty': {
    severity: 'error',
    finder: 'case',
    rule: 'A route chooses something that has slides.',
    reason: 'Whoever opens the route in front of sponsors has a title and nothing to tell.',
    note: 'A section that is still to be written has no slide. A route by `priority` needs files that say `priority` at their head.',
    language: 'yaml',
    wrong: 'routes:\n  sponsor-5: { minutes: 5, sections: [benefits] } # still to be written',
    right: 'routes:\n  sponsor-5: { minutes: 5, sections: [context, benefits] }',
    mend: 'Give the route sections that have slides, or leave the route out',
  },
  'route-too-long': {
    severity: 'error',
    finder: 'case',
    rule: 'A route can be told in its minutes, by its notes and the "timing" of its files.',
    reason: 'A slot of five minutes ends after five minutes, and the ask is on the last slide.',
    note: 'Text behind `---` is for the page alone, and takes no time.',
    language: 'yaml',
    wrong: 'routes:\n  sponsor-2: { minutes: 2, sections: [context, objectives] } # 3:40 of notes',
    right: 'routes:\n  sponsor-4: { minutes: 4, sections: [context, objectives] }',
    mend: 'Leave sections out of the route, or give it more minutes',
  },
  'route-lost-evidence': {
    severity: 'error',
    finder: 'case',
    rule: 'A decision in a route has the evidence that it has in the deck.',
    reason:
      'A decision without its evidence is an opinion, and that is what sponsors ask about first.',
    note: 'Evidence that stands right under its decision always goes with it.',
    language: 'yaml',
    wrong: 'routes:\n  sponsor-5: { minutes: 5, sections: [what-we-decided] }',
    right: 'routes:\n  sponsor-5: { minutes: 5, sections: [what-we-decided, what-we-know] }',
    mend: 'Put the section with the evidence into the route',
  },
  'route-dead-link': {
    severity: 'error',
    finder: 'case',
    rule: 'A link on a slide of a route leads to a slide of the route.',
    reason:
      'A speaker who follows the link in front of sponsors leaves the talk, or arrives nowhere.',
    language: 'yaml',
    wrong: 'routes:\n  sponsor-5: { minutes: 5, sections: [context] } # it links to #benefits',
    right: 'routes:\n  sponsor-5: { minutes: 5, sections: [context, benefits] }',
    mend: 'Put the section that the link leads to into the route, or drop the link',
  },
  'route-without-ask': {
    severity: 'error',
    finder: 'case',
    rule: 'A route ends on what sponsors should decide.',
    reason: 'A talk in a fixed slot ends on what its audience should decide.',
    note: 'Where `no-ask` speaks, it says so for the whole case, its routes included; once is enough.',
    language: 'yaml',
    wrong: 'severities: { no-ask: off }\nroutes:\n  sponsor-5: { minutes: 5, sections: [context] }',
    right:
      'ask: Fund a six-month alpha with two departments.\nroutes:\n  sponsor-5: { minutes: 5, sections: [context] }',
    mend: 'Say what sponsors should decide: "ask: …" in case.yaml',
  },
  'missing-decision': {
    severity: 'warning',
    finder: 'case',
    rule: 'A number in brackets up to the highest decision is one of the decisions.',
    reason:
      'A number below the highest decision is almost surely a decision that was dropped or has another number now. It is a warning only, because `(1)` may also be a number and nothing else.',
    note: 'Write `\\(3)` where the number is meant.',
    wrong: 'We ask once (1).\n\nDecision 2: We ask at the desk.\n\nDecision 3: We ask by text.',
    right: 'We ask once (2).\n\nDecision 2: We ask at the desk.\n\nDecision 3: We ask by text.',
    mend: 'Mend the number in brackets, or write the decision that it names',
  },
  'orphan-evidence': {
    severity: 'warning',
    finder: 'case',
    rule: 'The decision of every piece of evidence exists, and so does the evidence used again.',
    reason:
      'Evidence has the number of the decision that it supports; without that decision nobody finds what it was for.',
    wrong: 'Decision 1: We ask once.\n\nEvidence 9a: Users are stuck.',
    right: 'Decision 1: We ask once.\n\nEvidence 1a: Users are stuck.',
    mend: 'Put the evidence under a decision that exists',
  },
  'misplaced-evidence': {
    severity: 'warning',
    finder: 'case',
    rule: 'Evidence stands under the decision of its number, so that nobody misreads what it supports.',
    reason:
      'Evidence belongs to the decision of its number, wherever it stands; under another one a reader takes it for what it is not.',
    note: 'Evidence that is gathered behind several decisions, or in a section of its own, is not misplaced. To use evidence 4a for decision 3 too, write `Evidence 4a: See above` under decision 3.',
    wrong:
      'Decision 3: We ask once.\n\nEvidence 4a: Users are stuck.\n\nDecision 4: We ask by text.',
    right:
      'Decision 3: We ask once.\n\nEvidence 3a: Users are stuck.\n\nDecision 4: We ask by text.',
    mend: 'Number the evidence like the decision that it stands under',
  },
  'citation-cycle': {
    severity: 'warning',
    finder: 'case',
    rule: 'Followed down, a claim ends in evidence and not in itself.',
    reason:
      'A reader who follows a claim down comes back to it, and has found nothing that carries it.',
    note: 'A decision that cites its own evidence makes no circle: both say the same step.',
    wrong:
      'Decision 3: We ask once (5).\n\nDecision 5: We ask by text (3).\n\nEvidence 3a: Users are stuck.',
    right:
      'Decision 3: We ask once (3a).\n\nDecision 5: We ask by text (3).\n\nEvidence 3a: Users are stuck.',
    mend: 'Break the circle: something must rest on evidence',
  },
  ...figures,
} as const satisfies Rows
