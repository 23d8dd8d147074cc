/** Prints a long page of a built site in parts, of which those that are as they were are not printed again. */
import { type BuiltSite, type OnLoad, RE_QUERY } from '../browser/built-site.ts'
import type { PagePart } from '../browser/cut.ts'
import { doJob } from '../browser/job.ts'
import { jobFor } from '../browser/page-job.ts'
import { reuseOrMake } from '../store/page.ts'
import { openPrinted } from './open-printed.ts'
import { type PageNumbers, readPages } from './pages.ts'
import type { PartNumbers } from './part-numbers.ts'
import { type PartPlaces, printInParts } from './parts.ts'
import type { PageToPrint, PrintTab } from './print-tab.ts'
import type { PrintedPart } from './printed.ts'

/** The site, and where what was printed of it is kept. */
type StoredSite = BuiltSite & { readonly read: { readonly store: string } }

/** What to print, and in what. */
interface PartsOrder {
  readonly page: PageToPrint
  readonly parts: readonly PagePart[]
  readonly tab: () => Promise<PrintTab>
  /** Called with each file that the page is made of, also where a part was printed before. */
  readonly onLoad?: OnLoad | undefined
}

/** Prints a page in parts, each with a limit of time of its own. */
export function printKeptParts(
  site: StoredSite,
  { page, parts, tab, onLoad }: PartsOrder,
): Promise<readonly PrintedPart[]> {
  const { page: address, paper, unfold } = page
  const name = address.replace(RE_QUERY, '')
  const make = <Made>(
    [cut, index]: readonly [PagePart, number],
    numbers: PartNumbers | undefined,
    take: (printed: PrintedPart) => Promise<Made>,
  ): Promise<Made> => {
    const part = { ...cut, html: asPrinted(cut.html) }
    const { html, targets, elsewhere } = part
    const isFirst = index === 0
    const job = jobFor(`printing ${name}, part ${index + 1} of ${parts.length}`, html.length)
    return reuseOrMake({
      kind: 'printed',
      site,
      page: name,
      html,
      also: [{ page: address, paper, unfold, targets, elsewhere, isFirst }, listed(numbers)],
      ...(onLoad ? { onLoad } : {}),
      make: (load) =>
        doJob(job, async () =>
          take(await (await tab()).printPart({ ...page, part, isFirst, numbers }, load)),
        ),
    })
  }
  return printInParts(
    parts,
    {
      draft: (part, index) => make([part, index], undefined, ({ bytes }) => placesIn(bytes)),
      print: (part, index, numbers) =>
        make([part, index], numbers, async (printed) => ({
          ...printed,
          ...(await placesIn(printed.bytes)),
        })),
    },
    paper !== undefined,
  )
}

async function placesIn(bytes: Uint8Array): Promise<PartPlaces> {
  const document = await openPrinted(bytes)
  return { length: document.catalog.Pages().Count().asNumber(), pages: readPages(document) }
}

/** A page without what its head says to others, which changes with words that stand in other parts. */
function asPrinted(html: string): string {
  const end = html.indexOf('</head>')
  const head = html.slice(0, end).replace(RE_SCRIPTS, "script-src 'none'").replace(RE_SHARED, '')
  return head + html.slice(end)
}

// Matches what search engines and messengers are told.
const RE_SHARED = /<meta (?:name="description"|property="[^"]*") content="[^"]*">/g

// Matches what the policy of a page says of scripts, with the hash of each: none runs where it is printed.
const RE_SCRIPTS = /(?<=<meta http-equiv="content-security-policy" content="[^"]*)script-src [^;"]*/

/** Numbers as JSON can say them. */
function listed(numbers: PartNumbers | undefined) {
  const list = (pages: PageNumbers | undefined) => pages && [...pages]
  return numbers && { ...numbers, pages: list(numbers.pages), before: list(numbers.before) }
}
