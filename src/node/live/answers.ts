/** Answers browsers with what is made when it is asked for. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { explain } from '../report/failure.ts'
import { typeOf } from '../serve/media-types.ts'
import { CLIENT, clientModule, clientTag } from './client.ts'
import { EDITOR, openInEditor } from './editor.ts'
import type { LivePages } from './pages.ts'
import type { LiveState } from './state.ts'
import { answerUnreadable, asksForPage } from './unreadable.ts'

/** Of what is answered. */
interface Answered {
  /** Absolute. */
  readonly folder: string
  readonly pages: LivePages
  readonly state: LiveState
  /** Told what went wrong while a page was rendered. */
  readonly onError: (error: unknown) => void
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/** Answers a decoded path; resolves to false where nothing is made for it. */
type Answer = (path: string, exchange: Exchange) => Promise<boolean>

/** Answers with pages as the case is now, with our own modules, and with the editor. */
export function answersOf({ folder, pages, state, onError }: Answered): Answer {
  return async (path, exchange) => {
    if (path === EDITOR) return openInEditor(folder, exchange)
    const own = path.startsWith(CLIENT) ? clientModule(path) : undefined
    if (own !== undefined) return send(exchange, { body: own, type: typeOf('in-page.mjs') })
    await state.untilSeen()
    const unreadable = state.unreadable()
    if (unreadable !== undefined) {
      if (!asksForPage(exchange.request)) return false
      answerUnreadable(exchange.response, unreadable)
      return true
    }
    try {
      return await answerPage(path, exchange, { pages, mark: state.mark() })
    } catch (error) {
      onError(error)
      answerUnreadable(exchange.response, explain(error))
      return true
    }
  }
}

/** What there is at a path, or where that is, or the page that says that there is none. */
async function answerPage(
  path: string,
  exchange: Exchange,
  { pages, mark }: { readonly pages: LivePages; readonly mark: string },
): Promise<boolean> {
  const page = (html: Uint8Array, status = 200) =>
    send(exchange, { body: withClient(html, mark), type: typeOf('index.html'), status })
  const body = await pages.render(path)
  if (body) return path.endsWith('/') ? page(body) : send(exchange, { body, type: typeOf(path) })
  if (!path.endsWith('/') && (await pages.render(`${path}/`))) {
    exchange.response.writeHead(302, { Location: encodeURI(`${path}/`) }).end()
    return true
  }
  const none = asksForPage(exchange.request) ? await pages.render('/404/') : undefined
  return none !== undefined && page(none, 404)
}

interface Sent {
  readonly body: string | Uint8Array
  readonly type: string
  readonly status?: number
}

function send({ request, response }: Exchange, { body, type, status = 200 }: Sent): true {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' })
  response.end(request.method === 'HEAD' ? undefined : body)
  return true
}

function withClient(page: Uint8Array, mark: string): string {
  const html = Buffer.from(page).toString()
  return html.replace('</head>', () => `${clientTag(mark)}</head>`)
}
