/** The slides with which a deck is compared. */
import { expect, test } from 'vitest'
import { plainDeck } from './plain.ts'

const BUILT = `<!doctype html><html class="deck"><body><main class="reveal"><div class="slides">
<section id="title" class="slide slide-title"><div class="canvas" id="/title"><h1>A case</h1></div></section>
<section class="stack">
<section id="decision-1" class="slide"><div class="canvas"><h2>One</h2></div><aside class="notes"><p>Say so</p></aside></section>
<section id="evidence-1a" class="slide slide-deeper"><div class="canvas">Told</div></section>
</section></div></main><div popover class="card">A card</div></body></html>`

test('holds what stands on every slide, in the same order and depth', () => {
  const { html, slides } = plainDeck(BUILT)
  expect(slides).toBe(3)
  const body = html.slice(html.indexOf('<div class="slides">'), html.indexOf('<script'))
  expect(body.replaceAll(/\n\s*/g, '')).toBe(
    '<div class="slides"><section id="title"><h1>A case</h1></section>' +
      '<section><section id="decision-1"><h2>One</h2><aside class="notes"><p>Say so</p></aside></section>' +
      '<section id="evidence-1a">Told</section></section></div></div>',
  )
})

test('holds nothing of ours beside the slides', () => {
  expect(plainDeck(BUILT).html).not.toMatch(/card|canvas|class="slide /)
})
