/** Opens a place of the case in the editor that runs, as Vite knows how to. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { sep } from 'node:path'

/** Address that opens a place: `/__open-in-editor?file=/home/…/30-decisions.mdx:14:3`. */
export const EDITOR = '/__open-in-editor'

type Answer = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

let answering: Promise<Answer> | undefined

/** Opens a file of a folder (absolute) and no other; false where another is asked for. */
export async function openInEditor(
  folder: string,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<boolean> {
  const file = new URL(request.url ?? '/', 'http://localhost').searchParams.get('file')
  if (!file?.startsWith(folder + sep)) return false
  answering ??= answerer(folder)
  const answer = await answering
  answer(request, response, () => response.writeHead(404).end())
  return true
}

/** Of all that Vite can do, this alone is used: it is loaded when somebody first asks. */
async function answerer(root: string): Promise<Answer> {
  const { createServer } = await import('vite')
  const server = await createServer({
    root,
    configFile: false,
    envFile: false,
    appType: 'custom',
    logLevel: 'silent',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  })
  return server.middlewares
}
