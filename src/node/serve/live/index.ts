/** Shows a changed case at once. Pages read it from disk by themselves, so Vite knows nothing of it. */
import type { Server } from 'node:http'
import { sep } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { AstroIntegration } from 'astro'
import type { HotPayload, Plugin, ViteDevServer } from 'vite'
import type { ThemeName } from '../../../core/model/themes.ts'
import { TEXTS_ID } from '../../render/texts-plugin.ts'
import { guard, refuse } from '../gate.ts'
import { invalidate, invalidateAll, invalidatePaths } from './invalidate.ts'
import type { Listed } from './listed.ts'
import { asksForRawFile } from './raw-file.ts'
import { onEveryChange } from './settle.ts'
import { answerUnreadable, asksForPage } from './unreadable.ts'
import { watchFolder } from './watch-folder.ts'

/** What came of reading the case again. */
export interface LiveReading {
  /** Why pages cannot be rendered, in lines for people; absent where they can. */
  readonly unreadable?: string
  /** Of what pages are made, as a hash; absent where they cannot be rendered. */
  readonly content?: string
  /** In which theme pages are shown; absent where they cannot be rendered. */
  readonly theme?: ThemeName
  /** What pages list. */
  readonly listed: Listed
  /** Names of the routes; absent where the case cannot be read. */
  readonly routes?: readonly string[]
  /**
   * Settles when the diagrams that had to be drawn are drawn, with what is then to be listed, if
   * that is known; absent where there were none to draw.
   */
  readonly drawing?: Promise<Listed | undefined>
}

interface LiveCase {
  /** Absolute. */
  readonly folder: string
  /** What the look before the start came to. */
  readonly first: LiveReading
  /** Runs after each change, never twice at a time. Never rejects. */
  readonly readAgain: () => Promise<LiveReading>
  /** Told what went wrong while a page was rendered. */
  readonly onError: (error: Error) => void
}

/** Milliseconds to wait for more changes: editors write a file in several goes. */
const PAUSE = 20

/** Milliseconds that a page waits for its diagrams; later ones come with a second reload. */
const PATIENCE = 300

/** Milliseconds that a page waits at most until the case is read again. */
const LONGEST_LOOK = 20_000

/** Milliseconds after a change in which Astro reloads pages too: it needs some 500 to notice, and 200 to tell of an error. */
const ASTRO_RELOADS = 3000

// Matches the files whose change shows in a look's `content`.
const RE_READ = /(?:\.mdx|[\\/]case\.yaml)$/

// Matches the frame of every page, which imports the theme, what that asks of it, and the modules in which Astro keeps which style
// sheets a page has (astro 7.3.5, vite-plugin-css).
const RE_FRAME =
  /[\\/]ui[\\/]components[\\/]Layout\.astro$|^\0(?:throughline:look$|virtual:astro:dev-css:)|^virtual:astro:dev-css:/

/**
 * Reloads open pages once after each change of the case, and sends them the findings. While the case
 * cannot be read, the pages stay as they are.
 */
export function liveCase(live: LiveCase): AstroIntegration {
  return {
    name: 'throughline:live-case',
    hooks: {
      'astro:config:setup': ({ injectScript, updateConfig }) => {
        injectScript('page', `import '/src/node/serve/live/in-page.mjs'`)
        updateConfig({ vite: { plugins: [watchCase(live)] } })
      },
    },
  }
}

function watchCase({ folder, first, readAgain, onError }: LiveCase): Plugin {
  const isOfCase = (path: string): boolean => path.startsWith(folder + sep)
  let { unreadable, content, theme, listed } = first
  /** Whether something else than words and settings has changed since the last look. */
  let others = false
  /** When what pages show was last complete, and when files came, went or were changed; ms. */
  const at = { shown: Date.now(), edited: 0, listed: 0 }
  /** Changes that no look has seen. */
  let unseen = 0
  let timer: NodeJS.Timeout | undefined
  let turn = Promise.resolve()

  /** Whether Astro reloads pages for a change inside a file, which `show` does already. */
  const isNeedless = (payload: HotPayload): boolean =>
    payload.type === 'full-reload' &&
    payload.path === '*' &&
    (unreadable !== undefined ||
      (Date.now() - at.edited < ASTRO_RELOADS && Date.now() - at.listed > ASTRO_RELOADS))

  const invalidateCase = (server: ViteDevServer): void =>
    invalidateAll(server, (file) => isOfCase(file) && RE_READ.test(file))

  const reload = (server: ViteDevServer): void => {
    at.shown = Date.now()
    server.ws.send({ type: 'full-reload' })
  }

  const list = (server: ViteDevServer, latest: Listed): void => {
    listed = latest
    server.ws.send('throughline:findings', { ...listed, unreadable })
  }

  const show = async (server: ViteDevServer): Promise<void> => {
    const shown = others ? undefined : content
    others = false
    const seen = unseen
    const looked = await readAgain()
    unseen -= seen
    unreadable = looked.unreadable
    content = looked.content
    list(server, looked.listed)
    if (unreadable !== undefined) return
    // A page that was asked for meanwhile knew nothing of a picture that was cleaned just now.
    if (shown === undefined) invalidateCase(server)
    invalidatePaths(server)
    if (looked.theme !== theme) invalidateAll(server, (file) => RE_FRAME.test(file))
    theme = looked.theme
    // A page may show what stood there only between two looks.
    const isNew = content !== shown || at.listed >= at.shown
    if (isNew || looked.drawing) await showDrawn(server, looked)
  }

  /** Settles once each change was looked at: a page of what nobody has read may be of a broken case. */
  const untilSeen = async (): Promise<void> => {
    const end = Date.now() + LONGEST_LOOK
    while (unseen > 0 && Date.now() < end) {
      await pause(PAUSE)
      await turn
    }
  }

  const showDrawn = async (server: ViteDevServer, { drawing }: LiveReading): Promise<void> => {
    const isLate = await Promise.race([drawing?.then(() => false) ?? false, pause(PATIENCE, true)])
    if (isLate) reload(server)
    const drawn = await drawing
    if (drawn) list(server, drawn)
    reload(server)
  }

  return {
    name: 'throughline:watch-case',
    enforce: 'pre',
    hotUpdate: {
      order: 'pre',
      // Vite does nothing by itself: `show` decides what a change leads to.
      handler: ({ file }) => (isOfCase(file) ? [] : undefined),
    },
    configureServer(server) {
      // Without HTTPS, Vite's server is Node's.
      if (server.httpServer) guard(server.httpServer as Server)
      filterSent(server, isNeedless, (error) => {
        onError(error)
        // A text that was half written when the renderer read it: the next look tells more, or is right again.
        const isPassing = unreadable !== undefined || Date.now() - at.edited < ASTRO_RELOADS
        if (isPassing)
          void untilSeen().then(() => {
            if (unreadable === undefined) reload(server)
          })
        return isPassing
      })
      server.ws.on('throughline:seen', ({ since }, client) => {
        client.send('throughline:findings', { ...listed, unreadable })
        if (unreadable === undefined && since < at.shown) client.send({ type: 'full-reload' })
      })
      const showSoon = (): void => {
        clearTimeout(timer)
        timer = setTimeout(() => {
          turn = turn.then(() => show(server))
        }, PAUSE)
      }
      watchFolder(server.watcher, folder, showSoon)
      onEveryChange(server.watcher, isOfCase, (event, path) => {
        at.edited = Date.now()
        unseen += 1
        if (event !== 'change' && path.endsWith('.mdx')) at.listed = at.edited
        others ||= !RE_READ.test(path)
        invalidate(server, path)
        // It has the files that there were.
        invalidate(server, TEXTS_ID)
        // What case.yaml withdraws, and pictures, are compiled into the words.
        if (!path.endsWith('.mdx')) invalidateCase(server)
        showSoon()
      })
      server.middlewares.use((request, response, next) => {
        if (asksForRawFile(request.url ?? '/', folder, server.config.root))
          refuse(response, { status: 404, why: 'There is no such page.' })
        else if (!asksForPage(request)) next()
        else
          void untilSeen().then(() =>
            unreadable === undefined ? next() : answerUnreadable(response, unreadable),
          )
      })
    },
  }
}

/** Drops the reloads that are needless, and the errors that `isPassing` says will be gone at once. */
function filterSent(
  { ws }: ViteDevServer,
  isNeedless: (payload: HotPayload) => boolean,
  isPassing: (error: Error) => boolean,
): void {
  const send = ws.send.bind(ws) as (...args: readonly unknown[]) => void // one of two overloads
  Object.assign(ws, {
    send: (first: HotPayload | string, ...more: readonly unknown[]) => {
      if (typeof first === 'object' && isNeedless(first)) return
      if (typeof first === 'object' && first.type === 'error') {
        const { message, loc, id } = first.err
        if (isPassing(Object.assign(new Error(message), { loc, id }))) return
      }
      send(first, ...more)
    },
  })
}
