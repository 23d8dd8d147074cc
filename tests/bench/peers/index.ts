/**
 * Rows of other tools beside ours, with the same content: Slidev, Starlight with diagrams that were drawn
 * before, and reveal.js. They are installed once, in versions that are named here, in a folder of their own.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright'
import { withBrowser } from '../../../src/node/browser/index.ts'
import { readDrawing } from '../../../src/node/mermaid/cache.ts'
import { root } from '../../../src/node/paths/index.ts'
import { readCase } from '../../../src/node/read/read-case.ts'
import { step } from '../../../src/node/run/progress.mjs'
import { firstView } from '../first-view.ts'
import { npm, weigh } from '../install.ts'
import { buildTimed } from '../run.ts'
import { kilobytes, megabytes, type Row, seconds } from '../table.ts'
import { paintedFrom, paintRows } from '../view.ts'
import { caseText, parts, revealPage, slidevText, starlightText, words } from './content.ts'

const run = promisify(execFile)

/** Git knows nothing of it. */
const FOLDER = join(root, '.throughline', 'peers')

const PEERS = {
  slidev: { '@slidev/cli': '53.0.0', '@slidev/theme-default': '0.25.0', vue: '3' },
  starlight: { '@astrojs/starlight': '0.42.4', astro: '7.3.5', sharp: '0.35.5' },
  reveal: { 'reveal.js': '6.0.2' },
} as const

type Peer = keyof typeof PEERS

/** Builds all of them in turn, and looks at each as somebody with a slow telephone does. */
export async function peerRows(scratch: string): Promise<readonly Row[]> {
  const folder = join(scratch, 'offices')
  await mkdir(folder)
  await writeFile(join(folder, '1-offices.mdx'), caseText())
  for (const peer of Object.keys(PEERS) as Peer[]) await install(peer) // its own names
  const out = join(scratch, 'ours')
  const cold = await step('Building ours, cold', () => buildTimed(folder, out, { pdfs: false }))
  const ours = await step('Building ours', () => buildTimed(folder, out, { pdfs: false }))
  await writeSources(await drawer(folder))
  const slidev = await step('Building with Slidev', () =>
    timed('slidev', 'slidev', 'build', '--out', 'dist'),
  )
  const starlight = await step('Building with Starlight', () =>
    timed('starlight', 'astro', 'build'),
  )
  const beside = (ms: number) => `${(ms / ours.ms).toFixed(1)} × ours`
  return [
    {
      what: `${parts.length} slides, ${words} words, ${parts.filter((one) => one.diagram).length} diagrams`,
    },
    { what: 'Ours, pages alone, cold', ...seconds(cold.ms) },
    { what: 'Ours, pages alone, warm', ...seconds(ours.ms) },
    { what: `Slidev, build (${beside(slidev)})`, ...seconds(slidev) },
    { what: `Starlight, build without drawing (${beside(starlight)})`, ...seconds(starlight) },
    ...(await withBrowser(async (browser) => [
      ...(await rowsOf('Ours, narrative', { browser, folder: out })),
      ...(await rowsOf('Starlight', { browser, folder: join(FOLDER, 'starlight', 'dist') })),
      ...(await rowsOf('Ours, deck', { browser, folder: out, path: 'deck/' })),
      ...(await rowsOf('Slidev', { browser, folder: join(FOLDER, 'slidev', 'dist') })),
      ...(await rowsOf('reveal.js', { browser, folder: join(FOLDER, 'reveal', 'site') })),
    ])),
    ...(await Promise.all((['slidev', 'starlight'] as const).map(installedRow))).flat(),
  ]
}

async function rowsOf(
  what: string,
  { browser, folder, path = '' }: { browser: Browser; folder: string; path?: string },
): Promise<readonly Row[]> {
  const weight = await firstView(browser, folder, path)
  return [
    { what: `${what}, first view, gzip`, ...kilobytes(weight.total) },
    ...paintRows(what, await paintedFrom(browser, folder, path)),
  ]
}

/** Once: what is there in these versions stays. */
async function install(peer: Peer): Promise<void> {
  const folder = join(FOLDER, peer)
  const about = JSON.stringify({ private: true, type: 'module', dependencies: PEERS[peer] })
  const done = join(
    folder,
    'node_modules',
    `.installed-${Buffer.from(about).toString('base64url').slice(-24)}`,
  )
  if (existsSync(done)) return
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), about)
  await step(`Installing ${peer}`, () => npm(folder, 'install'))
  await writeFile(done, '')
}

async function writeSources(draw: (mermaid: string) => string): Promise<void> {
  await writeFile(join(FOLDER, 'slidev', 'slides.md'), slidevText())
  const starlight = join(FOLDER, 'starlight')
  await mkdir(join(starlight, 'src', 'content', 'docs'), { recursive: true })
  await writeFile(
    join(starlight, 'astro.config.mjs'),
    `import starlight from '@astrojs/starlight'
export default { integrations: [starlight({ title: 'An invented case' })] }\n`,
  )
  await writeFile(
    join(starlight, 'src', 'content.config.ts'),
    `import { defineCollection } from 'astro:content'
import { docsLoader } from '@astrojs/starlight/loaders'
import { docsSchema } from '@astrojs/starlight/schema'
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) }\n`,
  )
  await writeFile(join(starlight, 'src', 'content', 'docs', 'index.md'), starlightText(draw))
  const reveal = join(FOLDER, 'reveal')
  await mkdir(join(reveal, 'site', 'theme'), { recursive: true })
  for (const part of ['reset.css', 'reveal.css', 'theme/white.css', 'reveal.js'])
    await copyFile(
      join(reveal, 'node_modules', 'reveal.js', 'dist', part),
      join(reveal, 'site', part),
    )
  await writeFile(join(reveal, 'site', 'index.html'), revealPage(draw))
}

/** The drawings of a case that was built. */
async function drawer(folder: string): Promise<(mermaid: string) => string> {
  const { settings, store } = await readCase(folder)
  return (mermaid) => {
    const drawn = readDrawing(mermaid, { theme: settings.theme, store })
    if (!drawn?.ok) throw new Error(`Expected a drawing of ${mermaid}`)
    return drawn.svg
  }
}

async function timed(peer: Peer, ...command: readonly string[]): Promise<number> {
  const [program = '', ...args] = command
  const cwd = join(FOLDER, peer)
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
  const start = performance.now()
  const path = join(cwd, 'node_modules', '.bin', program)
  await run(process.execPath, [path, ...args], { cwd, env, maxBuffer: 2 ** 26 })
  return performance.now() - start
}

async function installedRow(peer: Peer): Promise<readonly Row[]> {
  const { packages, bytes } = await weigh(join(FOLDER, peer, 'node_modules'))
  return [{ what: `${peer}, ${packages} packages`, ...megabytes(bytes) }]
}
