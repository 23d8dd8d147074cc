/** Opening quotation marks hang in the margin, so that the words below each other start in one line. */

/** Class by the sign; layouts/quote.css gives each the width of the sign. */
const CLASSES: Readonly<Record<string, string>> = {
  '“': 'hangs-double',
  '„': 'hangs-double',
  '"': 'hangs-double-straight',
  '‘': 'hangs-single',
  "'": 'hangs-single-straight',
}

/** The class for what starts with a text; `undefined` where no sign opens it. */
export function hangOf(text: string): string | undefined {
  return CLASSES[text.charAt(0)]
}
