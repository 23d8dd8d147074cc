/** How every case is rendered; what depends on the case stands in src/node/render/astro-config.ts. */
import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'

export default defineConfig({
  integrations: [mdx()],
  security: {
    csp: {
      // Scripts and styles of the site, and those in a page by their hashes, Astro adds by itself.
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "media-src 'self'",
        // Nothing asks for anything itself; a tool that reads robots.txt from the page does.
        "connect-src 'self'",
        "base-uri 'self'",
        "form-action 'none'",
      ],
    },
  },
  build: { inlineStylesheets: 'never', format: 'directory' },
  devToolbar: { enabled: false },
  trailingSlash: 'ignore',
})
