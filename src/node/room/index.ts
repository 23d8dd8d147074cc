/**
 * Opens a room: a server on the networks of this machine, which serves what the audience may have, and
 * below a path that nobody guesses the pages of its presenters; and the broker over which they speak.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import {
  fragmentOf,
  type PresentersRoom,
  presentersFragmentOf,
  tokenOf,
  waysOf,
} from '../../core/room/address.ts'
import { presentersRoomOf } from '../../core/room/envelope.ts'
import { BROKER_PATH } from '../../core/room/place.ts'
import type { Settings } from '../../core/settings/case-yaml.ts'
import { type Channel, type Post, serve } from '../serve/index.ts'
import { openBroker } from './broker.ts'
import { endElsewhere } from './end-elsewhere.ts'
import { ownHosts } from './own-hosts.ts'

/** What is told when a room ends needs so long to go, ms. */
const TELLING = 200

const UNTOLD =
  'The broker of the room took nothing more. Those who follow see that the presenter is away.'

/** A room before it is open: the pages of its presenters are built for its path. */
interface RoomKeys {
  readonly room: PresentersRoom
  /** Path of the pages of presenters, with slashes around. */
  readonly base: string
}

/** What to serve. */
interface RoomOrder {
  /** The site as everyone may have it. */
  readonly folder: string
  /** The site of the presenters, built for the room's `base`. */
  readonly ofPresenters: string
  /** The first to try. */
  readonly port: number
  /** Over a broker of its own, the case may be followed where it is published. */
  readonly settings: Pick<Settings, 'room' | 'address'>
  /** What takes what pages of presenters post. */
  readonly posts: readonly Post[]
  /** Is told which limit was reached. */
  readonly say: (words: string) => void
}

/** An open room. */
export interface OpenRoom {
  /** Where the audience comes in: `http://192.168.1.5:4322/deck/#room=…`. */
  readonly audience: string
  /** Where another presenter does. */
  readonly presenters: string
  /** What stands behind the `#` of the presenter's own windows, with it. */
  readonly here: string
  /** All hosts by which this machine is reached, the most likely first; none without a network. */
  readonly hosts: readonly string[]
  /** For the presenter's own server, on this machine alone. */
  readonly channel: Channel
  /** From which network address a question came, as a number; undefined where its broker is another's. */
  sourceOf(question: string): number | undefined
  close(): Promise<void>
}

/** Makes the keys of a room. Nothing of them is kept. */
export function newRoom(): RoomKeys {
  const room = presentersRoomOf(tokenOf(randomBytes(12)), randomBytes(32))
  return { room, base: `/${randomBytes(12).toString('hex')}/` }
}

/**
 * Opens it until it is closed.
 * @throws when no port can be had.
 */
export async function openRoom({ room, base }: RoomKeys, order: RoomOrder): Promise<OpenRoom> {
  const { folder, ofPresenters, settings } = order
  const broker = await openBroker(room, order.say)
  const channel: Channel = { path: BROKER_PATH, open: broker.open }
  const has = (path: string): boolean => isOfRoom(path) && !broker.isOver()
  const within = { folder: ofPresenters, base, isPrivate: true, has }
  const { port, posts } = order
  const options = { port, has: isOfRoom, within, channel, network: ownHosts, posts }
  const served = await serve(folder, options).catch(async (error: unknown) => {
    await broker.close()
    throw error
  })
  const hosts = ownHosts()
  const origin = `http://${hosts[0] ?? '127.0.0.1'}:${served.port}`
  const published = settings.room && settings.address
  const site = published ? `${published.replace(/\/$/, '')}/` : `${origin}/`
  const audience = `${site}deck/#${fragmentOf(room)}`
  const presenters = `${origin}${base}deck/speaker/#${presentersFragmentOf(room)}`
  return {
    audience,
    presenters,
    here: `#${presentersFragmentOf(room)}&${waysOf({ audience, presenters })}`,
    hosts,
    channel,
    sourceOf: broker.sourceOf,
    async close() {
      const [isTold] = await Promise.all([
        settings.room === undefined || endElsewhere(room, settings.room),
        broker.end(),
      ])
      if (!isTold) order.say(UNTOLD)
      await setTimeout(TELLING)
      await Promise.all([served.close(), broker.close()])
    },
  }
}

// Matches "deck/speaker/", "deck/sponsor/index.html", "search.json", "_astro/a.css"; not "", "case.json".
const RE_OF_ROOM =
  /^(?:(?:deck|accessibility)(?:\/|$)|(?:search|doubts)\.json$|_astro\/|favicon\.(?:ico|svg)$|apple-touch-icon\.png$)/

/**
 * Whether a path is of the deck: its pages, what they load, and what they say of their own accessibility.
 * What else the site has, its audience reads where the case is published.
 */
function isOfRoom(path: string): boolean {
  return RE_OF_ROOM.test(path)
}
