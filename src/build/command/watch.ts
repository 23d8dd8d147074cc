/** Shows a changed case at once: pages read it for themselves, so that Vite cannot know. */
import { sep } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'

/** Milliseconds to wait for more changes: editors write a file in several goes. */
const PAUSE = 30

/**
 * A plugin of Vite that has open pages reloaded after each change of the case.
 * @param look Runs after each change, never twice at a time; resolves to whether pages must be
 *   reloaded once more for what it made.
 */
export function watchCase(folder: string, look: () => Promise<boolean>): Plugin {
  return {
    name: 'throughline:watch-case',
    configureServer(server) {
      let timer: NodeJS.Timeout | undefined
      let last = Promise.resolve()
      server.watcher.add(folder)
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(folder + sep)) return
        clearTimeout(timer)
        timer = setTimeout(() => {
          reload(server)
          last = last.then(async () => {
            if (await look()) reload(server)
          })
        }, PAUSE)
      })
    },
  }
}

function reload(server: ViteDevServer): void {
  for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll()
  server.ws.send({ type: 'full-reload' })
}
