/** Texts that try to run code: each kind of node, with each form of attribute, at each position of MDX. */

/** What a text would run. Its name is in no text for another reason. */
export const CODE = 'globalThis.__ran = true'

/** A text, and whether it holds what a case may not hold. */
export interface Attack {
  readonly text: string
  /** False where all of it is words and markup that are allowed. */
  readonly isRefused: boolean
}

const bad = (text: string): Attack => ({ text, isRefused: true })
const fine = (text: string): Attack => ({ text, isRefused: false })

/** Attributes of every form that MDX, JSX, HTML or Astro know. */
const ATTRIBUTES: readonly Attack[] = [
  fine(''),
  fine('title="a"'),
  fine('title={"a"}'),
  fine(`title="{${CODE}}"`),
  fine(`title='\`\${${CODE}}\`'`),
  ...[
    `title={${CODE}}`,
    `title={/* a */ ${CODE} /* b */}`,
    `title={/* a */ "b" + (${CODE})}`,
    `title={"a", ${CODE}}`,
    `title={\`\${${CODE}}\`}`,
    `title={"\\u0061" + (${CODE})}`,
    `title={(() => { ${CODE} })()}`,
    `title={<b title={${CODE}} />}`,
    `{...(${CODE})}`,
    `{...{ title: (${CODE}) }}`,
    `{.../* a */(${CODE})}`,
    `title="a" title={${CODE}}`,
    `title="a" {...(${CODE})}`,
    `onclick="${CODE}"`,
    `onClick={() => { ${CODE} }}`,
    `ONLOAD="${CODE}"`,
    `onbeforetoggle="${CODE}"`,
    `style="background: url(https://example.org)"`,
    `style={{ color: (${CODE}) }}`,
    `class="private"`,
    `className={${CODE}}`,
    `class:list={[${CODE}]}`,
    `set:html="<script>${CODE}</script>"`,
    `set:html={${CODE}}`,
    `set:text={${CODE}}`,
    `client:load`,
    `client:only="x"`,
    `client:visible={${CODE}}`,
    `server:defer`,
    `is:raw`,
    `is:inline`,
    `define:vars={{ a: (${CODE}) }}`,
    `transition:name="x"`,
    `dangerouslySetInnerHTML={{ __html: "<script>${CODE}</script>" }}`,
    `children={${CODE}}`,
    `key={${CODE}}`,
    `ref={${CODE}}`,
    `slot={${CODE}}`,
    `__proto__={${CODE}}`,
    `constructor="a"`,
    `toString={() => { ${CODE} }}`,
    `at="1.mdx:1:1"`,
    `id="case"`,
    `name="body"`,
    `hidden`,
    `autofocus`,
    `tabindex="1"`,
    `contenteditable`,
    `popover`,
    `nonce="a"`,
    `srcdoc="<script>${CODE}</script>"`,
    `ping="https://example.org"`,
    `formaction="javascript:${CODE}"`,
    `action="javascript:${CODE}"`,
    `background="https://example.org"`,
    `xlink:href="javascript:${CODE}"`,
    `http-equiv="refresh"`,
    `srcset="https://example.org/a.png 2x"`,
    `poster="https://example.org/a.png"`,
    `data-optional`,
    `aria-hidden="true"`,
    `href={"javascript:${CODE}"} href="#a"`,
    `href="#a" href="javascript:${CODE}"`,
    `href={\`javascript:\${${CODE}}\`}`,
  ].map(bad),
]

/** Names of elements: allowed ones, those that load or run something, and names that are code. */
const NAMES: readonly Attack[] = [
  ...['p', 'b', 'abbr', 'div', 'span', 'details', 'a', 'td', 'li', 'Quote', 'Step', 'Slide'].map(
    fine,
  ),
  ...['Statement', 'Columns', 'Page', 'Notes', 'Internal', 'Diagram', 'Chart'].map(fine),
  ...['script', 'SCRIPT', 'style', 'iframe', 'object', 'embed', 'form', 'base', 'meta'].map(bad),
  ...['link', 'template', 'noscript', 'textarea', 'title', 'video', 'audio', 'source'].map(bad),
  ...['svg', 'math', 'foreignObject', 'animate', 'portal', 'frame', 'frameset', 'applet'].map(bad),
  ...['button', 'input', 'select', 'dialog', 'slot', 'body', 'html', 'head', 'marquee'].map(bad),
  ...['notes', 'internal-notes', 'x-y', 'astro-island', 'svg:script', 'xlink:a'].map(bad),
  ...['Tabs', 'Fragment', 'Item', 'Cite', 'Heading', 'Content', 'MDXLayout', 'MDXContent'].map(bad),
  ...['props', 'this', 'props.components', 'globalThis.Function', 'console.log', '_components'].map(
    bad,
  ),
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', '$', '_'].map(bad),
  bad(''),
]

/** What is no element. */
const OTHERS: readonly Attack[] = [
  fine('{/* a */}'),
  fine('{/* a */ /* b */}'),
  fine("{'words'}"),
  fine('{12}'),
  fine(`\`{${CODE}}\``),
  fine(`\\{${CODE}}`),
  ...[
    `{${CODE}}`,
    `{/* a */ ${CODE} /* b */}`,
    `{/* a */ (${CODE}) /* b */}`,
    `{/* a */}{${CODE}}`,
    `{/**/${CODE}/**/}`,
    `{"a", ${CODE}}`,
    `{'a' + (${CODE})}`,
    `{\`\${${CODE}}\`}`,
    `{1, ${CODE}}`,
    `{(() => { ${CODE} })()}`,
    `{<b title={${CODE}} />}`,
    `{[${CODE}]}`,
    `{props.components}`,
    `{import("data:text/javascript,${CODE}")}`,
    `{import.meta.env}`,
    `{new Function("${CODE}")()}`,
    `{/* a */\n${CODE}\n/* b */}`,
    `[a](javascript:${CODE.replaceAll(' ', '')})`,
    `[a](<java&#x73;cript:${CODE}>)`,
    `[a](data:text/html,%3Cscript%3E)`,
  ].map(bad),
]

/** Lines that are code for MDX, or where a link leads. */
const LINES: readonly Attack[] = [
  `[a][j]\n\n[j]: javascript:${CODE.replaceAll(' ', '')}`,
  `import "data:text/javascript,${CODE}"`,
  `import a from './a.js'`,
  `import a from './a.js'\n\n<a.b />`,
  `export const a = (${CODE})`,
  `export default function () { ${CODE} }`,
  `export default ({ children }) => (${CODE})`,
  `export * from "data:text/javascript,${CODE}"`,
  `export const components = { p: () => { ${CODE} } }`,
  `export const layout = "./a.astro"`,
  `export const frontmatter = (${CODE})`,
].map(bad)

/** Where something stands: alone, among words, or in what holds words or blocks. */
const PLACES: readonly ((inner: string) => string)[] = [
  (inner) => inner,
  (inner) => `Words ${inner} words.`,
  (inner) => `- one\n- ${inner}`,
  (inner) => `- one\n\n  1. two ${inner}`,
  (inner) => `> ${inner}`,
  (inner) => `> > - ${inner} words`,
  (inner) => `| A | B |\n| - | - |\n| a | ${inner} |`,
  (inner) => `## Heading ${inner}`,
  (inner) => `### Decision 3: ${inner}`,
  (inner) => `**bold ${inner}**`,
  (inner) => `[link ${inner}](#a)`,
  (inner) => `Decision 3: We act ${inner} (3a)`,
  (inner) => `Evidence 3a (interview): ${inner}`,
  (inner) => `Note[^1].\n\n[^1]: ${inner}`,
  (inner) => `To be written by us ${inner}`,
  ...['Columns', 'Slide', 'Notes', 'Page', 'Step', 'Statement', 'Internal', 'details'].map(
    (name) => (inner: string) => `<${name}>\n\n${inner}\n\n</${name}>`,
  ),
  (inner) => `<Quote by="A nurse">words ${inner}</Quote>`,
  (inner) => `<abbr title="a">${inner}</abbr>`,
]

/** How an element is written. */
const FORMS: readonly ((name: string, attributes: string) => Attack)[] = [
  (name, attributes) => fine(`<${name} ${attributes}>words</${name}>`),
  (name, attributes) => fine(`<${name} ${attributes}></${name}>`),
  (name, attributes) => bad(`<${name} ${attributes}>{${CODE}}</${name}>`),
  (name, attributes) => bad(`<${name} ${attributes}>words {/* a */ ${CODE} /* b */}</${name}>`),
  (name, attributes) => fine(name === '' ? `<></>` : `<${name} ${attributes}/>`),
]

/** Each name, attribute and other node, at positions and with partners that look random; the same each time. */
export function attacks(): readonly Attack[] {
  const pick = picker(20_200_331)
  const some = <T>(from: readonly T[], count: number) =>
    Array.from({ length: count }, () => pick(from))
  const element = (name: Attack, attribute: Attack): Attack => {
    const { text, isRefused } = pick(FORMS)(name.text, attribute.text)
    // No component has a title; a fragment has no attributes.
    const isForeign = /^[A-Z]/.test(name.text) && attribute.text !== ''
    return { text, isRefused: isRefused || isForeign || name.isRefused || attribute.isRefused }
  }
  const known = NAMES.filter(({ text }) => ['p', 'a', 'Quote', 'details', 'script'].includes(text))
  const elements = [
    ...NAMES.flatMap((name) => some(ATTRIBUTES, 5).map((attribute) => element(name, attribute))),
    ...ATTRIBUTES.flatMap((attribute) => known.map((name) => element(name, attribute))),
  ]
  const placed = elements.map((one) => at(pick(PLACES), one))
  const others = OTHERS.flatMap((other) => some(PLACES, 9).map((place) => at(place, other)))
  const lines = LINES.flatMap((line) => [
    line,
    { ...line, text: `# T\n\n${line.text}\n\nWords` },
    { ...line, text: `---\ntitle: a\n---\n\n${line.text}` },
  ])
  return [...placed, ...others, ...lines]
}

function at(place: (inner: string) => string, { text, isRefused }: Attack): Attack {
  return { text: place(text), isRefused }
}

/** Takes one after the other in an order that looks like none. The generator is Park and Miller's. */
function picker(seed: number): <T>(from: readonly T[]) => T {
  let state = seed
  return (from) => {
    state = (state * 48_271) % 2_147_483_647
    return from[state % from.length] as (typeof from)[number] // below its length
  }
}
