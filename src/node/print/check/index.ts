/** Every rule for PDFs, in the order in which a report lists them. */
import { bookmarks } from './bookmarks.ts'
import { emptyPages } from './empty-pages.ts'
import { figures } from './figures.ts'
import { fonts } from './fonts.ts'
import { headings } from './headings.ts'
import { joinedWords } from './joined-words.ts'
import { language } from './language.ts'
import { links } from './links.ts'
import { lists } from './lists.ts'
import { metadata } from './metadata.ts'
import { pageBreaks } from './page-breaks.ts'
import { parents } from './parents.ts'
import { roles } from './roles.ts'
import type { PdfRule } from './rule.ts'
import { tabOrder } from './tab-order.ts'
import { tables } from './tables.ts'
import { tagged } from './tagged.ts'
import { title } from './title.ts'
import { unicode } from './unicode.ts'
import { untagged } from './untagged.ts'

/** Every rule. A new one is a line here. */
export const rules: readonly PdfRule[] = [
  tagged,
  untagged,
  parents,
  roles,
  language,
  title,
  headings,
  lists,
  tables,
  links,
  figures,
  bookmarks,
  tabOrder,
  fonts,
  unicode,
  joinedWords,
  metadata,
  emptyPages,
  pageBreaks,
]
