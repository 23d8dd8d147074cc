/** Colours that stand in more than one place agree, and no kind goes without one. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { likes } from '../../../src/core/model/kinds.ts'
import { defaultTheme, themeNames } from '../../../src/core/model/themes.ts'
import { readPalette } from '../../../src/node/export/palette.ts'
import { tableStyles } from '../../../src/node/theme/kind-styles.ts'
import { tintTokens, tokens } from '../../../src/node/theme/tokens.ts'

/** The kinds with a hue; all others have that of the one that they are like. */
const kinds = likes
const styles = tableStyles()

describe.each(themeNames)('the theme %s', (theme) => {
  it.each(kinds)('has a hue for %s, on light and on dark paper', (kind) => {
    expect(readPalette(theme, 'paper')[kind]).toMatch(/^[0-9A-F]{6}$/)
  })
})

describe.each(kinds)('what is of the kind %s', (kind) => {
  it('has its hue, and the colour of the system where the reader wants it', () => {
    expect(styles).toContain(`.kind-${kind} { --hue: var(--${kind}); }`)
    expect(styles).toMatch(new RegExp(`forced-colors: active.* --${kind}: CanvasText;`))
  })
})

describe('authors’ diagrams', () => {
  it.each(Object.entries(tokens))('are drawn in %s of the default theme', (token, colour) => {
    const css = readFileSync(`src/ui/themes/${defaultTheme}.css`, 'utf8')
    // "--card: light-dark(#fff, …": the first is the usual one, and not that of strong contrast.
    const [, digits = ''] = new RegExp(`--${token}: light-dark\\(#(\\w+),`).exec(css) ?? []
    expect(colour).toBe(`#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`)
  })

  it.each(Object.entries(tokens))(
    'turn with %s of the theme that the case has',
    (token, colour) => {
      expect(styles).toContain(`[fill="${colour}"] { fill: var(--${token}); }`)
      expect(styles).toContain(`[stroke="${colour}"] { stroke: var(--${token}); }`)
    },
  )

  it.each(Object.entries(tintTokens))('turn with tints of %s', (token, colour) => {
    expect(styles).toMatch(
      new RegExp(`\\[fill="${colour}"\\] \\{ fill: color-mix\\(in oklab, var\\(--${token}\\)`),
    )
  })
})
