/** Under which path the site is served. */
import icon from '/favicon.svg?url'

/**
 * The path, with slashes around it: `/prototype/`. Taken from the address of a file, since a variable
 * BASE_URL of the shell wins over the one that Astro gives.
 */
export const siteBase = icon.slice(0, -'favicon.svg'.length)
