/** Weighs what a browser loads before a page of the site is first seen. */
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright'
import { serve } from '../../src/node/serve/index.ts'

/** Bytes, each file gzipped for itself. */
export interface Weight {
  readonly total: number
  readonly script: number
}

/**
 * Opens a page of a built folder and adds up all that it loads.
 * @param path From the root of the site: `''`, `deck/`.
 */
export async function firstView(browser: Browser, folder: string, path: string): Promise<Weight> {
  const server = await serve(folder)
  const page = await browser.newPage()
  try {
    const weights: Promise<Weight>[] = []
    page.on('response', (response) => {
      const script = response.request().resourceType() === 'script'
      weights.push(response.body().then((body) => weigh(body, script)))
    })
    await page.goto(server.url + path, { waitUntil: 'networkidle' })
    const all = await Promise.all(weights)
    return {
      total: all.reduce((sum, { total }) => sum + total, 0),
      script: all.reduce((sum, { script }) => sum + script, 0),
    }
  } finally {
    await page.close()
    await server.close()
  }
}

function weigh(body: Buffer, script: boolean): Weight {
  const total = gzipSync(body).length
  return { total, script: script ? total : 0 }
}
