/** The pages of the manual that follow from tables of the code, as the text of their files. */
import { checksPage } from './reference/checks.ts'
import { commandsPage } from './reference/commands.ts'
import { caseJsonPage, caseYamlPage, frontMatterPage, themeYamlPage } from './reference/fields.ts'
import { keysPage } from './reference/keys.ts'
import { kindsPage } from './reference/kinds.ts'

/** Each page by the name of its file in `src/manual/reference`. */
export const referencePages: Readonly<Record<string, () => string>> = {
  '10-commands.mdx': commandsPage,
  '20-case-yaml.mdx': caseYamlPage,
  '25-theme-yaml.mdx': themeYamlPage,
  '30-front-matter.mdx': frontMatterPage,
  '40-kinds.mdx': kindsPage,
  '50-checks.mdx': checksPage,
  '60-keys.mdx': keysPage,
  '70-case-json.mdx': caseJsonPage,
}
