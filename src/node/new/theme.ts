/** Writes a brand into a case: `theme.yaml`, its logos, and the line of `case.yaml` that names it. */
import { existsSync, readFileSync } from 'node:fs'
import { appendFile, copyFile, writeFile } from 'node:fs/promises'
import { basename, extname, join, relative, resolve } from 'node:path'
import { colourIn, coloursOfLogo, themeYaml } from '../../core/brand/new-theme.ts'
import { isWithin, typedIn } from '../paths/index.ts'
import { UsageError } from '../run/usage-error.ts'

/** The file of a brand, as `case.yaml` names it. */
const FILE = 'theme.yaml'

/** What was written. */
interface NewTheme {
  /** Absolute. */
  readonly written: readonly string[]
  /** Whether `case.yaml` names another theme already, and is as it was. */
  readonly isNamed: boolean
}

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
  const files = given
    .filter((one) => /\.(?:svg|png)$/i.test(one))
    .map((one) => resolve(typedIn(), one))
  const missing = files.find((file) => !existsSync(file))
  if (missing !== undefined) throw new UsageError(`There is no file ${missing}.`)
  const named = given.filter((one) => !/\.(?:svg|png)$/i.test(one))
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
  for (const file of files.slice(0, 2)) {
    const own = isWithin(file, folder) ? file : join(folder, basename(file))
    if (own !== file && existsSync(own))
      throw new UsageError(`There is a ${basename(file)} in the case already: name that.`)
    if (own !== file) {
      await copyFile(file, own)
      written.push(own)
    }
    logos.push(relative(folder, own).replaceAll('\\', '/'))
  }
  await writeFile(path, themeYaml({ name, colours, logos }))
  const settings = join(folder, 'case.yaml')
  const text = existsSync(settings) ? readFileSync(settings, 'utf8') : ''
  const isNamed = /^theme:/m.test(text)
  if (!isNamed) {
    await appendFile(settings, `${text === '' || text.endsWith('\n') ? '' : '\n'}theme: ${FILE}\n`)
    written.push(settings)
  }
  return { written, isNamed }
}
