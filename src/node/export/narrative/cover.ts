/** What stands before the text: phase, title, the ask, whose and how old it is, the contents. */
import { type FileChild, HeadingLevel, Paragraph, TableOfContents, TextRun } from 'docx'
import { formatDate } from '../../../core/text/dates.ts'
import type { ReadCase } from '../../read/read-case.ts'
import type { Run } from '../text.ts'
import { childrenOf, type RunLook } from './runs.ts'

/** The children of the document's first page. */
export function coverOf(read: ReadCase, look: RunLook): FileChild[] {
  const { settings, graph, case: theCase } = read
  const phase =
    graph.phase === undefined ? [] : [new Paragraph({ text: graph.phase, style: 'Phase' })]
  const ask =
    settings.ask === undefined ? [] : [line('What we ask', [{ text: settings.ask }], look)]
  return [
    ...phase,
    new Paragraph({ text: theCase.title, heading: HeadingLevel.TITLE }),
    ...ask,
    ...factsOf(read).map(([name, runs]) => line(name, runs, look)),
    new Paragraph({ style: 'ContentsTitle', text: 'Contents' }),
    new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-3' }),
  ]
}

function factsOf({ settings, dates }: ReadCase): readonly (readonly [string, readonly Run[]])[] {
  const { team, period, caveat, repository, address, feedback = [] } = settings
  const said = (name: string, text: string | undefined) =>
    text === undefined ? [] : [[name, [{ text }]] as const]
  const linked = (name: string, web: string | undefined) =>
    web === undefined
      ? []
      : [[name, [{ text: web.replace(/^https?:\/\//, ''), to: { web } }]] as const]
  const ways = feedback.flatMap(({ label, url }, index): readonly Run[] => [
    ...(index === 0 ? [] : [{ text: ', ' }]),
    { text: label, to: { web: url } },
  ])
  return [
    ...said('Team', team),
    ...said('Covers', period),
    ...said('Published', dates.published && formatDate(dates.published)),
    ...said('Updated', dates.updated && formatDate(dates.updated)),
    ...said('Figures', caveat),
    ...linked('Address', address),
    ...linked('Sources', repository),
    ...(ways.length > 0 ? [['Feedback', ways] as const] : []),
  ]
}

function line(name: string, runs: readonly Run[], look: RunLook): Paragraph {
  const label = new TextRun({ text: `${name}: `, bold: true })
  return new Paragraph({ children: [label, ...childrenOf(runs, look)], spacing: { after: 60 } })
}
