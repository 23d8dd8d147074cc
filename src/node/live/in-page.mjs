/**
 * Runs in every page that `dev` serves: shows each state of the case as it is written, and what the
 * checks say of it. Plain JavaScript, since it is loaded as it stands.
 */
import { showFindings } from './panel.mjs'
import { remember, show } from './show.mjs'

/** Milliseconds until it asks again for a server that has gone. */
const AGAIN = 1000

/** The state that this page shows; empty where it says that the case cannot be read. */
let shown = new URL(import.meta.url).searchParams.get('state') ?? ''

/** One state after the other. */
let turn = Promise.resolve()

connect()
if (shown !== '') remember()

function connect() {
  const socket = new WebSocket(new URL('/__live/socket', location.href.replace(/^http/, 'ws')))
  socket.addEventListener('message', ({ data }) => {
    const { findings, state } = JSON.parse(data)
    if (findings) showFindings(findings)
    turn = turn.then(() => follow(state))
  })
  socket.addEventListener('close', () => setTimeout(connect, AGAIN))
}

/** @param {string | undefined} state Absent while the case cannot be read, and pages stay. */
async function follow(state) {
  if (state === undefined || state === shown) return
  if (shown === '') return location.reload()
  shown = state
  await show()
}
