/** The policy of an offline page names our own scripts and styles. What came in with the case is not ours. */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openFiles, type SiteFiles } from '../../src/node/offline/files.ts'
import { inlinePage } from '../../src/node/offline/page.ts'
import { attribute, elementsOf, readPage, textIn } from '../page-tree.ts'
import { testStore } from '../store.ts'

const OWN = 'document.title = "ours"'
const EVIL = 'globalThis.__ran = true'

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** A page of ours, into whose body something came that no page of ours has. */
const pageWith = (
  body: string,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A</title>
<meta http-equiv="content-security-policy" content="script-src 'self' ${hash(OWN)}; style-src 'self'">
<link rel="stylesheet" href="/p/_astro/a.css"></head><body>
<script type="module" src="/p/_astro/a.js"></script><script>${OWN}</script>${body}</body></html>`

const FILES: Readonly<Record<string, string>> = {
  '_astro/a.css': 'i{color:red}',
  '_astro/a.js': 'document.title = "built"',
  '_astro/evil.svg': EVIL,
  'evil.js': EVIL,
  'evil.css': 'body{display:none}',
}

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offline-policy-'))
  await mkdir(join(folder, '_astro'))
  for (const [path, text] of Object.entries(FILES)) await writeFile(join(folder, path), text)
})
afterAll(() => rm(folder, { recursive: true }))

it.each([
  '',
  `<script>${EVIL}</script>`,
  `<script type="module">${EVIL}</script>`,
  `<style>body{display:none}</style>`,
  `<svg><script>${EVIL}</script><style>body{display:none}</style></svg>`,
  `<template><script>${EVIL}</script></template>`,
  `<noscript><style>body{display:none}</style></noscript>`,
  `<script src="/p/evil.js"></script>`,
  `<script src="/p/_astro/evil.svg"></script>`,
  `<script src="data:text/javascript,${EVIL}"></script>`,
  `<link rel="stylesheet" href="/p/evil.css">`,
  `<meta http-equiv="Content-Security-Policy" content="script-src ${hash(EVIL)}"><script>${EVIL}</script>`,
])('has no hash of %j', async (body) => {
  const files: SiteFiles = {
    ...(await openFiles(folder, '/p/', testStore)),
    text: async (path) => FILES[path] ?? pageWith(body),
  }
  const html = await inlinePage(files, {
    page: 'index.html',
    file: 'a.html',
    placeOf: () => undefined,
  })
  const metas = elementsOf(readPage(html)).filter(
    (element) => attribute(element, 'http-equiv') !== undefined,
  )
  const policy = metas.map((meta) => attribute(meta, 'content')).join('; ')
  const hashes = policy.match(/'sha256-[^']*'/g)
  expect(hashes?.toSorted()).toEqual(
    [FILES['_astro/a.js'], OWN, FILES['_astro/a.css']].map((text) => hash(text ?? '')).toSorted(),
  )
})

it('has all hashes that the page of ours needs', async () => {
  const files = {
    ...(await openFiles(folder, '/p/', testStore)),
    text: async (path: string) => FILES[path] ?? pageWith(''),
  }
  const html = await inlinePage(files, {
    page: 'index.html',
    file: 'a.html',
    placeOf: () => undefined,
  })
  const page = elementsOf(readPage(html))
  const ours = page.filter(({ tagName }) => tagName === 'script' || tagName === 'style')
  expect(ours).toHaveLength(3)
  for (const element of ours) expect(html).toContain(hash(textIn(element)))
})
