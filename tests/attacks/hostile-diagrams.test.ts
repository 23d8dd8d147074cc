/**
 * Attack: a diagram that runs, loads or styles something. What must hold: nothing runs and nothing is
 * asked for while it is drawn, the drawing holds shapes and words alone, and a finding says what of
 * the text means nothing.
 */
import type { Browser, BrowserContext } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Drawn } from '../../src/core/diagram/index.ts'
import { type BrowserOnDemand, browserOnDemand } from '../../src/node/browser/index.ts'
import { type MermaidPage, mermaidPage } from '../../src/node/mermaid/mermaid-page.ts'
import { read } from '../core/read.ts'

const EVIL = 'https://evil.example/x'
const FLOW = 'flowchart LR\n  a[Wait] --> b[Book]'
const directive = (settings: object, text = FLOW) =>
  `%%{init: ${JSON.stringify(settings)}}%%\n${text}`
const head = (yaml: string, text = FLOW) => `---\n${yaml}\n---\n${text}`

const HOSTILE: Readonly<Record<string, string>> = {
  'a click that runs': `${FLOW}\n  click a href "javascript:hacked=1"`,
  'a click that runs, in disguise': `${FLOW}\n  click a href "java\tscript:hacked=1" _blank`,
  'a click to a page of data': `${FLOW}\n  click a "data:text/html,<script>hacked=1</script>"`,
  'a click that calls': `${FLOW}\n  click a call fetch("${EVIL}") "Tip"`,
  'a click that calls, by its name alone': `${FLOW}\n  click a alert`,
  'a link of a sequence': `sequenceDiagram\n  A->>B: Hello\n  link A: Board @ javascript:hacked=1`,
  'links of a sequence': `sequenceDiagram\n  A->>B: Hello\n  links A: {"Board": "javascript:hacked=1"}`,
  'a link of a class': `classDiagram\n  class A\n  link A "javascript:hacked=1"\n  click A call hacked()`,
  'a link of a chart': `gantt\n  dateFormat YYYY-MM-DD\n  section S\n  Task :a1, 2024-01-01, 3d\n  click a1 href "javascript:hacked=1"`,
  'a link of a state': `stateDiagram-v2\n  A --> B\n  click A href "javascript:hacked=1"`,
  'a loose level': `${directive({ securityLevel: 'loose', htmlLabels: true, flowchart: { htmlLabels: true } })}\n  a["<img src=x onerror=hacked=1>"]`,
  'a loose level in its head': `${head('config:\n  securityLevel: loose\n  htmlLabels: true')}\n  a["<img src='${EVIL}' onerror='hacked=1'>"]`,
  'a list that allows all': `${directive({ secure: [], securityLevel: 'loose' })}\n  a["<script>hacked=1</script>"]`,
  'styles of its own': directive({ themeCSS: `@import url(${EVIL}); * { fill: url(${EVIL}) }` }),
  'a font': directive({
    fontFamily: `x; src: url(${EVIL})`,
    themeVariables: { fontFamily: `"; } @import url(${EVIL}); a { b: "` },
  }),
  colours: directive({
    theme: 'base',
    themeVariables: {
      primaryColor: `url(${EVIL})`,
      lineColor: `red; } * { background: url(${EVIL}) } a {`,
    },
  }),
  'a style of a box': `${FLOW}\n  style a fill:url(${EVIL}),background-image:url(${EVIL})`,
  'a class of boxes': `${FLOW}\n  classDef far fill:url("${EVIL}"),stroke:red\\;background:url(${EVIL})\n  class a far`,
  'a style of a line': `${FLOW}\n  linkStyle 0 stroke:url(${EVIL})`,
  'markup in a label':
    'flowchart LR\n  a["<img src=x onerror=hacked=1>"] --> b["<svg onload=hacked=1>"]',
  'a script in a label':
    'flowchart LR\n  a["<script>hacked=1</script>"] --> b["<iframe srcdoc=\'<script>parent.hacked=1</script>\'>"]',
  'markup in a label, by entities':
    'flowchart LR\n  a["#lt;img src=x onerror=hacked=1#gt;"] --> b["&lt;script&gt;hacked=1&lt;/script&gt;"]',
  'markup of Markdown': `flowchart LR\n  a["\`**x** ![y](${EVIL}) <img src=x onerror=hacked=1>\`"]`,
  'a picture in a box': `flowchart LR\n  a@{ img: "${EVIL}", label: "Wait", w: 60, h: 60 }`,
  'an icon': `flowchart LR\n  a@{ icon: "evil:x", label: "Wait" } --> b["fa:fa-evil Book"]`,
  'markup in a sequence':
    'sequenceDiagram\n  participant A as <img src=x onerror=hacked=1>\n  A->>A: <script>hacked=1</script>\n  Note over A: <iframe src="javascript:hacked=1">',
  'markup in a journey':
    'journey\n  title <img src=x onerror=hacked=1>\n  section <script>hacked=1</script>\n    <img src=x onerror=hacked=1>: 5: Me',
  'markup in a mind map':
    'mindmap\n  root((<img src=x onerror=hacked=1>))\n    ::icon(evil)\n    <script>hacked=1</script>',
  'markup in a block':
    'block-beta\n  a["<img src=x onerror=hacked=1>"] b["<script>hacked=1</script>"]',
  'markup in a title': `${head('title: "<img src=x onerror=hacked=1><script>hacked=1</script>"')}\n  accTitle: <img src=x onerror=hacked=1>\n  accDescr: </desc><script>hacked=1</script>`,
  'an end of its own': 'flowchart LR\n  a["</text></svg><script>hacked=1</script>"]',
}

/** What means nothing to Mermaid, or cannot be told from words. */
const ODD: Readonly<Record<string, string>> = {
  'a prototype': directive({ __proto__: { securityLevel: 'loose' }, constructor: { a: 1 } }),
  formulas:
    'flowchart LR\n  a["$$\\\\href{javascript:hacked=1}{x} \\\\includegraphics{https://evil.example/x}$$"]',
  'code behind a comment': `%% </style><script>hacked=1</script>\n${FLOW}`,
}

let own: BrowserOnDemand
let page: MermaidPage
let contexts: BrowserContext[] = []
let asked: string[] = []

/** The same browser, of which is noted what its pages ask for. */
function watched(browser: Browser): Browser {
  return new Proxy(browser, {
    get: (target, name) => {
      const value = Reflect.get(target, name) as unknown
      if (name !== 'newContext') return typeof value === 'function' ? value.bind(target) : value
      return async (...options: Parameters<Browser['newContext']>) => {
        const context = await target.newContext(...options)
        context.on('request', (request) => {
          if (!/^(?:https:\/\/mermaid\.invalid\/|data:font)/.test(request.url()))
            asked.push(request.url())
        })
        contexts.push(context)
        return context
      }
    },
  })
}

beforeAll(() => {
  own = browserOnDemand()
})
beforeEach(() => {
  asked = []
})
afterAll(() => own.close())

function openPage(): void {
  contexts = []
  page = mermaidPage(async () => watched(await own.start()), 'thread')
}

const markupOf = (drawn: Drawn): string =>
  drawn.ok ? [drawn.svg, ...(drawn.parts ?? []).map(({ svg }) => svg)].join('') : ''

/** What a drawing must not have in a tag. */
const FORBIDDEN = {
  'an element': /<(?:script|style|iframe|img|image|foreignObject|object|embed)/i,
  'an attribute': /\s(?:on\w+|style|src|srcdoc)=/i,
  'an address': /javascript:|data:|evil|@import|url\((?!#)/i,
} as const

/** What went wrong while a text was drawn, and in the drawing. */
async function faultsIn(markup: string): Promise<readonly string[]> {
  const pages = contexts.flatMap((context) => context.pages())
  const frames = pages.flatMap((one) => one.frames())
  const ran = await Promise.all(pages.map((one) => one.evaluate(() => 'hacked' in globalThis)))
  const tags = [...markup.matchAll(/<[^>]*>/g)].join('\n')
  const said = Object.entries(FORBIDDEN).filter(([, pattern]) => pattern.test(tags))
  return [
    ...(frames.length > 1 ? ['a frame'] : []),
    ...(ran.includes(true) ? ['code'] : []),
    ...(asked.length > 0 ? ['a request'] : []),
    ...said.map(([name]) => name),
  ]
}

describe('a hostile text', () => {
  beforeAll(openPage)
  afterAll(() => page.close())

  it.each(Object.entries({ ...HOSTILE, ...ODD }))(
    'runs nothing, asks for nothing, and draws shapes and words: %s',
    async (_, text) => {
      const { drawn } = await page.draw(text)
      expect(contexts.flatMap((context) => context.pages())).toHaveLength(1)
      expect(await faultsIn(markupOf(drawn))).toEqual([])
    },
  )
})

/** Settings that allow a text all of it. */
const WEAK = {
  ...{ startOnLoad: false, securityLevel: 'loose', htmlLabels: true, secure: [] },
  flowchart: { htmlLabels: true },
  dompurifyConfig: {
    ADD_TAGS: ['script', 'iframe', 'foreignObject'],
    ADD_ATTR: ['onerror', 'onload', 'srcdoc', 'src'],
    ALLOW_UNKNOWN_PROTOCOLS: true,
  },
}

/** What each fault must be seen of, so that not to see it says something. */
const HARM = {
  code: ['a loose level', 'markup in a label', 'markup of Markdown', 'markup in a mind map'],
  'a frame': ['a script in a label'],
  'a request': ['a loose level in its head', 'styles of its own', 'a picture in a box'],
  'an element': Object.keys(HOSTILE).filter((name) => name !== 'colours'),
  'an attribute': ['a click that runs', 'an end of its own'],
  'an address': ['a click that runs', 'a click to a page of data', 'a link of a state'],
} as const

describe('the same texts with weak settings and no copy of what draws', () => {
  beforeAll(async () => {
    openPage()
    await page.draw(FLOW)
  })
  afterAll(() => page.close())

  it('do harm that would be seen', async () => {
    const seen = new Map<string, readonly string[]>()
    const [opened] = contexts.flatMap((context) => context.pages())
    // A picture that is not there: what it then runs, runs at once.
    await opened?.route('**/x', (route) => route.abort())
    for (const [name, text] of Object.entries(HOSTILE)) {
      asked = []
      const markup = await opened?.evaluate(
        async ([source, settings]) => {
          Reflect.deleteProperty(globalThis, 'hacked')
          const { mermaid } = globalThis as unknown as { mermaid: Weak }
          // Of an earlier text nothing stays.
          mermaid.mermaidAPI.globalReset()
          mermaid.initialize(settings)
          document.body.replaceChildren()
          const drawn = mermaid.render('weak', source).then(
            ({ svg }) => {
              document.body.innerHTML = svg
            },
            () => undefined, // It does not draw.
          )
          // One that waits for something has shown what it does.
          await Promise.race([drawn, new Promise((done) => setTimeout(done, 500))])
          await new Promise((done) => setTimeout(done, 50))
          return document.body.innerHTML
        },
        [text, WEAK] as const,
      )
      seen.set(name, await faultsIn(markup ?? ''))
    }
    for (const [fault, names] of Object.entries(HARM)) {
      const found = [...seen].filter(([, faults]) => faults.includes(fault)).map(([name]) => name)
      expect(found, fault).toEqual(expect.arrayContaining([...names]))
    }
  })
})

interface Weak {
  readonly mermaidAPI: { globalReset(): void }
  initialize(settings: object): void
  render(id: string, text: string): Promise<{ readonly svg: string }>
}

it.each(Object.entries(HOSTILE))('is said in a finding: %s', (_, text) => {
  const { findings } = read(`# T\n\n\`\`\`mermaid\n${text}\n\`\`\``)
  expect(findings.map(({ check }) => check)).toContain('diagram-code')
})
