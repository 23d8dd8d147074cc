/** Where the broker of a room is. */

/** Its path on the server of a room that `present` opens. */
export const BROKER_PATH = '/room'

/**
 * The address of a broker as a page dials it.
 * @param broker As the build names it: an address, or a path on the server of the page.
 * @param page Address of the page.
 */
export function brokerAddress(broker: string, page: string): string {
  const url = new URL(broker, page)
  url.protocol = url.protocol.replace('http', 'ws')
  return url.href
}
