/** The formats that can be edited: what each is, and where it goes. */

interface ExportFormat {
  /** In the output folder. */
  readonly file: string
  readonly meaning: string
}

/** Every format. Another one that LibreOffice writes is another row. */
export const exportFormats = {
  pptx: { file: 'handouts/deck.pptx', meaning: 'the deck, for PowerPoint' },
  odp: { file: 'handouts/deck.odp', meaning: 'the deck as OpenDocument' },
  docx: { file: 'handouts/narrative.docx', meaning: 'the narrative, for Word' },
  odt: { file: 'handouts/narrative.odt', meaning: 'the narrative as OpenDocument' },
} as const satisfies Readonly<Record<string, ExportFormat>>

/** The name of a format: that of its file, without a dot. */
export type FormatName = keyof typeof exportFormats
