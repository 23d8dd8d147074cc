/** What a case lacks, and what it says that may no longer hold. */
import { appraisal } from './economics.ts'
import type { Rows } from './row.ts'

/** Findings of what is not there, by id. */
export const missing = {
  'decision-without-evidence': {
    severity: 'warning',
    finder: 'case',
    rule: 'Every decision has evidence, its own or used again, so that sponsors can see why.',
    reason:
      'The case stands on its decisions, and a decision on its evidence. Decisions by judgement are fine: then say so, as evidence.',
    wrong: 'Decision 4: We pilot in one library.',
    right: 'Decision 4: We pilot in one library.\n\nEvidence 4a: It has the longest queue.',
    mend: 'Say why you decided so: write evidence below the decision',
  },
  'risky-assumption': {
    severity: 'warning',
    finder: 'case',
    rule: 'Nothing that much hangs on rests on opinion alone, so that no assumption sinks the case.',
    reason: '"Which assumption sinks it?" is what a sponsor asks; this one would.',
    wrong: 'Assumption 2 (quality red, impact red): Services will share their rules.',
    right: 'Assumption 2 (quality amber: two asked, impact red): Services will share their rules.',
    mend: 'Find evidence for what much hangs on, or plan without it',
  },
  gap: {
    severity: 'warning',
    finder: 'case',
    rule: 'Every section and item has its text, or is known to be missing.',
    reason: 'A gap is honest, but it should be known before a sponsor finds it.',
    note: 'Until the text is there, `To be written by Economics, 14 March` says who owes it. A decision without evidence is a gap too; `decision-without-evidence` reports it.',
    wrong: '## Benefits\n\nTo be written.',
    right: '## Benefits\n\n- Staff save an hour a day',
    mend: 'Write what is missing, or say who does by when',
  },
  'objective-without-success-factor': {
    severity: 'warning',
    finder: 'case',
    rule: 'Every objective is measured by a success factor, so that success can be told.',
    reason: '"How will we know it worked?" is asked of every objective.',
    note: '`(draft: O1)` counts too, until the team confirms it.',
    wrong:
      '## Strategic objectives\n\n- Users book once\n\n## Critical success factors\n\n- Nobody types an address twice',
    right:
      '## Strategic objectives\n\n- Users book once\n\n## Critical success factors\n\n- Nobody types an address twice (O1)',
    mend: 'Say how each objective is measured: cite it (O1)',
  },
  'success-factor-without-objective': {
    severity: 'warning',
    finder: 'case',
    rule: 'Every success factor measures an objective, so that it is clear why it matters.',
    reason: 'A measure without an objective is work that nobody asked for.',
    note: '`(draft: O1)` counts too, until the team confirms it.',
    wrong:
      '## Strategic objectives\n\n- Users book once\n\n## Critical success factors\n\n- Nobody types an address twice (O1)\n- Half of all bookings are made on a phone',
    right:
      '## Strategic objectives\n\n- Users book once\n\n## Critical success factors\n\n- Nobody types an address twice (O1)\n- Half of all bookings are made on a phone (O1)',
    mend: 'Say which objective it measures: cite it (O1)',
  },
  'benefit-without-objective': {
    severity: 'warning',
    finder: 'case',
    rule: 'Every benefit serves an objective, so that it is clear why it matters.',
    reason:
      'A benefit that serves no objective is either luck or a sign of an objective that is not written.',
    note: '`(draft: O1)` counts too, until the team confirms it. In a case without objectives nobody is asked.',
    wrong: '## Objectives\n\n- Users book once\n\n## Benefits\n\n- Staff save an hour a day',
    right: '## Objectives\n\n- Users book once\n\n## Benefits\n\n- Staff save an hour a day (O1)',
    mend: 'Say which objective the benefit serves: cite it (O1)',
  },
  'untested-option': {
    severity: 'warning',
    finder: 'case',
    rule: 'Every option is tested against success factors, evidence or decisions, so that it was weighed.',
    reason: '"Were alternatives weighed?" An option that nothing tests stands there as decoration.',
    note: 'A decision or evidence that cites the option tests it too: `Decision 9: We drop the product (OPT3)`.',
    wrong:
      '## Options\n\n- Option 3: Buy one product\n\nDecision 7: We buy.\n\nEvidence 7b: It is sold out.',
    right:
      '## Options\n\n- Option 3: Buy one product (7b)\n\nDecision 7: We buy.\n\nEvidence 7b: It is sold out.',
    mend: 'Test each option: cite the success factors that it meets (CSF1)',
  },
  'unsupported-figure': {
    severity: 'warning',
    finder: 'case',
    rule: 'A figure in text has evidence.',
    reason: 'A figure is what a sponsor remembers, and asks about first.',
    note: 'A link to its source is enough. A decision rests on its evidence, what an item cites holds for all of it, objectives and success factors are aims, and what people said is theirs.',
    wrong: 'Around 70% of users give up.\n\nDecision 7: We ask once.\n\nEvidence 7a: We counted.',
    right:
      'Around 70% of users give up (7a).\n\nDecision 7: We ask once.\n\nEvidence 7a: We counted.',
    mend: 'Say where the figure is from: cite its evidence (3a)',
  },
  'uncited-evidence': {
    severity: 'warning',
    finder: 'case',
    rule: 'Evidence supports a decision or is cited, so that nothing is collected for nothing.',
    reason:
      'Evidence that supports no decision and is cited nowhere is either a forgotten argument or one that can go.',
    wrong: 'Users are stuck.\n\nEvidence 9a: They told us so.',
    right: 'Users are stuck (9a).\n\nEvidence 9a: They told us so.',
    mend: 'Cite the evidence where it matters, or leave it out',
  },
  'old-evidence': {
    severity: 'warning',
    finder: 'case',
    rule: 'Evidence is recent enough to hold still, so that nobody decides on the past.',
    reason: 'What users did years ago may have changed; an old source is attacked first.',
    note: 'Age counts to the case’s last update, and from the end of a month or year. What has no date is not rated. `limits: { evidenceMonths: 36 }` in `case.yaml` lets evidence last longer; an entry under `accept` says why old evidence still holds.',
    wrong: 'Evidence 3a (interview, March 2015): Users are stuck.',
    right: 'Evidence 3a (interview, March 2020): Users are stuck.',
    mend: 'Look whether old evidence still holds',
  },
  history: {
    severity: 'warning',
    finder: 'folder',
    rule: 'Git can be asked what the case said before, and knows all of it.',
    reason:
      'Dates, changes and addresses that vanished come from git. A server often fetches the last commit alone, and then none of it is known.',
    language: 'sh',
    wrong: 'git clone --depth 1 https://example.org/team/case',
    right: 'git clone https://example.org/team/case',
    mend: 'Do what the finding says: a part of the history is missing, git cannot read it, or "since" names nothing that it knows',
  },
  'stale-decision': {
    severity: 'warning',
    finder: 'case',
    rule: 'A decision was confirmed after its evidence last changed, so that it still stands on it.',
    reason:
      'A decision that was made on other evidence may hold no longer, and a sponsor who compares two weeks will ask.',
    note: 'A decision that is reworded in the same commit as its evidence, or later, counts as confirmed. When evidence changed comes from git; without git nothing is reported.',
    language: 'yaml',
    wrong: 'affirmed: { 3: 2026-02-02 } # evidence 3a was reworded on 14 March',
    right: 'affirmed: { 3: 2026-03-14 }',
    mend: 'Say that the decision still stands, or change its words',
  },
  'misplaced-question': {
    severity: 'warning',
    finder: 'case',
    rule: 'A question stands beside what it was asked about.',
    reason:
      'When an item gets another number, its question stands beside the next one, which nobody asked about; when it goes, nobody finds the question.',
    note: 'What is about nothing that the case has is for the team alone, since what it names may stay inside now. What had which number comes from git.',
    language: 'json',
    wrong:
      '[{ "id": "F1", "question": "kept-in-the-room", "title": "Who pays?", "about": "decision-9", "state": "open" }]',
    right:
      '[{ "id": "F1", "question": "kept-in-the-room", "title": "Who pays?", "about": "decision-1", "state": "open" }]',
    mend: 'Write in "about" what it is about now: "decision-3", or "" for the whole case',
  },
  'taken-away': {
    severity: 'warning',
    finder: 'case',
    rule: 'A question that somebody took away has an answer.',
    reason:
      'Who asked in the room was promised an answer by a day, and asks again at the next meeting.',
    note: 'An item answers it (`Answers: F12`), or its `state` in `feedback/` is "closed".',
    language: 'json',
    wrong:
      '[{ "id": "F1", "question": "kept-in-the-room", "title": "Who pays?", "state": "open", "next": "taken away", "owner": "Bo" }]',
    right:
      '[{ "id": "F1", "question": "kept-in-the-room", "title": "Who pays?", "state": "closed" }]',
    mend: 'Answer it in the case, or write "closed" as its state',
  },
  'vanished-address': {
    severity: 'warning',
    finder: 'case',
    ofWhole: true,
    rule: 'An address that the case once had still leads to what it meant.',
    reason:
      'Somebody was sent `#evidence-3a` last week; when it gets another number, that address leads nowhere, or to something else.',
    note: 'What earlier states had comes from git; without git nothing is reported. What went before the day in `dates: { published: … }` is left alone: nobody has its address.',
    language: 'yaml',
    wrong: 'aliases: {} # evidence 3a is evidence 4a since last week',
    right: 'aliases: { evidence-3a: evidence-4a }',
    mend: 'Say where the old address leads now: "aliases" in case.yaml',
  },
  'unknown-reference': {
    severity: 'warning',
    finder: 'case',
    rule: 'What case.yaml and the head of a file name, such as links, routes and withdrawals, exists.',
    reason:
      'A link or alias to a section that was renamed breaks in silence; a severity of a misspelt check has no effect, and an acceptance of one accepts nothing.',
    language: 'yaml',
    wrong: 'links: { https://example.org/old: contxt }\nseverities: { gaps: advice }',
    right: 'links: { https://example.org/old: context }\nseverities: { gap: advice }',
    mend: 'Mend the name in case.yaml: nothing is called that',
  },
  'route-cut-reference': {
    severity: 'warning',
    finder: 'case',
    rule: 'What a slide of a route cites has a slide in the route.',
    reason: '`(12b)` opens its card all the same, but a sponsor who asks more finds no slide.',
    language: 'yaml',
    wrong: 'routes:\n  sponsor-5: { minutes: 5, sections: [context] } # it cites decision 1',
    right: 'routes:\n  sponsor-5: { minutes: 5, sections: [context, what-we-decided] }',
    mend: 'Put the section of what is cited into the route',
  },
  'unused-acceptance': {
    severity: 'warning',
    finder: 'case',
    withoutCheck: true,
    rule: 'What is accepted in case.yaml is there.',
    reason:
      'What was accepted has been mended or has changed; left standing, the entry would hide the next fault of its sort.',
    note: 'An entry that names no check or no place of the case is the business of `unknown-reference`. What only a build can find may still be there.',
    language: 'yaml',
    wrong:
      'accept:\n  - { check: gap, where: context, reason: It waits, owner: Ana } # it is written now\n  - { check: no-ask, reason: Sponsors know it, owner: Ana }',
    right: 'accept:\n  - { check: no-ask, reason: Sponsors know it, owner: Ana }',
    mend: 'Delete what is accepted in case.yaml and no longer there',
  },
  ...appraisal,
} as const satisfies Rows
