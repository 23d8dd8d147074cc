/** Without a language a screen reader says the words with the wrong voice. */

import { isLanguage } from '../../../core/settings/values.ts'
import { textIn } from '../read/objects.ts'
import { failureAt, type PdfRule } from './rule.ts'

export const language: PdfRule = {
  id: 'language',
  demand: 'The document says its language',
  source: 'ISO 14289-1, 7.2; Matterhorn 11-001',
  run({ document: { catalog }, elements }) {
    const language = textIn(catalog, 'Lang')
    const own = elements.flatMap((each) => {
      const lang = textIn(each.dict, 'Lang')
      return lang === undefined || isLanguage(lang) ? [] : [failureAt(each, unknown(lang))]
    })
    if (language === undefined) {
      return [{ message: 'Unexpected document without language, expected Lang "en-GB"' }, ...own]
    }
    return isLanguage(language) ? own : [{ message: unknown(language) }, ...own]
  },
}

function unknown(lang: string): string {
  return `Unexpected language "${lang}", expected a code such as "en-GB"`
}
