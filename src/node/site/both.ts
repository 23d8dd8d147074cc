/**
 * What two tasks come to that run side by side. Where one fails, the other ends first, so that
 * nobody tidies up while it still writes.
 */
export async function both<A, B>(one: Promise<A>, other: Promise<B> | B): Promise<readonly [A, B]> {
  await Promise.allSettled([one, other])
  return [await one, await other]
}
