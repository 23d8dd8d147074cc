/** `theme.yaml`: the brand of a case, as its writers give it. Zod at the edge, typed inside. */
import { formatHex, parse } from 'culori'
import { z } from 'zod'
import { about } from '../model/about.ts'
import type { Finding } from '../model/finding.ts'
import { defaultTheme, themeNames } from '../model/themes.ts'
import { text } from '../settings/values.ts'
import { readYaml } from '../settings/yaml.ts'

// "#c1121f" without quotes is a comment in YAML, and the value is empty.
const colour = z
  .string({ error: "a colour in quotes, such as '#c1121f': without them, # begins a comment" })
  .refine((words) => (parse(words)?.alpha ?? 1) === 1 && parse(words) !== undefined, {
    error: "a colour that one cannot see through, such as '#c1121f'",
  })
  .transform((words) => formatHex(parse(words)) ?? words)

/** Files of one font, or the package of one. */
const font = z.union([text.transform((one) => [one]), z.array(text).min(1)])

/** Less than what printers leave white holds no page number, and more leaves no room for a slide. */
const millimetres = z.number().min(12).max(30)

const colours = z.strictObject({
  accent: about(colour, 'The one that stands for you: the thread, marks, whole slides', '#c1121f'),
  paper: about(
    colour.optional(),
    'The ground of pages; a dark one makes the brand dark',
    '#fbfaf6',
  ),
  ink: about(colour.optional(), 'Words', '#16181d'),
  card: about(colour.optional(), 'The ground of what lies on the paper', '#ffffff'),
  ground: about(colour.optional(), 'The ground of the slides between chapters', '#16181d'),
  highlight: about(colour.optional(), 'The thread on that ground', '#e5303d'),
})

/** `theme.yaml`. */
export const brandSchema = z.strictObject({
  name: about(text, 'What the brand is called', 'Harbour Office'),
  like: about(
    z.enum(themeNames).default(defaultTheme),
    'The theme of ours from which all comes that it does not say',
  ),
  colours: about(colours, 'One to six colours; all others follow from these'),
  fonts: about(
    z
      .union([
        font.transform((all): { text?: string[]; headings?: string[] } => ({ text: all })),
        z.strictObject({
          text: about(font.optional(), 'Of all other words', 'fonts/Sans.woff2'),
          headings: about(font.optional(), 'Of headings and large words', 'fonts/Serif.woff2'),
        }),
      ])
      .optional(),
    'Files of one font in the case folder, a file for each weight; or the name of a Fontsource package that is installed beside the case; or one font for text and one for headings',
    ['fonts/Regular.woff2', 'fonts/Bold.woff2'],
    { text: '@fontsource-variable/public-sans', headings: '@fontsource-variable/lora' },
  ),
  logo: about(
    z
      .union([
        text.transform((one) => ({ light: one, dark: one })),
        z.strictObject({
          light: about(text, 'On light ground', 'logo.svg'),
          dark: about(text, 'On dark ground', 'logo-on-dark.svg'),
        }),
      ])
      .optional(),
    'An SVG or PNG beside this file, of 60 kB at most; or one for light ground and one for dark ground',
    'logo.svg',
    { light: 'logo.svg', dark: 'logo-on-dark.svg' },
  ),
  organisation: about(text.optional(), 'Whose brand it is', 'The Harbour Office'),
  margins: about(
    z
      .union([
        millimetres.transform((all) => ({ top: all, right: all, bottom: all, left: all })),
        z.strictObject({
          top: about(millimetres, 'Above the words, mm', 28),
          right: about(millimetres, 'Right of them, mm', 20),
          bottom: about(millimetres, 'Below them, mm', 22),
          left: about(millimetres, 'Left of them, mm', 20),
        }),
      ])
      .optional(),
    'What stays free at the edges of paper, mm: on all sides, or on each',
    20,
    { top: 28, right: 20, bottom: 22, left: 20 },
  ),
  corner: about(z.number().min(0).max(16).optional(), 'How round corners are, px', 4),
})

/** A brand as its file says it; colours are `#rrggbb`. */
export type Brand = z.infer<typeof brandSchema>

/** A colour that a brand may give. */
export type GivenColour = keyof Brand['colours']

/** Reads `theme.yaml`; faults are findings, and then there is no brand. */
export function readBrand(
  words: string,
  file: string,
): { readonly brand?: Brand; readonly findings: readonly Finding[] } {
  const { value, findings } = readYaml(words, brandSchema, { file, line: 1 })
  return value ? { brand: value, findings } : { findings }
}
