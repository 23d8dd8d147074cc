/**
 * Attack: "internal" stands in code, which is published as it stands: between backticks, in a block of some
 * language, in its comments and strings, whatever holds the code. What must hold: nothing is built for
 * everyone, and the finding says what works. The manual of the product alone may quote it.
 */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../src/core/assemble.ts'

const fence = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\``

function read(text: string, yaml = '', mayQuote?: true) {
  const settings = { file: 'case.yaml', text: `ask: Fund it.\n${yaml}` }
  return assemble([{ file: '1.mdx', text }], settings, mayQuote ? { mayQuote } : {})
}

const CODE = {
  'code in a sentence': 'The words `(internal)` keep an item inside.',
  'a label in code': 'Write `Evidence 4a (interview, internal): They wait`.',
  'two backticks': '``(`x`, internal)``',
  'square brackets in code': 'Write `[team only]` first.',
  'a tag in code': 'Write `<Internal>` around it.',
  'a comment of MDX in code': 'Write `{/* internal */}` in MDX.',
  'code in code': '`{/*` `(internal)` `*/}`',
  'full-width brackets in code': '`（internal）`',
  'a sign that nobody sees': '`(inter\u200Bnal)`',
  'Markdown that is shown': fence('mdx', 'Decision 4 (internal): We pay'),
  'a heading that is shown': fence('md', '## Costs (not for publication)'),
  'code in Markdown that is shown': fence('markdown', 'Write `(internal)` here'),
  'an argument': fence('ts', 'render(internal)'),
  'a string': fence('js', 'render("internal")'),
  'a tag of another language': fence('xml', '<internal level="2">\n\n40\n\n</internal>'),
  'a remark behind code': fence('sql', 'select cost from budget -- internal'),
  'a comment of a line': fence('js', '// internal only\nstart()'),
  'a comment of a script': fence('bash', '# not for publication\nrun'),
  'a comment in the middle': fence('ts', 'const cost = 40 /* OFFICIAL-SENSITIVE */'),
  'a comment of many lines': fence('css', '/*\n * internal\n */\na { }'),
  'a comment of HTML': fence('html', '<!-- internal -->\n<p>40</p>'),
  'a marking as a value': fence('yaml', 'marking: OFFICIAL-SENSITIVE'),
  'a marking as a string': fence('json', '{ "class": "OFFICIAL-SENSITIVE", "cost": 40 }'),
  'a field of a head that is shown': fence('toml', 'audience = "internal"'),
  'the title of a block': fence('js title="costs (internal)"', 'start()'),
  'a language nobody knows': fence('cobol', 'PAY (internal).'),
  'a block that is never closed': '```js\nrender(internal)',
  'a block of tildes in an entry': '- We pay\n\n  ~~~py\n  render(internal)\n  ~~~',
  'a block in a quote': '> ```js\n> render(internal)\n> ```',
  'an element for code': '<code>render(internal)</code>',
  'indented lines': '    render(internal)',
  'a diagram with backticks': fence('mermaid', 'flowchart LR\n  a["`Pay (internal)`"] --> b'),
  'a cell': '| What |\n| - |\n| `(internal)` |',
  'a footnote': 'We pay[^1].\n\n[^1]: As `(internal)`.',
  'a heading': '## What `(internal)` does',
  'an attribute': '<Quote by="A `(internal)` clerk">We pay</Quote>',
  'what a picture shows': '![A `(internal)` map](https://example.org/a.png)',
  'the title of a link': '[Plan](https://example.org/a "A `(internal)` plan")',
  'front matter': '---\ntitle: About `(internal)`\n---\n\nWe pay.',
  'a formula': 'We pay $\\text{(internal)}$.',
  'an address': '[Plan](https://example.org/plan_(internal))',
}

/** Words that look like a comment, notes or a tag, and are words. */
const ESCAPED = {
  'an escaped tag': '\\<Internal>We pay 40\\</Internal>',
  'a tag of entities': '&lt;Internal&gt; We pay 40',
  'an escaped comment': 'We pay 40 \\{/* (internal) */}',
  'escaped notes': '\\<Notes>We pay 40 (internal)\\</Notes>',
}

describe('a marking in code, or in words that look like tags', () => {
  it.each(Object.entries({ ...CODE, ...ESCAPED }))('stops a public build in %s', (_, text) => {
    const { findings, unreadable } = read(text)
    expect(findings.map(({ check }) => check)).toContain('seems-internal')
    expect(unreadable).toBe(true)
  })

  it.each(Object.values(CODE))('is nothing in <Internal>: %s', (text) => {
    const inside = `A\n\n<Internal>\n\n${text.replace(/^---[\s\S]*---/, '')}\n\n</Internal>\n\nB`
    // A fence that is never closed has no tag behind it.
    if (text.startsWith('```js\nrender')) return
    expect(read(inside).unreadable).toBe(false)
  })

  it('says what works, and that works', () => {
    const [found] = read('We call `render(internal)`.').findings
    expect(found?.message).toBe(
      'Unexpected "(internal)", which keeps nothing inside, expected the word without its bracket or sign, since code is published as it stands, <Internal> around the code, or other words',
    )
    expect(read('We call `render` with `internal`.').unreadable).toBe(false)
  })

  it('may be quoted by no setting of a case, and by the manual', () => {
    const text = 'Write `(internal)` here.'
    for (const yaml of ['brackets: { internal: note }', 'mayQuote: true', 'manual: true'])
      expect(read(text, yaml).unreadable).toBe(true)
    expect(read(text, '', true).unreadable).toBe(false)
    expect(read('We pay (internal).', '', true).unreadable).toBe(true)
  })
})

describe('what programs say', () => {
  it.each([
    'We set `scheme = "internal"`.',
    'Papers marked `OFFICIAL-SENSITIVE` are kept apart.',
    'See `rows[internal_id]`, `foo(isInternal)`, `get(private)`.',
    fence('terraform', 'resource "aws_lb" "a" {\n  internal = true\n  scheme   = "internal"\n}'),
    fence('js', 'if (secret) {\n  sign(secret)\n}\nconst { secret } = env // from the vault'),
    fence('cs', 'internal class Cost { private int pounds; }'),
    fence('cpp', 'private:\n  int pounds;'),
    fence('ts', 'type Side = "internal" | "external"\nask(["internal", "external"])'),
    fence('sql', 'select * from internal.users where (private)'),
    fence('bash', 'curl --internal https://internal.example.org # ask internal users'),
    fence('css', '[hidden] { display: none }\n.internal { color: red }'),
    fence('xml', '<internalId>4</internalId>'),
    fence('python', 'def internal(self):\n    return interval(interned)'),
    '{/* Write `(internal)` here */}',
    '<Notes>\n\nSay what `(internal)` means.\n\n</Notes>',
  ])('stops nothing: %s', (text) => {
    expect(read(text).findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('is read in time, however much there is', () => {
    for (const one of ['`(', '`a` ', '{/* ', '``` ', '<Notes>`', '// ', '/* ', '`(internal) '])
      expect(read(one.repeat(20_000)).findings.length).toBeGreaterThanOrEqual(0)
  })
})
