/** Writes a brand into a case: `theme.yaml`, its logos, and the line of `case.yaml` that names it. */
import { existsSync, readFileSync } from 'node:fs'
import { appendFile, copyFile, writeFile } from 'node:fs/promises'
import { basename, extname, join, relative, resolve } from 'node:path'
import { colourIn, coloursOfLogo, themeYaml } from '../../core/brand/new-theme.ts'
import { isWithin, shown, typedIn } from '../paths/index.ts'
import { UsageError } from '../run/usage-error.ts'

/** The file of a brand, as `case.yaml` names it. */
const FILE = 'theme.yaml'

/** What was written. */
interface NewTheme {
  /** Absolute. */
  readonly written: readonly string[]
  /** Whether `case.yaml` names another theme already, and is as it was. */
  readonly isNamed: boolean
  /** Colours that were typed, `#rrggbb`, for which a brand has no more use. */
  readonly unused: readonly string[]
}

// Matches "logo.svg" and "Mark.PNG".
const RE_LOGO = /\.(?:svg|png)$/i

/**
 * Nothing that is there is written over.
 * @param given colours and files of logos, as typed
 * @throws UsageError where it cannot be meant; then nothing was written
 */
export async function writeTheme(
  folder: string,
  name: string,
  given: readonly string[],
): Promise<NewTheme> {
  const path = join(folder, FILE)
  if (existsSync(path)) throw new UsageError(`There is a ${FILE} in the case already: change that.`)
  const files = given.filter((one) => RE_LOGO.test(one)).map((one) => logoIn(folder, one))
  if (files.length > 2)
    throw new UsageError(
      'Name one logo, or two: the first for light ground, the second for dark ground.',
    )
  const named = given.filter((one) => !RE_LOGO.test(one))
  const wrong = named.find((one) => colourIn(one) === undefined)
  if (wrong !== undefined)
    throw new UsageError(
      `"${wrong}" is no colour, expected one such as "#c1121f", or a logo in SVG or PNG.`,
    )
  const drawn = files.filter((file) => extname(file).toLowerCase() === '.svg')
  const colours =
    named.length > 0
      ? named.flatMap((one) => colourIn(one) ?? [])
      : drawn.flatMap((file) => coloursOfLogo(readFileSync(file, 'utf8')))
  if (colours.length === 0)
    throw new UsageError('No colour was given, and the logo has none: add one such as "#c1121f".')
  const written = [path]
  const logos: string[] = []
  for (const file of files) {
    const own = isWithin(file, folder) ? file : join(folder, basename(file))
    if (own !== file && existsSync(own))
      throw new UsageError(`There is a ${basename(file)} in the case already: name that.`)
    if (own !== file) {
      await copyFile(file, own)
      written.push(own)
    }
    logos.push(relative(folder, own).replaceAll('\\', '/'))
  }
  const { text: brand, unused } = themeYaml({ name, colours, logos })
  await writeFile(path, brand)
  const settings = join(folder, 'case.yaml')
  const text = existsSync(settings) ? readFileSync(settings, 'utf8') : ''
  const isNamed = /^theme:/m.test(text)
  if (!isNamed) {
    await appendFile(settings, `${text === '' || text.endsWith('\n') ? '' : '\n'}theme: ${FILE}\n`)
    written.push(settings)
  }
  return { written, isNamed, unused: named.length > 0 ? unused : [] }
}

/** The file of a logo, from where the command was typed, or else from the case. @throws UsageError */
function logoIn(folder: string, typed: string): string {
  const file = [typedIn(), folder].map((from) => resolve(from, typed)).find(existsSync)
  if (file !== undefined) return file
  throw new UsageError(`There is no file ${typed}, neither here nor in ${shown(folder)}.`)
}
