/** The look of a case as the brand that its own file describes. */
import { readFileSync } from 'node:fs'
import { basename, join, posix } from 'node:path'
import { type Logo, logoOn, type Seen } from '../../core/brand/logo.ts'
import { type BrandFonts, brandSheet, tokensIn } from '../../core/brand/sheet.ts'
import { type Brand, readBrand } from '../../core/brand/theme-yaml.ts'
import type { Replaced } from '../../core/brand/tokens.ts'
import { findingOf } from '../../core/findings/finding-of.ts'
import type { Finding } from '../../core/model/finding.ts'
import type { Source } from '../../core/model/source.ts'
import { defaultTheme, type ThemeName } from '../../core/model/themes.ts'
import { placeInYaml } from '../../core/settings/yaml.ts'
import { sources } from '../paths/index.ts'
import { dataAddress, readDataAddress } from '../pictures/data-address.ts'
import { keepSheet } from '../theme/brand-store.ts'
import type { FontFault } from '../theme/font-reader.ts'
import { readTheme } from '../theme/index.ts'
import { readCaseFile } from './case-file.ts'
import { readSource, unreadable } from './case-texts.ts'
import { checkPicture, readPicture } from './pictures.ts'

/** In which look a case is made. */
export interface BrandLook {
  /** The default one where its own cannot be had. */
  readonly theme: ThemeName
  /** A case's own; absent for a theme of ours. */
  readonly brand?: OwnBrand
  readonly logo?: Logo
  /** `theme.yaml`, where it can be read. */
  readonly source?: Source
  readonly findings: readonly Finding[]
  /** False where nothing should be made before its look is mended. */
  readonly isUsable: boolean
}

/** What its own file says of a brand. */
export interface OwnBrand extends Brand {
  /** The name of the style sheet that was made of it, which differs with all that it is. */
  readonly sheet: string
}

interface From {
  /** Absolute. */
  readonly folder: string
  readonly store: string
  /** `case.yaml` */
  readonly settings: Source | undefined
}

/** Reads the brand that a file describes; its style sheet and fonts are then in the store. */
export async function readBrandLook(file: string, from: From): Promise<BrandLook> {
  const source = readSource(from.folder, file)
  if ('fault' in source) return unusable([absent(file, from, source.fault)])
  const { brand, findings } = readBrand(source.text, file)
  if (!brand) return { ...unusable(findings), source }
  const fonts = await fontsOf(brand, posix.dirname(file), from)
  if ('why' in fonts) return { ...unusable([faultyFont(fonts, source)]), source }
  const base = readFileSync(join(sources, 'ui', 'themes', `${brand.like}.css`), 'utf8')
  const { css, replaced } = brandSheet(brand, fonts, base)
  const styles = await stylesOf(file, from)
  const logo = await logoOf(brand, source, from)
  const theme = await keepSheet(from.store, css + styles.css)
  const grounds = tokensIn(css.split('@media')[0] ?? '')
  return {
    theme,
    source,
    brand: { ...brand, sheet: basename(theme) },
    ...(logo.pictures
      ? {
          logo: {
            ...logo.pictures,
            alt: brand.organisation ?? brand.name,
            isDark: readTheme(theme).isDark,
            on: {
              ink: logoOn(String(grounds.get('chapter-paper')), logo.seen),
              accent: logoOn(String(grounds.get('accent-paper')), logo.seen),
            },
          },
        }
      : {}),
    findings: [
      ...replaced.map((one) => unclear(one, source)),
      ...styles.findings,
      ...logo.findings,
    ],
    isUsable: styles.isUsable && logo.isUsable,
  }
}

/** Bytes: pages carry it. */
const LARGEST_LOGO = 60_000

/** Its pictures as addresses that hold them, cleaned as all pictures of a case are. */
async function logoOf(
  { logo }: Brand,
  { text, file }: Source,
  folders: From,
): Promise<Omit<BrandLook, 'theme' | 'logo'> & LogoPictures> {
  if (!logo) return { findings: [], isUsable: true }
  const findings: Finding[] = []
  const told = new Set<string>()
  const addressOf = async (ground: 'light' | 'dark'): Promise<string | undefined> => {
    const place = placeInYaml(text, file, ['logo', ground])
    findings.push(...(await checkPicture({ url: logo[ground], place }, { file, folders, told })))
    const picture = readPicture(logo[ground], file, folders)
    if (!picture) return undefined
    const { bytes, extension } = picture
    const isKnown = LOGOS.includes(extension)
    if (isKnown && bytes.length <= LARGEST_LOGO) return dataAddress(bytes, extension)
    const message = isKnown
      ? `Unexpected logo of ${Math.ceil(bytes.length / 1000)} kB, expected no more than ${LARGEST_LOGO / 1000} kB, since each page carries it: ${logo[ground]}`
      : `Unexpected logo: ${logo[ground]}, expected SVG or PNG`
    findings.push(findingOf('unusable-brand', { message, place }))
    return undefined
  }
  const light = await addressOf('light')
  const dark = logo.dark === logo.light ? light : await addressOf('dark')
  if (light === undefined || dark === undefined) return { findings, isUsable: false }
  const [seen = new Map(), onDark = seen] = await Promise.all(
    [light, ...(dark === light ? [] : [dark])].map(coloursIn),
  )
  return {
    pictures: { light, dark },
    seen: { light: seen, dark: onDark },
    findings,
    isUsable: true,
  }
}

type LogoPictures =
  | { readonly pictures?: undefined }
  | {
      readonly pictures: Pick<Logo, 'light' | 'dark'>
      readonly seen: Readonly<Record<'light' | 'dark', Seen>>
    }

/** px: enough to see of which colours a logo is. */
const SEEN = 64

async function coloursIn(address: string): Promise<Seen> {
  const { default: sharp } = await import('sharp')
  const drawn = sharp(readDataAddress(address)?.bytes, { density: 150 }).resize({ height: SEEN })
  const pixels = await drawn.toColourspace('srgb').ensureAlpha().raw().toBuffer()
  const seen = new Map<string, number>()
  for (let at = 0; at < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) < 128) continue
    const colour = `#${pixels.toString('hex', at, at + 3)}`
    seen.set(colour, (seen.get(colour) ?? 0) + 1)
  }
  return seen
}

const LOGOS = ['svg', 'png']

/** The rules in `theme.css`, which is called as `theme.yaml` is; `''` where there is none. */
async function stylesOf(
  theme: string,
  { folder }: From,
): Promise<Omit<BrandLook, 'theme' | 'logo'> & { readonly css: string }> {
  const file = theme.replace(/\.ya?ml$/, '.css')
  const found = readSource(folder, file)
  if ('fault' in found) {
    if (found.fault === 'absent') return { css: '', findings: [], isUsable: true }
    return { css: '', findings: [unreadable(file, found.fault)], isUsable: false }
  }
  // What reads it takes a while to load, and most brands have none.
  const { guardCss } = await import('../../core/brand/guard-css.ts')
  const { css, leftOut } = guardCss(found.text)
  const findings = leftOut.map(({ line, column, words, expected }) => {
    const message = `Unexpected style: ${words}, expected ${expected}: it is left out`
    return findingOf('unknown-style', { message, place: { file, line, column } })
  })
  return { css: css === '' ? '' : `@layer brand {\n${css}\n}\n`, findings, isUsable: true }
}

function unusable(findings: readonly Finding[]): BrandLook {
  return { theme: defaultTheme, findings, isUsable: false }
}

/** The fonts that a brand names, for text else that of the theme which it is like. */
async function fontsOf(
  { fonts = {}, like }: Brand,
  within: string,
  { folder, store }: From,
): Promise<BrandFonts | NamedFault> {
  // Most cases have no font of their own: what reads fonts takes as long to load as a case to read.
  const { fontOfFiles, fontOfPackage, fontOfTheme, isFontsource } = await import(
    '../theme/brand-font.ts'
  )
  const fontOf = async (named: readonly string[], role: FontRole) => {
    const [first = ''] = named
    const files = named.map((name) => ({ name, ...readCaseFile(folder, posix.join(within, name)) }))
    const missing = files.find((one) => 'fault' in one)
    const font = isFontsource(first)
      ? await fontOfPackage(first, { folder, store }, (home, name) => {
          const found = readCaseFile(home, name)
          return 'bytes' in found ? found.bytes : undefined
        })
      : missing && 'fault' in missing
        ? { name: missing.name, why: FAULTS[missing.fault] }
        : await fontOfFiles(
            files.flatMap((one) => ('bytes' in one ? [one] : [])),
            store,
            readTheme(like).generic,
          )
    return 'why' in font ? { ...font, role, at: named.indexOf(font.name) } : font
  }
  const text = fonts.text ? await fontOf(fonts.text, 'text') : await fontOfTheme(like, store)
  if ('why' in text || !fonts.headings) return 'why' in text ? text : { text }
  const headings = await fontOf(fonts.headings, 'headings')
  if ('why' in headings) return headings
  // The same font in other files is another family to a browser.
  const family = headings.family === text.family ? `${text.family} Headings` : headings.family
  return { text, headings: { ...headings, family } }
}

type FontRole = 'text' | 'headings'

/** A fault, and where its file is named. */
type NamedFault = FontFault & { readonly role: FontRole; readonly at: number }

const FAULTS = {
  absent:
    'font that was not found, expected a file in the case folder, such as fonts/Regular.woff2',
  dangling:
    'font that was not found, expected a file in the case folder, such as fonts/Regular.woff2',
  special: 'folder in place of a font, expected a file',
  outside: 'font outside the case folder, which is not read, expected it in there',
  large: 'font of more than 64 MB, expected a smaller one',
  refused: 'font that you have no right to read, expected one that you have',
} as const

/** No file where `case.yaml` says that there is one. */
function absent(
  file: string,
  { settings }: From,
  fault: Parameters<typeof unreadable>[1],
): Finding {
  if (fault !== 'absent') return unreadable(file, fault)
  const place = settings ? placeInYaml(settings.text, settings.file, ['theme']) : { file }
  const message = `Unexpected theme "${file}" that was not found, expected a file of that name in the case folder`
  return findingOf('unusable-brand', { message, place })
}

function faultyFont({ name, why, role, at }: NamedFault, { text, file }: Source): Finding {
  // One font alone stands there without its role.
  const place = placeInYaml(text, file, ['fonts', role, ...(at < 0 ? [] : [at])])
  return findingOf('unusable-brand', { message: `Unexpected ${why}: ${name}`, place })
}

function unclear({ colour, given, used, on, least }: Replaced, { text, file }: Source): Finding {
  const place = placeInYaml(text, file, ['colours', colour])
  const message = `Unexpected ${colour} ${given} that is too near to ${on}, expected a contrast of ${least}:1: the nearest colour that has it is ${used}`
  const mend = `Write "${used}" for "${colour}": it is used now. Or give another ground, on which ${given} is clear`
  return findingOf('unclear-colour', { message, mend, place })
}
