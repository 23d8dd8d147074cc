/** What was nearly read: a label, a list, a table, a picture that one sign keeps from being one. */
import type { Found } from '../model/finding.ts'
import type { Source } from '../model/source.ts'
import { frontMatterSchema, RE_FRONT_MATTER } from '../settings/front-matter.ts'
import { fieldsAt } from '../settings/schema-fields.ts'
import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { nearLabels } from './shared/near-label.ts'
import { nearMark } from './shared/near-mark.ts'
import { asRead, passagesOf, placeIn } from './shared/passage.ts'

/** One finding a place: what a whole passage was meant to be says more than one of its lines. */
export const nearly: Check = (checked) => {
  const labels = nearLabels(checked)
  const found = passagesOf(checked).flatMap((passage, index, all): readonly Found[] => {
    const near = nearMark(passage) ?? labels(passage, all[index + 1])
    if (!near) return []
    const { index: at, words, mend, what } = near
    const typed = shorten(asRead(words))
    const meant = mend.map((line) => `"${line}"`).join(', and below it ')
    return [
      {
        message: `Unexpected "${typed}", which is no ${what}, expected ${meant}`,
        mend: `Write ${meant} for "${typed}"`,
        place: placeIn(passage, at, words.length),
      },
    ]
  })
  return [...checked.sources.flatMap(nearHead), ...found]
}

const FIELDS = fieldsAt(frontMatterSchema, []).join('|')
// Matches a head that is never closed, and one below an empty line: "---", "title: For the board".
const RE_HEAD = new RegExp(`^\\uFEFF?(\\s*)---[ \\t]*\\r?\\n((?:${FIELDS}):.*)`)

/** Files that say nothing, or whose head is text for readers. */
function nearHead({ file, text }: Source): readonly Found[] {
  if (text.replace(RE_FRONT_MATTER, '').trim() === '')
    return [
      {
        message: 'Unexpected empty file, expected words in it',
        mend: 'Write its text, or delete the file',
        place: { file },
      },
    ]
  const [whole = '', above, field = ''] = RE_HEAD.exec(text) ?? []
  if (whole === '' || RE_FRONT_MATTER.test(text) || /^audience/.test(field)) return []
  const mend =
    above === ''
      ? 'a line of --- below the last of these fields, too'
      : 'nothing above the first ---: delete the empty lines'
  const line = whole.split('\n').length
  return [
    {
      message: `Unexpected "${shorten(field)}", which readers would see, expected ${mend}`,
      mend: above === '' ? `Write ${mend}` : 'Delete the empty lines above the first ---',
      place: { file, line, column: 1, length: field.trimEnd().length },
    },
  ]
}
