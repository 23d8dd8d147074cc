/** What a PDF says about itself: document information and XMP. */
import { type PDFDocument, PDFName } from 'pdf-lib'
import { escapeXml } from '../../core/text/xml.ts'

/** What a PDF says of itself. */
export interface PdfMetadata {
  readonly title: string
  /** Who made the case. */
  readonly author?: string | undefined
  /** BCP 47, `en-GB`. */
  readonly language: string
  /** When the case was last updated; never the time of the build, so that builds repeat. */
  readonly updated?: Date | undefined
  /** Where the site will be published; links to its pages are kept only if this is known. */
  readonly url?: string | undefined
}

/** Writes title, author, language and dates, both in the old dictionary and as XMP. */
export function describeDocument(document: PDFDocument, metadata: PdfMetadata): void {
  const { title, author, language, updated = UNDATED } = metadata
  document.setTitle(title, { showInWindowTitleBar: true })
  if (author !== undefined) document.setAuthor(author)
  document.setLanguage(language)
  document.setProducer(PRODUCER)
  document.setCreator(PRODUCER)
  document.setCreationDate(updated)
  document.setModificationDate(updated)
  const xmp = document.context.stream(new TextEncoder().encode(xmpOf(metadata)), {
    Type: 'Metadata',
    Subtype: 'XML',
  })
  document.catalog.set(PDFName.of('Metadata'), document.context.register(xmp))
}

const PRODUCER = 'Throughline'

/** Stands in the file of a case that gives no date. */
const UNDATED = new Date('2000-01-01T00:00:00Z')

/** ISO 16684-1: the packet that archives, search and accessibility checkers read. */
function xmpOf({ title, author, language, updated = UNDATED }: PdfMetadata): string {
  const date = updated.toISOString().replace('.000Z', 'Z')
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
${creatorOf(author)}
<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${PRODUCER}</pdf:Producer>
<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

function creatorOf(author: string | undefined): string {
  if (author === undefined) return ''
  return `<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>`
}
