/** What stands in a text and is told to nobody: lines of its state, dates, lists of contents, words of a template. */
import type { Section } from '../model/case.ts'
import type { Block, EntryBlock, ItemBlock, Words } from '../syntax/conventions/index.ts'
import { textOf, walk } from '../syntax/tree.ts'
import { countWords } from '../text/sentences.ts'

// Matches "Status: Draft", "Last updated: 3 March" and "Notes: see the minutes".
const RE_FIELD =
  /^(?:document )?(?:status|state|version|date|dated|(?:last )?(?:updated|reviewed|modified|changed)|review date|authors?|owners?|classification|deciders?|decision[- ]makers?|consulted|informed|prepared (?:by|for)|approved by|distribution|circulation|tags?|keywords|ticket|reference|notes?|n\.?b\.?)\s*:(?:\s|$)/i
/** A line of its state has no more words. */
const FIELD_WORDS = 20

// Matches "12 March 2020", "March 2020", "2020-03-12" and "Version 0.4, 12 March 2020".
const RE_DATE =
  /^(?:version\s+[\d.]+,?\s*)?(?:(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:\d{1,2},\s*)?\d{4}|\d{4}-\d{2}(?:-\d{2})?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})\.?$/i
const RE_VERSION = /^version\s+[\d.]+(?![\d.])(?:\s*\(?\w+\)?)?\.?$/i

// Matches "[Describe the problem]", "<Name of the service>", "{Insert here}": words between brackets alone.
const RE_PLACEHOLDER =
  /^[[{<(]\s*(?:insert|add|describe|enter|write|explain|list|your|short|name of|title of|date of|e\.?g\.?|example|placeholder|summari[sz]e|outline|provide|complete|fill|delete|state|if applicable|optional|space for|to be completed)\b[^\]}>)]*[\]}>)]\.?$/i
// Matches how templates of decision records and proposals speak to whoever fills them in.
const RE_TEMPLATE =
  /^(?:lorem ipsum\b|(?:what is the (?:issue|change|status)\b.*\b(?:we['’]re|we are|such as)\b)|what becomes easier or more difficult\b|one paragraph explanation of\b|why are we doing this\? what use cases\b|this is the technical portion of\b|(?:delete|remove|replace) (?:this|the) (?:text|section|line|paragraph|guidance)\b|use this (?:section|space) to\b|(?:describe|explain|insert|enter|write|add) .{0,60}\bhere\b)/i

/** Titles of parts that speak of the document; compared in lower case. */
const PARTS: ReadonlySet<string> = new Set([
  ...['contents', 'table of contents', 'document control', 'document history'],
  ...['version control', 'version history', 'revision history', 'distribution list'],
])
/** Titles of parts that say a state, if they are short. */
const STATES: ReadonlySet<string> = new Set(['status', 'date', 'version', 'deciders', 'authors'])

/** Whether a section says something of the document, and nothing of what it is about. */
export function isAdministrativePart(section: Section | undefined): boolean {
  return section !== undefined && PARTS.has(plain(section.title))
}

/** Whether a block is told to nobody. */
export function isAdministrative(block: Block, section: Section | undefined): boolean {
  if (block.type === 'list') {
    const { entries } = block
    return entries.length > 0 && (entries.every(isField) || entries.every(leadsOnly))
  }
  if (block.type === 'lead-in') return isNotes(block.words)
  if (block.type !== 'prose') return false
  const { text } = block.words
  if (isState(section) && countWords(text) <= FIELD_WORDS) return true
  const lines = text.split('\n').map((line) => line.trim())
  return lines.every(isFieldLine) || isTemplate(text)
}

/** Whether words are those of a template that nobody has filled in. */
function isTemplate(text: string): boolean {
  const words = text.trim()
  return RE_PLACEHOLDER.test(words) || RE_TEMPLATE.test(words)
}

function isField(entry: ItemBlock | EntryBlock): boolean {
  return entry.type === 'entry' && !entry.gap && isFieldLine(entry.words.text.trim())
}

function isFieldLine(line: string): boolean {
  if (RE_DATE.test(line) || RE_VERSION.test(line)) return true
  return RE_FIELD.test(line) && countWords(line) <= FIELD_WORDS
}

/** An entry of a list of contents is a link into the case, and nothing else. */
function leadsOnly(entry: ItemBlock | EntryBlock): boolean {
  const { addresses, text } = entry.words
  const links = [...walk(entry.node)].filter(({ type }) => type === 'link').map(textOf)
  const letters = (words: string): string => words.replace(RE_NO_LETTER, '')
  return (
    addresses.length > 0 &&
    addresses.every((address) => RE_INSIDE.test(address)) &&
    letters(links.join('')) === letters(text)
  )
}

// Matches what may stand between links and before them: "1.2 ", ", ".
const RE_NO_LETTER = /[^\p{L}]+/gu

// Matches "#costs", "./20-costs.md#costs" and "/docs/costs": no address of the web.
const RE_INSIDE = /^(?!\w+:|\/\/)./

function isNotes({ text }: Words): boolean {
  return /^(?:notes?|n\.?b\.?)\s*(?::\s*)?$/i.test(text.trim())
}

function isState(section: Section | undefined): boolean {
  return section !== undefined && STATES.has(plain(section.title))
}

function plain(title: string): string {
  return title
    .toLowerCase()
    .replace(/^[\d.]+\s+/, '')
    .replace(/(?<![:.\s])[:.\s]+$/, '')
}
