/** Style rules that follow from tables: the hue of each kind, and of each colour in drawings. */
import { builtInKinds } from '../../core/model/kinds.ts'
import { tintTokens, tokens } from './tokens.ts'

/**
 * The style sheet of these rules. Themes say what the tokens are: `--risk` is the hue of risks, and of what
 * is like them.
 */
export function tableStyles(): string {
  // Kinds like another have its hue.
  const kinds = [...builtInKinds].filter(([kind, { like }]) => kind === like).map(([kind]) => kind)
  return [
    // Marks, ids, cards and boxes take their hue from the class that `lookOf` gives.
    layer(
      'components',
      kinds.map((kind) => `.kind-${kind} { --hue: var(--${kind}); }`),
    ),
    // Colours of the system, for what it does not colour by itself.
    layer('base', [
      `@media (forced-colors: active) { :root { ${kinds.map((kind) => `--${kind}: CanvasText;`).join(' ')} } }`,
    ]),
    // Authors' diagrams in the theme's colours turn with the paper.
    layer(
      'components',
      [
        ...Object.entries(tokens).map(([token, colour]) => [colour, `var(--${token})`] as const),
        ...Object.entries(tintTokens).map(
          ([token, colour]) =>
            [colour, `color-mix(in oklab, var(--${token}) ${TINT}, var(--card))`] as const,
        ),
      ].flatMap(([colour, ours]) =>
        ['fill', 'stroke'].map(
          (name) =>
            `:is(.theme-colours, .theme-colours *)[${name}="${colour}"] { ${name}: ${ours}; }`,
        ),
      ),
    ),
  ].join('\n')
}

/** How much of its hue a tint has: words on it keep 4.5:1, whatever the brand. */
const TINT = '36%'

function layer(name: string, rules: readonly string[]): string {
  return `@layer ${name} {\n${rules.join('\n')}\n}`
}
