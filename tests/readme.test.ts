/** README.md names what a writer may type, so that nothing has to be found in the code. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { options } from '../src/cli/options.ts'
import { checkIds, checks } from '../src/core/checks/index.ts'
import { kindNames, kinds } from '../src/core/model/kinds.ts'
import { frontMatterSchema, settingsSchema } from '../src/core/settings/case-yaml.ts'

const readme = readFileSync('README.md', 'utf8')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Readonly<Record<string, string>>
}

describe('README.md', () => {
  it.each(Object.keys(scripts))('names the command %s', (name) => {
    expect(readme).toMatch(new RegExp(`\`npm (?:run )?${name}\``))
  })

  it.each(Object.keys(options))('names the option --%s', (name) => {
    expect(readme).toContain(`\`--${name}`)
  })

  it.each(Object.keys(settingsSchema.shape))('names the field %s of case.yaml', (field) => {
    expect(readme).toMatch(new RegExp(`^\\| \`${field}\``, 'm'))
  })

  it.each(Object.keys(frontMatterSchema.shape))('names the field %s of a file', (field) => {
    expect(readme).toContain(`\`${field}\``)
  })

  it.each(kindNames)('names the kind %s', (kind) => {
    expect(readme).toContain(`| \`${kinds[kind].label} 1`)
  })

  it.each(checkIds)('names the check %s', (id) => {
    expect(readme).toMatch(new RegExp(`^\\| \`${id}\``, 'm'))
  })

  it('says the severity that each check has', () => {
    const said = checks.map(
      ({ id }) => new RegExp(`^\\| \`${id}\` +\\| (\\w+)`, 'm').exec(readme)?.[1],
    )
    expect(said).toEqual(checks.map(({ severity }) => severity))
  })
})
