/** How soon a step of the presenter reaches all who follow, over the broker in the process and over Mosquitto. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { isPresenters, type PresentersRoom, roomIn } from '../../src/core/room/address.ts'
import { passwordOf, seal, unseal } from '../../src/core/room/envelope.ts'
import {
  isAfter,
  readBody,
  type Stamp,
  topicOf,
  topicsForAll,
} from '../../src/core/room/messages.ts'
import { BROKER_PATH } from '../../src/core/room/place.ts'
import { newRoom } from '../../src/node/room/index.ts'
import { connect } from '../../src/pages/deck/_room/connection.ts'
import { childrenOf, mostOf } from './memory.ts'
import { megabytes, type Row } from './table.ts'

const STEPS = 60
/** Ms between steps. */
const PACE = 250
/** Of these, one proves each signature: phones do so each for itself, and here one process is all of them. */
const PROVES = 50
const PORT = 4790
const CASE = 'tests/fixtures/private'

/** 200 over the broker of `present --room`, 1,000 over Mosquitto, where it is installed. */
export async function roomRows(scratch: string): Promise<readonly Row[]> {
  const config = join(scratch, 'mosquitto.conf')
  await writeFile(
    config,
    // Without a listener of another protocol, 2.0.11 ends at once.
    `listener ${PORT + 3} 127.0.0.1\nlistener ${PORT + 2} 127.0.0.1\nprotocol websockets\nallow_anonymous true\nlog_type error\n`,
  )
  const present = ['present', '--room', '--no-open', '--port', String(PORT), '--case', CASE]
  return [
    ...(await rowsOf('the own broker', 200, () =>
      presenting([resolve('src/cli/setup.mjs'), ...present, '--out', join(scratch, 'present')]),
    )),
    ...(await rowsOf('Mosquitto', 1000, () => mosquitto(config))),
  ]
}

/** A broker that runs, and a room at it. */
interface Running {
  readonly program: ChildProcess
  /** Of the process that takes what devices send. */
  readonly server: number
  readonly url: string
  readonly room: PresentersRoom
}

/** As people start it: what serves the pages holds the broker too. */
async function presenting(args: readonly string[]): Promise<Running | undefined> {
  const program = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  await new Promise<void>((done) => {
    program.once('exit', () => done())
    program.stdout.on('data', (words) => {
      said += words
      if (said.includes('Ctrl+C stops it.')) done()
    })
  })
  const address = new URL(/^Deck +(\S+)$/m.exec(said)?.[1] ?? 'none:')
  const room = roomIn(address.hash)
  if (!room || !isPresenters(room)) return undefined
  // The set-up waits for what it has started.
  const [server = 0] = childrenOf(program.pid ?? 0)
  return { program, server, url: `ws://${address.host}${BROKER_PATH}`, room }
}

async function mosquitto(config: string): Promise<Running | undefined> {
  const program = spawn('mosquitto', ['-c', config], { stdio: ['ignore', 'ignore', 'inherit'] })
  const [server, url] = [program.pid ?? 0, `ws://127.0.0.1:${PORT + 2}/`]
  return (await isRunning(program)) ? { program, server, url, room: newRoom().room } : undefined
}

async function rowsOf(
  name: string,
  count: number,
  start: () => Promise<Running | undefined>,
): Promise<readonly Row[]> {
  const running = await start()
  if (!running) return [{ what: `${name} is not installed, or does not start` }]
  try {
    const { last, lost, wrong, memory } = await follow(running, count)
    const sorted = last.toSorted((a, b) => a - b)
    return [
      {
        what: `${count} follow over ${name}, a step to the last of them, p95`,
        amount: Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
        unit: 'ms',
        budget: 250,
      },
      { what: '  lost', amount: lost, unit: 'faults', budget: 0 },
      { what: '  out of order', amount: wrong, unit: 'faults', budget: 0 },
      { what: '  memory of the server, at most', ...megabytes(memory), budget: 150 },
    ]
  } finally {
    running.program.kill()
  }
}

async function isRunning(broker: ChildProcess): Promise<boolean> {
  const failed = new Promise<false>((done) => {
    broker.once('error', () => done(false))
    broker.once('exit', () => done(false))
  })
  return Promise.race([failed, setTimeout(2000, true as const)])
}

async function follow({ server, url, room }: Running, count: number) {
  const at = topicOf(room.token, 'at')
  const sentAt: number[] = []
  const last: number[] = []
  let [heard, wrong, online] = [0, 0, 0]
  const join = (index: number) => {
    let before: Stamp | undefined
    return connect(
      { url, id: randomBytes(8).toString('hex'), topics: topicsForAll(room.token) },
      {
        message(topic, bytes) {
          const body = new TextDecoder().decode(bytes)
          const message =
            index % PROVES === 0 ? unseal(room, topic, bytes) : readBody('at', body.slice(87))
          if (!message) return
          if (!isAfter(message.stamp, before)) wrong += 1
          before = message.stamp
          heard += 1
          const step = message.stamp.seq
          last[step] = Math.max(last[step] ?? 0, performance.now() - (sentAt[step] ?? 0))
        },
        online: (is) => (online += is ? 1 : 0),
      },
    )
  }
  const presenter = connect(
    { url, id: 'presenter-1', password: passwordOf(room), topics: [topicOf(room.token, '#')] },
    { message: () => undefined, online: (is) => (online += is ? 1 : 0) },
  )
  const all = Array.from({ length: count }, (_, index) => join(index))
  while (online <= count) await setTimeout(50)
  for (let step = 0; step < STEPS; step++) {
    const stamp: Stamp = { by: 'laptop-1', term: 1, seq: step, good: 30_000 }
    const text = seal(room, 'at', {
      stamp,
      said: { slide: `slide-${step}`, step: 0, isBlack: false, begins: 0 },
    })
    sentAt[step] = performance.now()
    void presenter.publish(at, text, true)
    await setTimeout(PACE)
  }
  await setTimeout(1000)
  const memory = mostOf(server)
  for (const one of [...all, presenter]) one.close()
  return { last, lost: STEPS * count - heard, wrong, memory }
}
