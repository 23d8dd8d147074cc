/** Opening quotation marks hang in the margin, so that the words below each other start in one line. */

/** Class by the sign; layouts/quote.css gives each the width of the sign. */
const CLASSES: Readonly<Record<string, string>> = {
  '“': 'hanging-double',
  '„': 'hanging-double',
  '"': 'hanging-double-straight',
  '‘': 'hanging-single',
  "'": 'hanging-single-straight',
}

/** The class for what starts with a text; `undefined` where no sign opens it. */
export function hangOf(text: string): string | undefined {
  return CLASSES[text.charAt(0)]
}
