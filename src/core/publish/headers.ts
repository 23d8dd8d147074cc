/** `_headers`, as Netlify and Cloudflare Pages read it: what a page can't say of itself. */

/**
 * Headers for every page. Each page itself names its scripts by hash. So this policy says only what
 * holds for all pages, offline copies too, and what a `meta` element can't say.
 */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "frame-ancestors 'none'; base-uri 'self'; form-action 'none'; object-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
}

/** Headers for files whose names change with their content. */
const OF_ASSETS: Readonly<Record<string, string>> = {
  'Cache-Control': 'public, max-age=31536000, immutable',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/**
 * The file.
 *
 * @param base path under which the site is served, with slashes around: `/prototype/`
 */
export function headersFile(base: string, published: boolean): string {
  const all = published ? HEADERS : { ...HEADERS, 'X-Robots-Tag': 'noindex' }
  return `${rule(`${base}*`, all)}\n${rule(`${base}_astro/*`, OF_ASSETS)}`
}

/** What a server on this machine says with a file, as a host that reads `_headers` does. */
export function headersOf(path: string, base: string): Readonly<Record<string, string>> {
  return path.startsWith(`${base}_astro/`) ? { ...HEADERS, ...OF_ASSETS } : HEADERS
}

function rule(path: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`)
  return `${path}\n${lines.join('')}`
}
