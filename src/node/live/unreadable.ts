/** What `dev` answers to a page request while the case cannot be read. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { escapeXml } from '../../core/text/xml.ts'
import { clientTag } from './client.ts'

/** True for a person's request for a page, false for a script, a picture and the like. */
export function asksForPage({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && (headers.accept ?? '').includes('text/html')
}

const HEADERS = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }

/** A page that says why, and gives way to the real one as soon as there is one. */
export function answerUnreadable(response: ServerResponse, why: string): void {
  response.writeHead(500, HEADERS).end(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The case cannot be read</title>
<style>body{font:18px/1.5 system-ui,sans-serif;max-width:70ch;margin:3rem auto;padding:0 1rem}
pre{white-space:pre-wrap;font:inherit;border-left:4px solid #c1121f;padding-left:1rem}</style>
${clientTag('')}
<h1>The case cannot be read</h1>
<pre>${escapeXml(why)}</pre>
<p>This page shows the case as soon as it can be read again.</p>
`)
}
