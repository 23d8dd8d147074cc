/**
 * Files of other tools that lie beside a case, as a stranger's repository may have them. Each leaves a
 * file where it runs, and says a word that stands nowhere else where it is read.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What these files say. */
export const NEIGHBOUR = 'kestrelcanary'

export interface Neighbours {
  /** Which of them have run, by name. */
  readonly ran: () => readonly string[]
}

/** Puts them into a folder: that of a case, or of the repository around it. */
export function writeNeighbours(folder: string, marks: string): Neighbours {
  mkdirSync(marks, { recursive: true })
  for (const [name, text] of Object.entries(filesOf(marks))) {
    const path = join(folder, name)
    // Settings that a test has written itself stay.
    if (existsSync(path)) continue
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  return { ran: () => readdirSync(marks) }
}

function filesOf(marks: string): Readonly<Record<string, string>> {
  const mark = (name: string) => JSON.stringify(join(marks, name.replaceAll('/', '-')))
  const commonjs = (name: string) =>
    `require('node:fs').writeFileSync(${mark(name)}, ''); module.exports = { ${NEIGHBOUR}: 1 }\n`
  const esm = (name: string) =>
    `import { writeFileSync } from 'node:fs'\nwriteFileSync(${mark(name)}, '')\nexport default { title: '${NEIGHBOUR}' }\n`
  const script = (name: string) => `node -e "require('fs').writeFileSync('${name}', '')"`
  const packaged = (name: string) => ({
    [`node_modules/${name}/package.json`]: JSON.stringify({
      name,
      version: '9.9.9',
      main: 'a.cjs',
    }),
    [`node_modules/${name}/a.cjs`]: commonjs(`package ${name}`),
  })
  const scripts = Object.fromEntries(
    ['preinstall', 'install', 'postinstall', 'prepare', 'prebuild', 'build', 'dev', 'check'].map(
      (name) => [name, script(join(marks, `script ${name}`))],
    ),
  )
  return {
    'package.json': JSON.stringify({
      type: 'commonjs',
      scripts,
      imports: { '#*': './evil.cjs' },
      browserslist: 'ie 6',
      svgo: { plugins: ['./evil.cjs'] },
      postcss: { plugins: { './evil.cjs': {} } },
    }),
    'tsconfig.json': `{"extends":"./evil.json","compilerOptions":{"paths":{"*":["./evil.cjs"]},"jsxImportSource":"./evil.cjs"}}`,
    'jsconfig.json': '{"extends":"./evil.json"',
    '.env': `PUBLIC_TITLE=${NEIGHBOUR}\nNODE_OPTIONS=--require ./evil.cjs\nBASE_URL=/${NEIGHBOUR}/\nTHROUGHLINE_STORE=${NEIGHBOUR}\n`,
    '.env.production': `SITE=https://${NEIGHBOUR}.example\n`,
    '.npmrc': `node-options=--require ./evil.cjs\nscript-shell=./evil.cjs\nregistry=http://127.0.0.1:9/\n`,
    '.browserslistrc': 'ie 6',
    'evil.cjs': commonjs('evil.cjs'),
    'evil.json': `{"compilerOptions":{"target":"${NEIGHBOUR}"}}`,
    'mermaid.config.json': `{"themeCSS":"* { content: '${NEIGHBOUR}' }","securityLevel":"loose"}`,
    ...Object.fromEntries(
      [
        ...['astro.config.mjs', 'vite.config.js', 'svgo.config.mjs', 'postcss.config.mjs'],
        ...[
          'tailwind.config.mjs',
          'playwright.config.mjs',
          'content.config.mjs',
          'throughline.mjs',
        ],
        ...['src/content.config.mjs', 'src/middleware.mjs', 'src/pages/evil.mjs', 'index.js'],
      ].map((name) => [name, esm(name)]),
    ),
    ...Object.fromEntries(
      ['.postcssrc.cjs', 'babel.config.cjs', '.pnp.cjs', '.mocharc.cjs'].map((name) => [
        name,
        commonjs(name),
      ]),
    ),
    'evil.astro': `---\n${esm('evil.astro').replace('export default', 'void')}---\n<p>${NEIGHBOUR}</p>\n`,
    'src/pages/evil.astro': `---\n${esm('page').replace('export default', 'void')}---\n<p>${NEIGHBOUR}</p>\n`,
    'public/evil.txt': NEIGHBOUR,
    '_evil.md': `# ${NEIGHBOUR}\n`,
    '_evil.html': `<script>document.title = '${NEIGHBOUR}'</script>`,
    'node_modules/evil.mdx': `# ${NEIGHBOUR}\n`,
    ...Object.fromEntries(
      [
        'astro',
        'vite',
        'satteri',
        '@astrojs/mdx',
        'sharp',
        'mermaid',
        'svgo',
        'throughline',
      ].flatMap((name) => Object.entries(packaged(name))),
    ),
  }
}
