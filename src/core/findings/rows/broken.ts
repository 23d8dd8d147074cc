/** What keeps a case from being read or built, or a part of it from being shown. */
import type { Rows } from './row.ts'

/** Findings of what does not work, by id. */
export const broken = {
  'unreadable-mdx': {
    severity: 'error',
    finder: 'case',
    withoutCheck: true,
    rule: 'A file is text that can be read.',
    reason: 'Of a file that cannot be read nothing can be shown, and nothing is built before that.',
    note: 'A case is words and runs nothing: code in braces, and lines that start with `import` or `export`, are not read either.',
    wrong: 'Fewer than <10 people book online. <!-- ask again -->',
    right: 'Fewer than \\<10 people book online. {/* ask again */}',
    mend: 'Mend what cannot be read: nothing is shown before that',
  },
  'unreadable-formula': {
    severity: 'error',
    finder: 'case',
    withoutCheck: true,
    rule: 'What stands between two signs `$$` is a formula that can be read.',
    reason: 'Of a formula that cannot be read, readers would get its signs and strokes.',
    note: 'A formula is written in the signs of `TeX`. Colours, frames and what nobody sees are not part of one. Prices, such as `$$` and `$$$`, are words.',
    wrong: 'The ratio is $$\\frac{benefits}{$$.',
    right: 'The ratio is $$\\frac{benefits}{costs}$$.',
    mend: 'Mend the formula, or write \\$\\$ where the signs are meant',
  },
  'two-versions': {
    severity: 'error',
    finder: 'case',
    withoutCheck: true,
    rule: 'Of two versions of the same lines, a file has one.',
    reason:
      'Where two people have changed the same lines, git and programs that sync leave both versions in the file, between lines of signs. Readers would get both, and the signs too. Nothing is built before one of them is gone.',
    note: 'Code that begins and ends with a line of four backticks or more shows such lines as they are: for who writes of git.',
    wrong: '<<<<<<< HEAD\nFund two clinics.\n=======\nFund three clinics.\n>>>>>>> costs',
    right: 'Fund three clinics.',
    mend: 'Keep one of the two versions, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>',
  },
  'not-utf-8': {
    severity: 'error',
    finder: 'folder',
    rule: 'A file is saved as UTF-8.',
    reason:
      'In another encoding, letters with accents and curly quotation marks are lost as soon as the file is read.',
    wrong: 'We\uFFFDre writing a narrative.',
    right: 'We’re writing a narrative.',
    mend: 'Save the file again with the encoding UTF-8: editors ask for it under “Save as”',
  },
  'unreadable-file': {
    severity: 'error',
    finder: 'folder',
    rule: 'A file of the case is a file, and lies in the case folder itself.',
    reason:
      'A link that leads out of the folder would publish what somebody else’s file says. What lies outside is not read, whatever leads there, and nothing is built before that is mended.',
    note: 'A picture and `case.yaml` may be links to another file of the case. A folder that is a link to another folder of the case is left alone.',
    language: 'sh',
    wrong: 'ln -s ../../shared/10-introduction.mdx slides/10-introduction.mdx',
    right: 'cp ../shared/10-introduction.mdx slides/10-introduction.mdx',
    mend: 'Put the file itself in the place of what stands there',
  },
  'off-schema': {
    severity: 'error',
    finder: 'case',
    withoutCheck: true,
    rule: 'Settings and front matter have the fields and values that are known.',
    reason: 'A field that is misspelt would do nothing, and nobody would see that.',
    note: 'It speaks of `case.yaml`, `theme.yaml` and `changes.yaml`, of receipts, and of the head of each file.',
    language: 'yaml',
    wrong: 'titel: One booking service\ndates: { published: last spring }',
    right: 'title: One booking service\ndates: { published: 2026-03-31 }',
    mend: 'Mend the settings: a name or a value is not one that is known',
  },
  'unusable-brand': {
    severity: 'error',
    finder: 'folder',
    rule: 'What `theme.yaml` names is there, and can be used.',
    reason:
      'Nobody wants to find in front of a sponsor that the case looks like somebody else’s. Nothing is built before the brand is whole.',
    note: 'Fonts lie in the case folder as `.woff2`, `.woff`, `.ttf` or `.otf`, in a regular and a bold weight, or are a package of Fontsource that is installed beside the case.',
    language: 'yaml',
    wrong: 'fonts: [../Downloads/Brand.ttf]',
    right: 'fonts: [fonts/Brand-Regular.woff2, fonts/Brand-Bold.woff2]',
    mend: 'Put the file that theme.yaml names into the case folder, or mend its name',
  },
  'seems-internal': {
    severity: 'error',
    finder: 'case',
    withoutCheck: true,
    rule: 'What is called internal, or marked as secret, is kept inside.',
    reason:
      'Whoever writes `## Costs (internal)`, or OFFICIAL-SENSITIVE above a page, believes that nobody outside reads it. Nothing is built for everyone before it is clear.',
    note: 'It looks at brackets, labels, headings and lines of their own, in quotes, tables, components, diagrams and code too: write the word without its bracket there. A sentence that speaks of secret ballots is none of them. `severities` and `accept` do not change it.',
    wrong: '## Costs (internal)\n\nToo high.\n\n> We pay for it (not for publication).',
    right:
      '<Internal>\n\n## Costs\n\nToo high.\n\n</Internal>\n\n<Internal>\n\n> We pay for it.\n\n</Internal>',
    mend: 'Put what is to stay inside into <Internal>, or call it otherwise',
  },
  'unknown-bracket': {
    severity: 'error',
    finder: 'case',
    withoutCheck: true,
    rule: 'The bracket of a label says what is known, so that nothing is published by a word that nobody understood.',
    reason:
      'Whoever writes `Decision 4 (legal eyes): …` may mean that nobody else reads it. Nothing is built for everyone before `case.yaml` says what it means.',
    note: 'Known are kinds of evidence, dates, access, ratings, numbers, places, ids, and usual words such as `(do minimum)`, `(draft)`, `(phase 2)`. `restricted` is the access to evidence, and says nothing of other items. `severities` and `accept` do not change it.',
    wrong: 'Decision 4 (phase gate): We leave the supplier.',
    right: 'Decision 4 (phase 2): We leave the supplier.',
    mend: 'Say in case.yaml what the words in brackets mean: "brackets: …"',
  },
  'unreadable-feedback': {
    severity: 'error',
    finder: 'case',
    rule: 'What readers have answered, in feedback.json and in feedback/, is a list of issues.',
    reason:
      'An export that failed leaves a page of HTML or a message of the code host behind; readers would see no challenge, and think that there is none.',
    language: 'json',
    wrong: '{ "message": "Bad credentials" }',
    right: '[{ "number": 1, "title": "Challenge: Decision 5", "state": "OPEN" }]',
    mend: 'Mend the list where it is broken, or export the issues again',
  },
  'unknown-challenge': {
    severity: 'warning',
    finder: 'case',
    rule: 'A challenge that the case answers is one that a reader made.',
    reason: 'An answer to the wrong challenge leaves the right one without.',
    note: 'The ids of challenges, such as `F12`, stand in the files of `feedback/`. A challenge that an item answers is counted as answered.',
    wrong: 'Decision 1: We build.\n\nEvidence 1a: Nine people asked for it.\nAnswers: F12',
    right: 'Decision 1: We build.\n\nEvidence 1a: Nine people asked for it.',
    mend: 'Mend the id of the challenge, or take it out',
  },
  'unknown-component': {
    severity: 'error',
    finder: 'case',
    withoutCheck: true,
    rule: 'A component is one that exists.',
    reason: 'A part whose name is not known cannot be shown, nor can the words in it.',
    wrong: '<Statment>Every service has a form of its own.</Statment>',
    right: '<Statement>Every service has a form of its own.</Statement>',
    mend: 'Use the parts that exist, or plain words',
  },
  'unknown-markup': {
    severity: 'error',
    finder: 'case',
    withoutCheck: true,
    rule: 'Elements of HTML and their attributes are among those that a case may have.',
    reason:
      'A case is words and runs nothing. An element that loads, runs or hides something would do so for every reader, and so would an attribute such as `onclick` or `style`.',
    note: 'Allowed are elements for words, lists, tables and pictures, such as `<abbr title="…">`, `<sup>`, `<details>` and `<br />`, with `title`, `lang`, `dir` and what belongs to each, in quotation marks. Anything else stays plain text.',
    wrong: '<iframe src="https://example.org/map">The map</iframe>',
    right: '[The map](https://example.org/map)',
    mend: 'Use plain words, or the elements and attributes that are allowed; a link or a film in the place of a frame',
  },
  'broken-diagram': {
    severity: 'error',
    finder: 'build',
    rule: 'A diagram can be drawn.',
    reason: 'Where a diagram does not draw, readers find a hole in its place.',
    wrong: '```mermaid\nflowchart LR\n  book -> pay\n```',
    right: '```mermaid\nflowchart LR\n  book --> pay\n```',
    mend: 'Mend the diagram, so that it can be drawn',
  },
  'diagram-overlap': {
    severity: 'warning',
    finder: 'build',
    rule: 'In a diagram, no words lie on others.',
    reason:
      'Mermaid gives the names of bars, points and streams a place each, however long they are. Where they are long, nobody can read them.',
    wrong:
      '```mermaid\nxychart-beta\n  x-axis ["Northgate and the harbour", "Elm Terrace and beyond", "Riverside"]\n  bar [50, 60, 80]\n```',
    right:
      '```mermaid\nxychart-beta\n  x-axis ["Northgate", "Elm Terrace", "Riverside"]\n  bar [50, 60, 80]\n```',
    mend: 'Use fewer words in the diagram, and say the rest below it',
  },
  'broken-chart': {
    severity: 'error',
    finder: 'folder',
    rule: 'A table that a chart is drawn from is there, in the case folder.',
    reason:
      'Without its table nothing is left of a chart, and nothing outside the case is published.',
    wrong: '<Chart from="../costs.csv" as="lines" />',
    right: '<Chart from="costs.csv" as="lines" />',
    mend: 'Put the table beside the text that names it',
  },
  'broken-picture': {
    severity: 'error',
    finder: 'folder',
    barrier: {
      one: 'picture is missing',
      many: 'pictures are missing',
      looked: 'Pictures that are missing',
    },
    rule: 'A picture is there and can be shown.',
    reason:
      'Readers get words in place of a picture that is missing. One on another host would tell that host who reads the case, and one outside the case folder is read by nobody, so neither is shown.',
    note: 'Its address is counted from the file that shows it; one that starts with `/` is not.',
    wrong: '![Map of the halls](https://example.org/map.png)',
    right: '![Map of the halls](map.png)',
    mend: 'Mend the address of the picture, or put the file there',
  },
  'unsafe-link': {
    severity: 'error',
    finder: 'case',
    rule: 'A link leads to a web page, a mail or telephone address, or a place of the case.',
    reason:
      'Whoever follows `javascript:` or `data:` runs what somebody else wrote, and `file:` leads to a disk that readers don’t have. No output keeps such a link: its words stay as plain text.',
    wrong: "[The map](javascript:open('map')), [the plan](file:///C:/plan.pdf)",
    right: '[The map](https://example.org/map), [write to us](mailto:team@example.org)',
    mend: 'Lead the link to a web page, or leave its words without a link',
  },
  'slide-overflow': {
    severity: 'error',
    finder: 'build',
    rule: 'What a slide shows fits on it.',
    reason: 'What runs over the edge of a slide is seen by nobody in the room.',
    note: 'Lists and tables that are too long flow onto a second slide by themselves; what stands in one `<Slide>` does not.',
    wrong:
      '<Slide>\n\nAll that we were told at the desk, in three paragraphs of eight lines.\n\n</Slide>',
    right:
      '<Slide>\n\nForty minutes a booking, and one in five is wrong.\n\n</Slide>\n\nAll that we were told at the desk, in three paragraphs of eight lines.',
    mend: 'Shorten what a slide shows, or cut it in two with ---',
  },
  'slide-small-text': {
    severity: 'error',
    finder: 'build',
    rule: 'Words on a slide can be read from the back of the room.',
    reason:
      'Words of less than 20 px, of the 720 that a slide is high, are read by the first row alone. A diagram gets small words where it is too wide for the slide.',
    wrong:
      '```mermaid\nsequenceDiagram\n  Resident->>Clerk: Asks\n  Clerk->>Manager: Rings\n  Manager->>Caretaker: Rings again\n  Caretaker->>Treasurer: Counts\n  Treasurer->>Secretary: Writes\n  Secretary->>Chair: Posts\n```',
    right:
      '```mermaid\nsequenceDiagram\n  Resident->>Clerk: Asks\n  Clerk->>Manager: Rings\n```\n\n```mermaid\nsequenceDiagram\n  Manager->>Treasurer: Rings again\n  Treasurer->>Chair: Writes\n```',
    mend: 'Give diagrams, pictures and tables on slides fewer parts, or leave them to the narrative with <Page>',
  },
  'slide-low-contrast': {
    severity: 'error',
    finder: 'build',
    rule: 'Words on a slide stand out from what is behind them.',
    reason:
      'A projector in a bright room makes pale words vanish. The ratios are those of WCAG 2.2, criterion 1.4.3.',
    wrong: '```mermaid\nflowchart LR\n  ask --> pay\n  style pay fill:#ffffff,color:#cccccc\n```',
    right: '```mermaid\nflowchart LR\n  ask --> pay\n  style pay fill:#ffffff,color:#333333\n```',
    mend: 'Give words on slides a colour that stands out',
  },
  'page-overflow': {
    severity: 'error',
    finder: 'build',
    rule: 'What stands on paper is no wider and no higher than the sheet.',
    reason:
      'Nobody scrolls on paper: what is too wide or too high for a page is cut off, or in two.',
    note: 'Addresses, code and long words break by themselves. A wide table has smaller words, and then a turned sheet. Where that is not enough, its words break too, and this finding says so.',
    wrong:
      '| Region | Week 1 | Week 2 | … and so on to Week 52 |\n| --- | --- | --- | --- |\n| North | 1,204 | 1,311 | 1,298 |',
    right:
      '| Region | January to March | April to June |\n| --- | --- | --- |\n| North | 3,813 | 3,762 |',
    mend: 'Give what is too large for paper fewer columns, or shorter cells and lines',
  },
  'one-page-overflow': {
    severity: 'error',
    finder: 'build',
    rule: 'What the one-page handout says fits on one sheet.',
    reason:
      'It is read because it is one page; the second sheet stays in the printer. Its words get smaller as there are more of them, but not smaller than 10 pt.',
    wrong:
      '## Strategic objectives\n\n- Objective 1: …\n- Objective 2: …\n- Objective 3: … and so on to Objective 30, of three lines each',
    right: '## Strategic objectives\n\n- Objective 1: …\n- Objective 2: …\n- Objective 3: …',
    mend: 'Shorten what stands on the one-page handout, or leave some of it out',
  },
  'leaked-words': {
    severity: 'error',
    finder: 'build',
    rule: 'What was left out of a build stands in none of its files.',
    reason:
      'Words that stay inside, are private or were withdrawn are for nobody outside. Each file of an output is searched for them, and an output that has them is not written.',
    wrong:
      'The supplier is about to be sold to its rival.\n\n<Internal>The supplier is about to be sold to its rival.</Internal>',
    right: '<Internal>The supplier is about to be sold to its rival.</Internal>',
    mend: 'Leave the words out where the output has them, or write them for everyone',
  },
} as const satisfies Rows
