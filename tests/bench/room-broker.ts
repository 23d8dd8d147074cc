/** A broker alone in a process, for the bench: `node room-broker.ts TOKEN SEED PORT`, the seed in hex. */
import { createServer } from 'node:http'
import { presentersRoomOf } from '../../src/core/room/envelope.ts'
import { openBroker } from '../../src/node/room/broker.ts'

const [, , token = '', seed = '', port = '0'] = process.argv
const broker = await openBroker(presentersRoomOf(token, Buffer.from(seed, 'hex')), console.error)
const server = createServer()
server.on('upgrade', (request, socket, head) => broker.open(request, socket, head))
server.listen(Number(port), '127.0.0.1', () => console.log('Ready.'))
