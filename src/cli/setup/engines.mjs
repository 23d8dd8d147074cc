/** Engines besides Chromium in which our tests open the pages, and the packages of Debian with them. */
export const ENGINE_PACKAGES = {
  WebKit: ['webkit2gtk-driver', 'xvfb'],
  Firefox: ['firefox-esr'],
}
