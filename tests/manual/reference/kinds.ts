/** The page of kinds. */
import { builtInKinds } from '../../../src/core/model/kinds.ts'
import { page, table } from './page.ts'

/** Every kind that the tool brings, with its label, headings and id. */
export function kindsPage(): string {
  const rows = [...builtInKinds.values()].map(({ label, prefix, headings, shape }) => {
    const id = ['1', '1a'].map((number) => `${prefix}${number}`).find((one) => shape.test(one))
    const named = headings.map((heading) => heading[0]?.toUpperCase() + heading.slice(1))
    const typed = `${label} ${prefix === '' ? id : '1'}`
    return [label, `\`${typed}:\``, named.join(', ') || 'none: use the label', `\`${id}\``]
  })
  return page(
    '## Kinds of item',
    'These can be cited. Where a heading of the third column stands, the entries of the first list below it are items. Most kinds are known by their names in Welsh, French, German and Irish, too.',
    table(['Kind', 'Label', 'Headings whose first list holds them', 'Id'], rows),
  )
}
