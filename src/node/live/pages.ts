/** The pages of a case while it is written: each is rendered when somebody asks for it, as a build renders it. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BuildContext } from '../../core/model/build-context.ts'
import { handOver } from '../read/hand-over.ts'
import type { ReadCase } from '../read/read-case.ts'
import { writeContextModule, writeGivenModule } from '../render/given.ts'
import { joinModules } from '../render/join-modules.ts'
import { placeOf, renderPage, setUp } from '../render/pages.ts'
import { picturesFor } from '../render/pictures.ts'
import { type PageLook, placeTheme } from '../render/place-theme.ts'
import { readyRenderer } from '../render/renderer.ts'
import type { Rendered, RendererModule } from '../render/renderer-module.ts'
import { ENTRY, type WorkFolder } from '../render/work-folder.ts'

/** What makes the pages of the state of a case that it took last. */
export interface LivePages {
  /** The folder with what pages load. */
  readonly folder: string
  /**
   * Takes the next state of the case.
   * @param changed Files that are not as they were, from the case folder; all, if left out.
   * @throws where a text cannot be compiled, with its place.
   */
  readonly take: (read: ReadCase, changed?: readonly string[]) => Promise<void>
  /** The page or file at a decoded path; undefined where there is none. @throws what the page throws. */
  readonly render: (path: string) => Promise<Uint8Array | undefined>
}

/** @param finish Does the rest that a build does with a page. */
export async function livePages(
  work: WorkFolder,
  context: BuildContext,
  finish: (html: string, folder: string) => Promise<string>,
): Promise<LivePages> {
  const folder = join(work.root, 'out')
  await mkdir(folder)
  const { renderer, give } = await loadRenderer(work, context, folder)
  const pictures = picturesFor(renderer, { work, folder, context })
  const compile = textsIn(give.texts, { work, context, pictures, renderer })
  const rendered = new Map<string, Promise<Uint8Array | undefined>>()
  const inTurn = turns()
  let theme: string | undefined

  const take = async (read: ReadCase, changed?: readonly string[]): Promise<void> => {
    rendered.clear()
    const files = read.sources.map(({ file }) => file)
    await compile(files, changed)
    await renderer.refuseChanged(read)
    if (read.settings.theme !== theme) {
      const placed = await placeTheme(folder, { ...context, theme: read.settings.theme })
      give.look(placed.look)
      setUp(renderer, placed.sheet)
      theme = read.settings.theme
    }
    renderer.app.routeCache.clearAll()
    give.read(handOver(read).read)
  }

  const renderAt = async (path: string): Promise<Uint8Array | undefined> => {
    const page = await pageAt(path, renderer, context.base)
    if (!page) return undefined
    const bytes = await renderPage(renderer, page, context.base)
    await pictures.makeSmaller()
    if (page.route.type !== 'page') return bytes
    return Buffer.from(await finish(Buffer.from(bytes).toString(), folder))
  }

  return {
    folder,
    take: (read, changed) => inTurn(() => take(read, changed)),
    render: (path) => {
      const known = rendered.get(path)
      if (known) return known
      const made = inTurn(() => renderAt(path))
      rendered.set(path, made)
      // It is tried anew for whoever asks next.
      made.catch(() => rendered.get(path) === made && rendered.delete(path))
      return made
    },
  }
}

/** What loads the modules of texts, by their names. */
type Texts = Map<string, () => Promise<unknown>>

/** The kept renderer in this process, and what gives it the case. Files that pages load come into `folder`. */
async function loadRenderer(work: WorkFolder, context: BuildContext, folder: string) {
  const files = await readyRenderer(work, context)
  await files.placeLoaded(folder)
  joinModules(work, files.folder)
  const read = await writeGivenModule<ReadCase>(work, 'read')
  const look = await writeGivenModule<PageLook>(work, 'look')
  const texts: Texts = new Map()
  const giveTexts = await writeGivenModule<Texts>(work, 'texts')
  giveTexts(texts)
  const giveContext = await writeContextModule(work)
  giveContext(context)
  await mkdir(join(work.root, 'texts'))
  const renderer: RendererModule = await import(pathToFileURL(join(files.folder, ENTRY)).href)
  return { renderer, give: { read, look, texts } }
}

/** Compiles texts into `texts`: all files of a case, or those that have changed. */
function textsIn(
  texts: Texts,
  {
    work,
    context,
    pictures,
    renderer,
  }: {
    readonly work: WorkFolder
    readonly context: BuildContext
    readonly pictures: ReturnType<typeof picturesFor>
    readonly renderer: RendererModule
  },
) {
  let written = 0
  return async (files: readonly string[], changed?: readonly string[]): Promise<void> => {
    const moduleFor = await renderer.textCompiler(work, context, pictures)
    const isWordsAlone = changed?.every((file) => file.endsWith('.mdx') || file === '.') ?? false
    const due = isWordsAlone
      ? files.filter((file) => changed?.includes(file) || !texts.has(file))
      : files
    const made = due.map(async (file) => {
      const code = await moduleFor(file)
      if (code === undefined) return
      written += 1
      const path = join(work.root, 'texts', `${written}.mjs`)
      await writeFile(path, code)
      texts.set(file, () => import(pathToFileURL(path).href))
    })
    // A text that is still being compiled when another has failed would come after its next state.
    await Promise.allSettled(made)
    await Promise.all(made)
    for (const file of texts.keys()) if (!files.includes(file)) texts.delete(file)
  }
}

/** The page at a decoded path: one that every case has, or else one of this case. */
async function pageAt(
  path: string,
  { manifest, StaticPaths, app }: RendererModule,
  base: string,
): Promise<Rendered | undefined> {
  const isMeant = (one: Rendered) => placeOf(one, base).address === path
  const plain = manifest.routes.flatMap(({ routeData: route }) =>
    route.pathname === undefined ? [] : [{ pathname: route.pathname, route }],
  )
  return plain.find(isMeant) ?? (await new StaticPaths(app).getAll()).find(isMeant)
}

/** Runs work one after the other: pages of one state are rendered by themselves. */
function turns() {
  let turn: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }
}
