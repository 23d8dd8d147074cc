/** How a case says it: what readers stumble over, and what would be better. */
import { telling } from './economics.ts'
import type { Rows } from './row.ts'

/** Findings of what could be said better, by id. */
export const style = {
  'malformed-link': {
    severity: 'warning',
    finder: 'case',
    rule: 'A link is written so that Markdown reads it.',
    reason:
      'Markdown shows a link that it cannot read as plain text, or leads to the wrong address.',
    wrong:
      '[one]((https://example.org)), [two](https://example.org/b c), [three] (https://example.org), [four](), (five)[https://example.org]',
    right: '[one](https://example.org), [two](https://example.org/b%20c)',
    mend: 'Mend the link: [words](address)',
  },
  'raw-mark': {
    severity: 'warning',
    finder: 'case',
    rule: 'No mark of another tool is shown to readers as it is typed.',
    reason:
      'Readers see `:::details`, `[^7]`, `$x^2$` and a `**` that nothing closes as they stand. Alerts (`> [!NOTE]`), boxes (`:::note`) and lists of definitions are read, and become paragraphs that begin with a name in bold.',
    wrong: 'We asked twelve people[^7], :tada: and ==all of them== agreed.',
    right: 'We asked twelve people[^7], and **all of them** agreed.\n\n[^7]: In March 2026.',
    mend: 'Write it as this tool reads it',
  },
  nearly: {
    severity: 'warning',
    finder: 'case',
    rule: 'What looks like a label, a list, a table, a heading or a picture is one.',
    reason:
      'One letter or one sign keeps `Decison 2:` from being a decision, and `##Objectives` from being a heading. Readers get it as plain text, and the case lacks it.',
    note: 'It looks at labels with a slip or without a number, and at headings such as `## Objective` above a list. It looks at the signs that other programs have for lists, tables and pictures, at the head of a file, and for files without words.',
    wrong:
      '## Objective\n\n- People book once\n\n## Decisions\n\nDecison 1: We ask once.\n\n• At the desk\n• By text',
    right:
      '## Objectives\n\n- People book once\n\n## Decisions\n\nDecision 1: We ask once.\n\n- At the desk\n- By text',
    mend: 'Write it as it is read',
  },
  'uneven-row': {
    severity: 'warning',
    finder: 'case',
    rule: 'Each row of a table has as many cells as its first one.',
    reason:
      'A line `|` that is part of the words makes one cell more. In code, it is read as it is meant.',
    wrong: '| Command | Meaning |\n| --- | --- |\n| sort | uniq | Sorts |',
    right: '| Command | Meaning |\n| --- | --- |\n| sort \\| uniq | Sorts |',
    mend: 'Write \\| for a line that is part of the words',
  },
  'unsure-list': {
    severity: 'advice',
    finder: 'case',
    rule: 'What stands below a heading that speaks of items says whether it holds them: a list, a table, headings, words.',
    reason:
      'What is no item cannot be cited, and a list of something else, taken for items, would say what nobody said.',
    wrong: '## Risks\n\nAutumn round:\n\n- Clinics leave\n- Letters still go out',
    right:
      '## Risks\n\nThe risks of the autumn round are:\n\n- Clinics leave\n- Letters still go out',
    mend: 'Say above a list what it holds, name the column of a table for what it holds, or write a label where each item begins: "Risk 1: …"',
  },
  'lost-link': {
    severity: 'warning',
    finder: 'case',
    ofWhole: true,
    rule: 'A link without https: leads to a file, section or item of the case.',
    reason:
      'Whoever follows `#benifits` stays where they are, and a file beside the texts is in no output. Of such a link, pages and documents keep the words alone. A part that a file does not have leads to its beginning.',
    wrong: '## Benefits\n\nSee [the benefits](#benifits) and [the survey](survey.pdf).',
    right:
      '## Benefits\n\nSee [the benefits](#benefits) and [the survey](https://example.org/survey.pdf).',
    mend: 'Lead the link to a file, section or item: [words](20-plan.mdx), [words](#key-decisions)',
  },
  'dead-link': {
    severity: 'warning',
    finder: 'web',
    rule: 'The web pages to which the case leads are there.',
    reason: 'A reader who follows a source to a page that is gone cannot follow the argument.',
    note: 'Web pages are asked only where somebody wants to know: `check --links`. What asks for an account is not asked.',
    wrong: '[The survey](https://example.org/surveys/2019-draft) shows it.',
    right: '[The survey](https://example.org/surveys/2019) shows it.',
    mend: 'Mend the address, or leave it out: there is no page any more',
  },
  mojibake: {
    severity: 'warning',
    finder: 'case',
    rule: 'Characters are what the author typed, not bytes of another encoding.',
    reason: '`â€™` makes a careful case look careless, and no screen reader can say it.',
    wrong: 'Weâ€™re writing a narrative.',
    right: 'We’re writing a narrative.',
    mend: 'Mend the garbled characters',
  },
  'unknown-layout': {
    severity: 'warning',
    finder: 'case',
    rule: 'A slide names a layout that exists and that its content suits.',
    reason: 'A slide whose layout is not known gets another one, and nobody sees why.',
    wrong:
      '<Slide layout="tabel">\n\n| Hall | Days |\n| ---- | ---- |\n| East | 40   |\n\n</Slide>',
    right:
      '<Slide layout="table">\n\n| Hall | Days |\n| ---- | ---- |\n| East | 40   |\n\n</Slide>',
    mend: 'Name a layout that suits the slide, or none: the content chooses one',
  },
  'unknown-diagram': {
    severity: 'warning',
    finder: 'case',
    rule: 'A diagram is drawn, and shows something of the case.',
    reason:
      'A diagram of nothing leaves a hole in the page that nobody sees while writing, and one in a list or a quote stays code.',
    wrong:
      '## Sprint 2\n\nDecision 3: We ask once.\n\nEvidence 3a: Users are stuck.\n\n<Diagram of="sprint 9" />',
    right:
      '## Sprint 2\n\nDecision 3: We ask once.\n\nEvidence 3a: Users are stuck.\n\n<Diagram of="sprint 2" />',
    mend: 'Name what the diagram is to show ("objectives", "decisions", "sprint 2"), in lines of its own',
  },
  'chart-not-drawn': {
    severity: 'warning',
    finder: 'case',
    rule: 'A chart shows numbers of one unit, in a form in which people can compare them.',
    reason:
      'A chart that would mislead, or that nobody can read, is not drawn: its table stands alone. Two scales show a relation that is not there, twenty bars show nothing, and a pie shows less than bars.',
    note: 'The rules follow the guidance on charts of the Government Analysis Function.',
    wrong: '| Area  | Days |\n| ----- | ---: |\n| North | 6    |\n| Hills | 4    |\n\n(as pie)',
    right: '| Area  | Days |\n| ----- | ---: |\n| North | 6    |\n| Hills | 4    |\n\n(as bars)',
    mend: 'Name a form that suits the numbers, or none: (as chart) lets them choose',
  },
  'chart-with-gaps': {
    severity: 'advice',
    finder: 'case',
    rule: 'A chart shows all that it seems to show.',
    reason:
      'Where a number is missing, readers see a gap and wonder; where a time is left out, or a total stands beside its parts, they compare what is not alike.',
    wrong:
      '| Year | Calls |\n| ---- | ----: |\n| 2024 | 6     |\n| 2025 | n/a   |\n| 2026 | 4     |\n\n(as columns)',
    right:
      '| Year | Calls |\n| ---- | ----: |\n| 2024 | 6     |\n| 2025 | 5     |\n| 2026 | 4     |\n\n(as columns)',
    mend: 'Say below the chart why something is missing, or add it',
  },
  'unsorted-bars': {
    severity: 'advice',
    finder: 'case',
    rule: 'Bars stand in the order of their size, or in one that their names have.',
    reason:
      'People compare a bar with its neighbours. In an order of chance they have to search for the longest, and for who comes next.',
    note: 'This follows the guidance on charts of the Government Analysis Function. Bars are drawn as their table stands, since no program knows every order that names can have.',
    wrong:
      '| Area  | Days |\n| ----- | ---: |\n| North | 6    |\n| Hills | 9    |\n| Coast | 2    |\n| Lakes | 7    |\n\n(as bars)',
    right:
      '| Area  | Days |\n| ----- | ---: |\n| Hills | 9    |\n| Lakes | 7    |\n| North | 6    |\n| Coast | 2    |\n\n(as bars)',
    mend: 'Put the rows of the table in the order of their numbers, the largest first',
  },
  'diagram-code': {
    severity: 'warning',
    finder: 'case',
    rule: 'A diagram is shapes, words and links.',
    reason:
      'A diagram may be anybody’s. So it is drawn without a network, and published as shapes, words and links: no function is called, no picture fetched, no style taken from elsewhere. Whoever asks for that would miss it on the page.',
    wrong:
      '```mermaid\nflowchart LR\n  a[Wait] --> b["<img src=map.png> Book"]\n  click a call tell()\n```',
    right:
      '```mermaid\nflowchart LR\n  a[Wait] --> b[Book]\n  click a href "https://example.org/wait"\n```',
    mend: 'Say it with shapes, words and links',
  },
  'unknown-step': {
    severity: 'warning',
    finder: 'case',
    rule: 'A step of a diagram names boxes of the diagram above it.',
    reason:
      'A box that no step names is there from the start. With a slip in the name, it would stand there before it is spoken of.',
    note: 'Steps show parts of a flowchart, and each box has its place from the start. Lines come with their later end. On paper and in the narrative all is there.',
    wrong: '```mermaid\nflowchart LR\n  a[Wait] --> b[Book]\n```\n\n<Step show="Boook" />',
    right: '```mermaid\nflowchart LR\n  a[Wait] --> b[Book]\n```\n\n<Step show="Book" />',
    mend: 'Write the words of the box, or its name, as they stand in the diagram',
  },
  'unknown-strength': {
    severity: 'warning',
    finder: 'case',
    rule: 'What is said of the strength of evidence is understood, so that it counts.',
    reason: 'A misspelt rating looks like one and counts as none.',
    note: '`strength` at the head of a file is read too.',
    wrong: 'Evidence 3a (interview, spring 2020, quality amber, quality red): Users are stuck.',
    right: 'Evidence 3a (interview, March 2020, quality amber: two sites): Users are stuck.',
    mend: 'Say how strong the evidence is in words that are known',
  },
  'quote-without-speaker': {
    severity: 'warning',
    finder: 'case',
    rule: 'A quote says who said it.',
    reason:
      'A sponsor’s first question to a quote is who said it; without an answer it is decoration.',
    note: '`<Quote by="Hall manager, participant 12">` says it too, and so does "A hall manager told us:" in front of the quote. A document quoted in running text is no quote of a person.',
    wrong: '> I spend my Mondays undoing Sundays.',
    right: '> I spend my Mondays undoing Sundays.\n>\n> Hall manager, participant 12',
    mend: 'Say who said it, or what they do',
  },
  'missing-alternative': {
    severity: 'warning',
    finder: 'case',
    barrier: {
      one: 'picture has no text alternative',
      many: 'pictures have no text alternative',
      looked: 'Pictures without a text alternative',
    },
    rule: 'A picture has words that say what it shows.',
    reason:
      'Whoever listens to a page, or reads it where the picture is missing, gets nothing or the name of a file.',
    note: 'A picture for decoration alone says so: `<img src="wave.svg" alt="" />`.',
    wrong: '![](map.png) and ![IMG_2041.jpg](IMG_2041.jpg)',
    right: '![Map: half of the halls are within a mile of the station](map.png)',
    mend: 'Say what the picture shows: ![words](picture.png)',
  },
  'picture-left-out': {
    severity: 'advice',
    finder: 'case',
    rule: 'A picture is in the text and on a slide.',
    reason:
      'Some people read the narrative and others see the slides alone. A picture that one of them lacks is missed by nobody until somebody asks for it.',
    note: 'A picture among words, in a list, a quote or a table has a slide of its own after these. It is for the page alone in `<Page>` and below `---`. What has the words of an item alone, such as the one page, leaves out a picture between them; an editable deck says a small sign in words.',
    wrong:
      '## Halls\n\n![Map of the halls](map.png)\n\n<Slide>\n\nHalf are near a station.\n\n</Slide>',
    right: '## Halls\n\nHalf are near a station.\n\n![Map of the halls](map.png)',
    mend: 'Put the picture where both the page and the slides show it',
  },
  'long-deck': {
    severity: 'advice',
    finder: 'case',
    rule: 'A deck has as many slides as one can tell.',
    reason:
      'Nobody sits through 400 slides. A deck that is longer by more than a fifth than `deck: { slides: 80 }` shows the strongest slides of each chapter. These are what the case is for, decisions by how much stands on them, diagrams, and the first sentence of each part. A slide then counts the rest. All of it is in the narrative, the speaker view lists it, and `g` in the deck goes to it.',
    note: 'A slide of your own (`<Slide>`) and a `priority` count most. Routes choose from all slides, not only from those that the deck shows.',
    language: 'yaml',
    wrong: 'deck: { slides: 12 }',
    right: 'deck: { slides: 400 }',
    mend: 'Name a route for each talk, put what is for readers below ---, or say deck: { slides: 200 } in case.yaml',
  },
  'bare-slide': {
    severity: 'advice',
    finder: 'case',
    rule: 'A slide shows something below its heading.',
    reason: 'A heading alone says nothing, and the room waits for what does not come.',
    note: 'A section of prose shows its first sentence if that is short enough. The rest is for the speaker.',
    wrong:
      '## Halls\n\nHalls all over the county are booked by letter, by telephone and by asking whoever has the key, and nobody knows on any one day which of them are free to be used.',
    right:
      '## Halls\n\nNobody knows which halls are free. They are booked by letter, by telephone and by asking whoever has the key.',
    mend: 'Write a short sentence, a list or a picture below the heading',
  },
  'page-break': {
    severity: 'advice',
    finder: 'build',
    rule: 'On paper, a heading stands above what it heads, and a row of a table on one page.',
    reason: 'Who turns a page reads a heading without its words, or half a row without its head.',
    note: 'Pages are laid out so that both hold. It is found where they cannot, since what follows a heading fits on no page with it.',
    wrong: '### Costs\n\n<Columns>… of two pages …</Columns>',
    right: '### Costs\n\nWhat it costs, in two columns:\n\n<Columns>… of half a page …</Columns>',
    mend: 'Shorten what stands before the heading, or the cells of the row',
  },
  'unknown-style': {
    severity: 'warning',
    finder: 'folder',
    rule: '`theme.css` sets what a brand may set, and nothing that could hide words.',
    reason:
      'A style sheet can hide a caveat, make a draft look final, or load something from another host. So it may set letters, lines, corners, spaces, and colours by the tokens of the theme. What else it says is left out, and this says so.',
    note: 'It may hold rules, and rules within `@media`. Marks of what is draft, missing or for the team alone keep their own look, whatever it says.',
    language: 'text',
    wrong: '.page-caveat { display: none }\nh2 { color: #ffdd00 }',
    right:
      'h2 { color: var(--thread); letter-spacing: 0.02em; border-bottom: 2px solid var(--rule) }',
    mend: 'Delete what theme.css may not set, or say it in theme.yaml',
  },
  'unclear-colour': {
    severity: 'warning',
    finder: 'folder',
    rule: 'The colours of a brand stand out from each other where words and marks need it.',
    reason:
      'A brand’s colour is made for large grounds as often as for words: yellow on white is read by nobody. The nearest colour that can be read is used in its place, by WCAG 2.2, criterion 1.4.3, and the given one still stands where it is clear.',
    language: 'yaml',
    wrong: 'colours: { accent: "#ffdd00", paper: "#ffffff" }',
    right:
      'colours: { accent: "#7d6900", paper: "#ffffff", ground: "#1a1a1a", highlight: "#ffdd00" }',
    mend: 'Write the nearest colour that is clear, or give another ground',
  },
  'picture-metadata': {
    severity: 'advice',
    finder: 'folder',
    rule: 'A picture has no more in it than it shows.',
    reason:
      'Cameras write where and when a picture was taken, and with which device; drawing tools write names, paths on a disk, and layers that are hidden. No output has any of that. Who has the file or git can read it.',
    note: 'Colours and the side that is up are part of what it shows.',
    language: 'sh',
    wrong: 'cp ~/camera/IMG_2031.jpg slides/desk.jpg',
    right: 'magick ~/camera/IMG_2031.jpg -auto-orient -strip slides/desk.jpg',
    mend: 'Save the picture again without what it does not show',
  },
  'film-captions': {
    severity: 'warning',
    finder: 'folder',
    rule: 'A film has captions.',
    reason:
      'Whoever cannot hear a film, or has no sound on, gets half of it. Web Content Accessibility Guidelines ask for captions at level A (1.2.2).',
    note: 'Captions are the file `clip.vtt` beside `clip.mp4`, in the format `WebVTT`. Phones, YouTube and most editors make a first version. Without sound, write what is seen, such as `[No sound. A clerk types the same name three times.]`.',
    language: 'sh',
    wrong: 'ls slides/clip.*   # clip.mp4',
    right: 'ls slides/clip.*   # clip.mp4 clip.vtt',
    mend: 'Put the captions beside the film, under its name and with the ending .vtt',
  },
  'film-poster': {
    severity: 'warning',
    finder: 'build',
    rule: 'A film has a picture that stands for it.',
    reason:
      'Paper and files to edit show one picture of a film, and pages show it until somebody plays it. Where this browser cannot play the film, nobody can take its first picture.',
    note: 'The picture is `clip.jpg` or `clip.png` beside `clip.mp4`. Without one, the first picture of the film stands there.',
    language: 'sh',
    wrong: 'ls slides/clip.*   # clip.mp4 clip.vtt',
    right: 'ls slides/clip.*   # clip.mp4 clip.vtt clip.jpg',
    mend: 'Put a picture beside the film, under its name and with the ending .jpg',
  },
  'large-film': {
    severity: 'advice',
    finder: 'folder',
    rule: 'A film is small enough to travel.',
    reason:
      'A film is inside of each file that needs no network, up to 10 MB. Of a larger one these files have the poster, and its address where the case has one.',
    language: 'sh',
    wrong: 'cp ~/recording.mp4 slides/clip.mp4   # 48 MB',
    right: 'ffmpeg -i ~/recording.mp4 -vf scale=1280:-2 -crf 28 slides/clip.mp4',
    mend: 'Save the film again shorter, or smaller: 1280 × 720 is enough for a slide',
  },
  'unseen-words': {
    severity: 'warning',
    finder: 'folder',
    rule: 'Words in a drawing are seen, or are not in it.',
    reason:
      'What lies under a box, beyond the edge or in the colour of the paper is still in the file that is published, and whoever opens it reads it. What is hidden in any other way is taken out.',
    note: 'It looks at drawings (SVG) of up to 150 texts. Words in a photograph are pixels: what is covered there is gone.',
    language: 'text',
    wrong: '<text fill="white">Up to 40,000 pounds</text>',
    right: '<text fill="black">Costs are confirmed in May</text>',
    mend: 'Delete these words in your drawing program, and save the picture again',
  },
  'unread-file': {
    severity: 'warning',
    finder: 'folder',
    rule: 'A file of words has a name that is read.',
    reason:
      'Only files that end in `.mdx` are read, and addresses cannot hold `#`, `?`, `%` and `\\`. Somebody meant these words to be seen.',
    note: 'Nor is a copy that a program that syncs has made beside a file, such as `20-benefits (1).mdx`. Answers of readers are read from `feedback.json`, and from `.yaml` and `.json` in `feedback/` itself. A file whose name starts with `_` is left out in silence.',
    language: 'text',
    wrong: 'slides/20-benefits.md',
    right: 'slides/20-benefits.mdx',
    mend: 'Rename the file as the finding says, or put a _ in front of its name',
  },
  'single-source': {
    severity: 'advice',
    finder: 'case',
    rule: 'A decision rests on more than one piece of evidence, so that it does not fall with it.',
    reason: 'A single source is the weak link that a sponsor attacks first.',
    note: 'Evidence of another decision counts where it is used again, `Evidence 1a: See above`, or cited, `Decision 3: … (1a)`.',
    wrong: 'Decision 3: We ask once.\n\nEvidence 3a: Users are stuck.',
    right:
      'Decision 3: We ask once.\n\nEvidence 3a: Users are stuck.\n\nEvidence 3b: Offices are full.',
    mend: 'Find a second source for what only one supports',
  },
  'unserved-objective': {
    severity: 'advice',
    finder: 'case',
    rule: 'Where benefits serve objectives, every objective is served, so that none looks forgotten.',
    reason:
      '"Who benefits?" is asked of every objective; where benefits are written for the others, this one looks forgotten.',
    wrong:
      '## Objectives\n\n- Users book once\n- Users book anywhere\n\n## Benefits\n\n- Staff save an hour a day (O1)',
    right:
      '## Objectives\n\n- Users book once\n- Users book anywhere\n\n## Benefits\n\n- Staff save an hour a day (O1)\n- Visits are planned a day ahead (O2)',
    mend: 'Say which benefit serves the objective: cite it (O1)',
  },
  'unlabelled-citation': {
    severity: 'advice',
    finder: 'case',
    rule: 'What is cited has a label of its own, so that inserting does not shift it.',
    reason:
      'O2 becomes O3 when someone inserts an objective above it, and every citation of it then means another one. A label keeps the number.',
    wrong:
      '## Strategic objectives\n\n- Users book once\n- Users book anywhere\n\nWe work across boundaries (O2).',
    right:
      '## Strategic objectives\n\n- Users book once\n- Objective 2: Users book anywhere\n\nWe work across boundaries (O2).',
    mend: 'Give what is cited a label that keeps its number: "Objective 1: …"',
  },
  'statement-advice': {
    severity: 'advice',
    finder: 'case',
    rule: 'A section of prose alone has a sentence that can stand on a slide.',
    reason:
      'The deck shows a quoted sentence or a short first one; without either the slide has only a title.',
    wrong:
      '## Context\n\nEach of the services that the council has to offer, from the library to the leisure centre to the registrar, has come to have a form, a calendar and a set of rules of its own.',
    right:
      '## Context\n\n<Statement>Every service has a form of its own.</Statement>\n\nEach of the services that the council has to offer, from the library to the leisure centre to the registrar, has come to have a form, a calendar and a set of rules of its own.',
    mend: 'Add a sentence that can stand on a slide: <Statement>',
  },
  'see-above': {
    severity: 'advice',
    finder: 'case',
    rule: 'Text that refers to another place cites it or links to it.',
    reason:
      '"Above" is another place in the narrative, on a slide and on paper, and no link leads there.',
    note: '`Evidence 10a: See above` uses evidence again, and "see below:" in front of a list shows it at once.',
    wrong:
      'It costs too much, as mentioned above.\n\nDecision 7: We ask once.\n\nEvidence 7b: Licences cost more each year.',
    right:
      'It costs too much (7b).\n\nDecision 7: We ask once.\n\nEvidence 7b: Licences cost more each year.',
    mend: 'Say which one is meant: cite it (3a), or link to it',
  },
  'duplicate-title': {
    severity: 'advice',
    finder: 'case',
    rule: 'A title stands once in a chapter.',
    reason:
      'In a list of contents, and in what somebody says in a meeting, two sections of one title can’t be told apart.',
    wrong: '## Options\n\n### Costs\n\nThey are high.\n\n### Costs\n\nThey fall.',
    right: '## Options\n\n### Costs now\n\nThey are high.\n\n### Costs in five years\n\nThey fall.',
    mend: 'Give each section a title of its own',
  },
  'unknown-host': {
    severity: 'advice',
    finder: 'case',
    rule: 'The code host in case.yaml is one that is known, so that readers can suggest changes there.',
    reason:
      'Each section and item leads readers to its file and to a new issue. Addresses are not guessed, and so they get no links, or e-mail alone.',
    language: 'yaml',
    wrong: 'repository: https://code.example.org/team/case',
    right: 'repository: https://code.example.org/team/case\nhost: gitlab',
    mend: 'Say what the code host is: "host: gitlab" in case.yaml',
  },
  'skipped-heading': {
    severity: 'advice',
    finder: 'case',
    barrier: {
      one: 'heading skips a level',
      many: 'headings skip a level',
      looked: 'Headings that skip a level',
    },
    rule: 'A heading is at most one level below the heading before it.',
    reason:
      'Whoever listens to a page moves by heading levels, and on a code host the outline looks broken.',
    wrong: '## Costs\n\n#### Licences\n\nThey rise.',
    right: '## Costs\n\n### Licences\n\nThey rise.',
    mend: 'Leave out no level of heading',
  },
  'long-sentence': {
    severity: 'advice',
    finder: 'case',
    rule: 'A sentence has no more words than readers can hold.',
    reason: 'Readers lose a long sentence, and a speaker can’t say it in one breath.',
    note: 'More than 35 words are too many, or more than `limits.sentenceWords` in `case.yaml`. What people said stays as they said it, and tables and code are no sentences.',
    wrong:
      'Each of the services that the council has to offer, from the library to the leisure centre to the registrar, has come to have a form, a calendar and a set of rules of its own, and nobody knows why.',
    right:
      'Each service that the council offers has a form, a calendar and a set of rules of its own. Nobody knows why.',
    mend: 'Cut long sentences in two',
  },
  'withdrawn-in-git': {
    severity: 'advice',
    finder: 'case',
    rule: 'Withdrawn words are gone from the sources too, and from what git keeps.',
    reason:
      'No output shows withdrawn words, but whoever can read the sources can read them there, and every copy of the repository holds them.',
    note: 'The check cannot see into copies of the repository, and so it speaks until it is accepted or turned off.',
    wrong: 'Evidence 12c: What somebody told us, and has asked us to forget.',
    right: 'Evidence 12c: Withdrawn',
    mend: 'Delete withdrawn words from the files, and have whoever looks after the repository delete what git keeps of them',
  },
  'withdrawn-in-receipt': {
    severity: 'warning',
    finder: 'folder',
    rule: 'Withdrawn words are gone from receipts too.',
    reason: 'A receipt holds the case as it was shown, and git keeps the receipt.',
    language: 'json',
    wrong: '{ "key": "evidence-12c", "text": "What somebody has asked us to forget" }',
    right: '{ "key": "evidence-12c", "text": "Withdrawn" }',
    mend: 'Take withdrawn words out of the receipt',
  },
  'lost-receipt': {
    severity: 'warning',
    finder: 'folder',
    rule: 'Git still has what a receipt says was shown.',
    reason:
      'Where the history was rewritten, or the receipt is of another branch, nobody can tell what changed since the meeting.',
    language: 'sh',
    wrong: 'git rebase main # the commit of the receipt is gone',
    right: 'git merge main',
    mend: 'Have whoever looks after the repository bring the state of that day back, or delete the receipt',
  },
  'unexplained-abbreviation': {
    severity: 'advice',
    finder: 'case',
    rule: 'The case says what an abbreviation stands for.',
    reason: 'Whoever was not in the room does not know the team’s abbreviations, and does not ask.',
    note: 'Once is enough, anywhere in the case. Those that everybody in the UK knows need no explanation, nor does that of the team’s own name.',
    wrong: 'We asked the DVSA.',
    right: 'We asked the Driver and Vehicle Standards Agency (DVSA).',
    mend: 'Write abbreviations out once: "Full Name (FN)"',
  },
  ...telling,
} as const satisfies Rows
