/** `theme.css` of a stranger: nothing is hidden, moved away, made unreadable or loaded by it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardCss } from '../../src/core/brand/guard-css.ts'

describe('what would hide words', () => {
  it.each([
    ...[
      'p { color: transparent }',
      'p { color: #fff }',
      'p { color: var(--paper) }',
      'p { color: rgb(0 0 0 / 0) }',
    ],
    ...[
      'p { color: light-dark(#fff, #000) }',
      'p { color: var(--ink, #fff) }',
      'p { color: inherit }',
    ],
    ...[
      'a { color: var(--ink) }',
      'button { color: var(--ink) }',
      '.action-first { color: var(--ink) }',
    ],
    ...[
      'p { background: var(--ink) }',
      'p { background-color: var(--ink) }',
      'p { -webkit-text-fill-color: #fff }',
    ],
    ...[
      'p { font-size: 0 }',
      'p { font-size: 0.1px }',
      'p { font-size: calc(0px) }',
      'p { font: 0/0 a }',
    ],
    // Of what stands in each other these make ever smaller words, or larger ones.
    ...['* { font-size: 88% }', 'div { font-size: 0.9em }', 'li { font-size: 3em }'],
    ...['p { font-size: 1e-9rem }', 'p { font-size: min(0px, 1rem) }', 'p { font-size: 0.01vw }'],
    ...[
      'p { line-height: 0 }',
      'p { letter-spacing: -1em }',
      'p { word-spacing: -99px }',
      'p { text-indent: -999em }',
    ],
    ...[
      'p { display: none }',
      'p { visibility: hidden }',
      'p { opacity: 0 }',
      'p { clip-path: inset(50%) }',
    ],
    ...[
      'p { position: absolute }',
      'p { left: -9999px }',
      'p { transform: scale(0) }',
      'p { filter: opacity(0) }',
    ],
    ...[
      'p { margin: -999rem }',
      'p { margin-left: 9999px }',
      'p { padding: 999rem }',
      'p { width: 0 }',
      'p { height: 0 }',
    ],
    // What holds words: each would push those in it a little more, beyond the window or the sheet.
    ...['* { padding: 1rem }', 'div { margin: 1rem }', 'main { padding-inline: 1rem }'],
    ...['.slide { padding-top: 4rem }', 'section { border: 16px solid var(--rule) }'],
    ...['section { border-radius: 24px }', '.slide { border-radius: 50% }', '* { gap: 8rem }'],
    ...['* { font-size: 4rem }', '.page-caveat { font-size: 1rem }', 'h2, div { margin: 1rem }'],
    ...['h2 > * { padding: 1rem }', 'p.a ~ .b { margin: 1rem }', ':is(p, div) { margin: 1rem }'],
    // What pushes these far, or a little in each other.
    ...['p { padding-inline: 4rem }', 'p { margin: 0 4rem }', 'li { margin-left: 30vw }'],
    ...['li { padding-inline-start: 9em }', 'p { font-size: 6rem }', 'h2 { column-gap: 1rem }'],
    ...['h2 { zoom: 4 }', 'h2 { scale: 4 }', 'h2 { translate: 99rem }', 'h2 { rotate: 90deg }'],
    ...[
      'h2 { inset: 99rem }',
      'h2 { float: right }',
      'h2 { contain: strict }',
      'h2 { clip: auto }',
    ],
    ...[
      'p { max-height: 0 }',
      'p { overflow: hidden }',
      'p { content: "" }',
      'p { content-visibility: hidden }',
    ],
    ...[
      'p { mask: none }',
      'p { mix-blend-mode: difference }',
      'p { zoom: 0 }',
      'p { all: unset }',
      'p { order: 9 }',
    ],
    ...[
      'p { font-family: Wingdings }',
      'p { text-decoration: line-through }',
      'p { text-shadow: 0 0 9px #000 }',
    ],
    ...[
      'p { box-shadow: inset 0 0 0 99px #fff }',
      'p { outline: 99px solid #fff }',
      'p { border: 99px solid #fff }',
    ],
    ...[
      'p { border-image: url(x) }',
      'p { animation: a }',
      'p { transition: all 1s }',
      'p { writing-mode: vertical-rl }',
    ],
    ...[
      ':root { --ink: #fff }',
      'p { --thread: var(--paper) }',
      '* { --paper: var(--ink) }',
      'p { color-scheme: dark }',
    ],
    ...[
      'p::before { content: "Approved" }',
      'p:after { content: "x" }',
      'p::first-line { color: var(--ink) }',
    ],
    ...[
      'p { di\\73 play: none }',
      'p { d\\69splay: none }',
      'p { \\63olor: #fff }',
      'p { color: \\74ransparent }',
    ],
    ...[
      'p { DISPLAY: NONE }',
      'p { Color: White }',
      'p { display/**/: none }',
      'p { letter-spacing: 1em }',
    ],
    ...['p { color: var(--ink) !important }', 'p { letter-spacing: 0.1em !important }'],
    ...['& { display: none }', 'p { & span { display: none } }'],
  ])('%s', (css) => {
    const { css: kept, leftOut } = guardCss(css)
    expect(kept).toBe('')
    expect(leftOut.length).toBeGreaterThan(0)
  })
})

describe('what would load, or come before the rules of the theme', () => {
  it.each([
    ...[
      '@import "https://example.org/x.css";',
      '@import url(x.css);',
      '@\\69mport "x.css";',
      '@charset "x";',
    ],
    ...[
      'p { background-image: url(https://example.org/a) }',
      'p { background: \\75rl(x) }',
      'p { cursor: url(x), auto }',
    ],
    ...[
      'p { color: var(--ink) url(x) }',
      'p { border-radius: 1px url(x) }',
      'p { background-color: image-set("x" 1x) }',
    ],
    ...[
      '@font-face { font-family: A; src: url(x) }',
      '@namespace url(x);',
      '@property --ink { syntax: "*" }',
    ],
    ...[
      '@layer base { p { letter-spacing: 0.1em } }',
      '@layer print, base;',
      '@supports (a: b) { p { margin: 1px } }',
    ],
    ...[
      '@page { margin: 0 }',
      '@container (width > 1px) { p { margin: 1px } }',
      '@scope (p) { * { margin: 1px } }',
    ],
    ...[
      '@keyframes a { to { opacity: 0 } }',
      '@starting-style { p { margin: 1px } }',
      '@media url(x) { p { margin: 1px } }',
    ],
    ...[
      '@media (hover) { p { margin: 1px } }',
      '@media print { @import "x"; }',
      '@media print { @media screen { p { margin: 1px } } }',
    ],
  ])('%s', (css) => {
    const { css: kept, leftOut } = guardCss(css)
    expect(kept).toBe('')
    expect(leftOut.length).toBeGreaterThan(0)
  })

  it('nothing leaves the layer in which it stands', () => {
    for (const css of [
      'p { margin: 1px } } p { display: none }',
      '}} p { margin: 1px }',
      'p { margin: 1px } <!-- }',
      'p { margin: "}" }',
      'p[a="}"] { margin: 1px }',
    ]) {
      const { css: kept } = guardCss(css)
      const opened = kept.replace(/"[^"]*"/g, '').match(/\{/g)?.length ?? 0
      expect(kept.replace(/"[^"]*"/g, '').match(/\}/g)?.length ?? 0, css).toBe(opened)
      expect(kept).not.toContain('display')
    }
  })
})

describe('marks of what is draft, missing or inside', () => {
  it.each([
    ['.page-caveat', 1],
    ['.gap', 1],
    ['*', 1],
    [':root :has(.notice)', 1],
    ['.draft-note, h2', 2],
    [':is(.notice-foot, p)', 1],
  ])('%s reaches none of them, nor what is in them', (selector, count) => {
    const { css } = guardCss(`${selector} { line-height: 2; letter-spacing: 0.3em }`)
    const but = css.match(
      /:not\(\.tag,\[class\*="gap"\][^*]*(?:\*=[^*]*)*:is\([^)]*\) \*\)(?=[,{])/g,
    )
    expect(but).toHaveLength(count)
    expect(but?.[0]).toMatch(/draft.*notice.*caveat.*owed.*internal.*to-write.*rating.*not-/)
  })
})

it('what a brand may set stays, and colours stay out of slides with grounds of their own alone', () => {
  const { css, leftOut } = guardCss(
    '@media (min-width: 40rem) { h2 { color: var(--thread); letter-spacing: .02em; border-bottom: 2px solid var(--rule) } }',
  )
  expect(leftOut).toEqual([])
  expect(css).toMatch(/^@media \(min-width:40rem\)\{h2:not\(\.tag/)
  expect(css).toContain('{letter-spacing:.02em;border-bottom:2px solid var(--rule)}')
  expect(css).toMatch(/h2:not\(\[data-state\],\.tag,.*\)\{color:var\(--thread\)\}/)
})

it('says where each thing stands that is left out, and reads no file that nobody can review', () => {
  const { leftOut } = guardCss('h2 {\n  letter-spacing: 0.02em;\n  display: none;\n}')
  expect(leftOut).toMatchObject([{ line: 3, column: 3, words: 'display:none' }])
  const { css, leftOut: all } = guardCss('p{margin:1px}'.repeat(10_000))
  expect({ css, told: all.length }).toEqual({ css: '', told: 1 })
})

it('whatever stands in it, only what is on the list comes through', () => {
  const piece = fc.constantFrom(
    ...[
      'p',
      '{',
      '}',
      ';',
      ':',
      '@media print',
      '@layer x',
      'color',
      'display',
      'none',
      'var(--ink)',
      'url(x)',
    ],
    ...[
      '\\',
      '/*',
      '*/',
      '"',
      "'",
      '(',
      ')',
      ',',
      '!important',
      '<!--',
      '-->',
      '\n',
      '1px',
      'margin',
      '--ink',
      '::before',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const { css } = guardCss(pieces.join(' '))
      expect(css).not.toMatch(/display|url|!important|@layer|--ink:|::|content/)
    }),
    { numRuns: 400 },
  )
})
