/** What strangers, and pages of other sites, ask of a server on this machine; and how to ask exactly so. */
import { type IncomingHttpHeaders, request } from 'node:http'

/** A request that must not be answered as it wishes. */
export interface HostileRequest {
  readonly what: string
  readonly path?: string
  readonly method?: string
  /** Without these, those that a browser sends on its own page. `HERE` stands for the server's port. */
  readonly headers?: Readonly<Record<string, string>>
  readonly status: number
}

const ORIGIN = 'http://127.0.0.1:HERE'

/** Of every local server, whatever it serves. */
export const hostile: readonly HostileRequest[] = [
  ...[
    'example.org',
    'example.org:HERE',
    '127.0.0.1.example.org',
    'localhost.example.org',
    '192.168.1.7:HERE',
    '[fe80::1]',
    'localhost@example.org',
    'xlocalhost',
  ].map((host) => ({ what: `by the name ${host}`, headers: { host }, status: 403 })),
  ...['http://example.org', 'http://localhost:1', 'https://127.0.0.1:HERE', 'null', 'file://'].map(
    (origin) => ({
      what: `from ${origin}`,
      headers: { origin },
      status: 403,
    }),
  ),
  ...['iframe', 'image', 'script', 'object', 'empty', 'style'].map((dest) => ({
    what: `as ${dest} of another site`,
    headers: {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'no-cors',
      'sec-fetch-dest': dest,
    },
    status: 403,
  })),
  {
    what: 'as a frame of another server here',
    headers: opened('same-site', 'iframe'),
    status: 403,
  },
  ...['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'].map((method) => ({
    what: `to change something by ${method}`,
    method,
    headers: { origin: ORIGIN },
    status: 405,
  })),
  ...['/%', '/%ff', '/%00', '/a%00.html', '//example.org/', 'http://example.org/'].map((path) => ({
    what: `for the malformed ${path}`,
    path,
    status: 400,
  })),
  ...[
    '/../secret.txt',
    '/deck/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/deck/%2e%2e%2f%2e%2e%2fsecret.txt',
  ].map((path) => ({
    what: `for ${path}`,
    path,
    status: 404,
  })),
]

/** Of what only tools on the own page may ask: they do something, such as opening an editor. */
export const hostileToTools: readonly HostileRequest[] = [
  '/__open-in-editor?file=10-case.mdx',
  '/__live/in-page.mjs',
  '/@fs/etc/passwd',
].map((path) => ({
  what: `by a link of another site to ${path}`,
  path,
  headers: opened('cross-site', 'document'),
  status: 403,
}))

/** The same by a browser that does not say who asks: a picture on any page would open an editor. */
export const silentToTools: readonly HostileRequest[] = [
  {
    what: 'by nobody who says so, to open an editor',
    path: '/__open-in-editor?file=10-case.mdx',
    status: 403,
  },
]

/** What people and their pages ask: it is answered. */
export const friendly: readonly HostileRequest[] = [
  ...['localhost:HERE', '127.0.0.1:HERE', '127.9.9.9', '[::1]:8080', 'case.localhost'].map(
    (host) => ({ what: `by the name ${host}`, headers: { host }, status: 200 }),
  ),
  { what: 'by a link of another site', headers: opened('cross-site', 'document'), status: 200 },
  { what: 'typed by a person', headers: opened('none', 'document'), status: 200 },
  {
    what: 'as script of the own page',
    headers: {
      origin: ORIGIN,
      'sec-fetch-site': 'same-origin',
      'sec-fetch-mode': 'cors',
      'sec-fetch-dest': 'empty',
    },
    status: 200,
  },
  { what: 'whether it is there', method: 'HEAD', status: 200 },
]

/** What came back. */
export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Asks for a path exactly as written; `fetch` would tidy it first. Takes an upgrade for an answer. */
export function ask(
  port: number,
  { path = '/', method = 'GET', headers = {} }: Partial<HostileRequest>,
): Promise<Answer> {
  const sent = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace('HERE', `${port}`)]),
  )
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers: sent }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString(),
        }),
      )
    })
      .on('upgrade', ({ statusCode = 0, headers }, socket) => {
        socket.destroy()
        resolve({ status: statusCode, headers, body: '' })
      })
      .on('error', reject)
      .end()
  })
}

/** The headers with which a browser opens a page. */
function opened(from: string, dest: string): Readonly<Record<string, string>> {
  return { 'sec-fetch-site': from, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': dest }
}
