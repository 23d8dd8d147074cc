/** Files of a case that lie elsewhere, or are no files: none is read, and each is a finding. */
import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { mdxToJs } from 'satteri'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Finding } from '../../src/core/model/finding.ts'
import { readPicture } from '../../src/node/read/pictures.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { conventions } from '../../src/node/render/mdx-plugin.ts'

const SECRET = 'zephyr-of-somebody-else'
const SVG = `<svg xmlns="http://www.w3.org/2000/svg"><desc>${SECRET}</desc></svg>`

let home: string
let folder: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'outside-'))
  folder = join(home, 'slides')
  for (const [name, text] of Object.entries({
    'slides/1.mdx': '# A case\n\nWords.\n',
    'slides/maps/map.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    'else/secret.mdx': `# ${SECRET}\n`,
    'else/secret.svg': SVG,
    'else/secret.yaml': `${SECRET}: [\ntitle: ${SECRET}\n`,
    'else/secret.json': `[{ "title": "${SECRET}" }]`,
  })) {
    mkdirSync(dirname(join(home, name)), { recursive: true })
    writeFileSync(join(home, name), text)
  }
})
afterEach(() => rmSync(home, { recursive: true }))

const found = async (): Promise<readonly string[]> => {
  const read = await readCase(folder)
  expect(JSON.stringify(read)).not.toContain(SECRET)
  return read.findings.filter(isOfFiles).map(({ place, message }) => `${place.file}: ${message}`)
}
const isOfFiles = ({ check }: Finding): boolean =>
  check === 'unreadable-file' || check === 'broken-picture'

test.each([
  ['20.mdx', '../else/secret.mdx'],
  ['part/20.mdx', '../../else/secret.mdx'],
  ['case.yaml', '../else/secret.yaml'],
  ['changes.yaml', '../else/secret.yaml'],
  ['feedback.json', '../else/secret.json'],
  ['receipts/one.json', '../../else/secret.json'],
  ['shared', '../else'],
  ['part/shared', '../../else'],
  ['notes.md', '../else/secret.mdx'],
])('reads no %s that is a link to a place outside, and builds nothing', async (name, target) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  symlinkSync(target, join(folder, name))
  expect(await found()).toEqual([
    expect.stringMatching(`^${name}: Unexpected link that leads out of the case folder`),
  ])
  expect((await readCase(folder)).unreadable).toBe(true)
})

test('reads no file through an absolute link, a link to a link, or to a file that is not there yet', async () => {
  symlinkSync(join(home, 'else/secret.mdx'), join(folder, '20.mdx'))
  symlinkSync('../else/secret.yaml', join(folder, 'settings'))
  symlinkSync('settings', join(folder, 'case.yaml'))
  symlinkSync('../else/later.json', join(folder, 'feedback.json'))
  expect((await found()).map((one) => one.replace(/,.*/, ''))).toEqual([
    '20.mdx: Unexpected link that leads out of the case folder',
    'case.yaml: Unexpected link that leads out of the case folder',
    'feedback.json: Unexpected link that leads nowhere',
  ])
})

test('reads a case of nothing but links as a case that cannot be read', async () => {
  rmSync(join(folder, '1.mdx'))
  symlinkSync('../else/secret.mdx', join(folder, '1.mdx'))
  expect(await found()).toHaveLength(1)
})

test('follows links within the case, and reads the same words once', async () => {
  writeFileSync(join(folder, 'settings-2020.yaml'), 'title: One service\n')
  symlinkSync('settings-2020.yaml', join(folder, 'case.yaml'))
  symlinkSync('maps', join(folder, 'plans'))
  symlinkSync('.', join(folder, 'again'))
  writeFileSync(join(folder, '1.mdx'), '# A case\n\n![Map](plans/map.svg)\n')
  expect(await found()).toEqual([])
  expect((await readCase(folder)).settings.title).toBe('One service')
  symlinkSync('1.mdx', join(folder, '2.mdx'))
  expect(await found()).toEqual([
    expect.stringMatching(/^2\.mdx: Unexpected link to another file of the case/),
  ])
})

test('reads a case whose folder itself is a link', async () => {
  symlinkSync('slides', join(home, 'linked'))
  const { sources, findings } = await readCase(join(home, 'linked'))
  expect(sources.map(({ file }) => file)).toEqual(['1.mdx'])
  expect(findings.filter(isOfFiles)).toEqual([])
})

test('waits for no pipe, opens no device, and enters what is no file without a stop', async () => {
  for (const name of ['20.mdx', 'case.yaml', 'maps/pipe.png'])
    execFileSync('mkfifo', [join(folder, name)])
  symlinkSync('/dev/zero', join(folder, 'feedback.json'))
  mkdirSync(join(folder, '30.mdx'))
  mkdirSync(join(folder, 'changes.yaml'))
  writeFileSync(join(folder, '1.mdx'), '# A\n\n![Map](maps/pipe.png)\n')
  expect((await found()).map((one) => one.replace(/,.*/, '')).toSorted()).toEqual([
    '1.mdx: Unexpected picture that was not found: maps/pipe.png',
    '20.mdx: Unexpected folder',
    '30.mdx: Unexpected folder',
    'case.yaml: Unexpected folder',
    'changes.yaml: Unexpected folder',
    'feedback.json: Unexpected link that leads out of the case folder',
  ])
})

test('reads no file that is larger than words or pictures can be', async () => {
  for (const name of ['20.mdx', 'maps/map.svg']) truncateSync(write(name), 65 * 1024 * 1024)
  writeFileSync(join(folder, '1.mdx'), '# A\n\n![Map](maps/map.svg)\n')
  expect((await found()).map((one) => one.replace(/,.*/, '')).toSorted()).toEqual([
    '1.mdx: Unexpected picture of more than 64 MB: maps/map.svg',
    '20.mdx: Unexpected size of more than 64 MB',
  ])
})

const write = (name: string): string => {
  writeFileSync(join(folder, name), '<svg ')
  return join(folder, name)
}

const OUTSIDE = 'picture outside the case folder, which is not read'
const ON_DISK = 'picture by its place on one machine'

test.each([
  ['../else/secret.svg', OUTSIDE],
  ['maps/../../else/secret.svg', OUTSIDE],
  ['%2e%2e/else/secret.svg', OUTSIDE],
  ['..%2felse%2fsecret.svg', OUTSIDE],
  ['linked.svg', OUTSIDE],
  ['shared/secret.svg', OUTSIDE],
  ['../else/none.svg', OUTSIDE],
  ['file:///etc/passwd', ON_DISK],
  ['C:/maps/secret.svg', ON_DISK],
  ['/maps/map.svg', 'picture counted from the top of a site'],
  ['/favicon.svg', 'picture counted from the top of a site'],
  ['secret.svg%00.png', 'picture that was not found'],
  ['maps', 'picture that was not found'],
])('shows words in place of a picture at %s', async (url, why) => {
  symlinkSync('../else/secret.svg', join(folder, 'linked.svg'))
  symlinkSync('../else', join(folder, 'shared'))
  const text = `# A\n\n![Map](${url})\n\n<img src="${url}" alt="Map" />\n`
  writeFileSync(join(folder, '1.mdx'), text)
  const { findings } = await readCase(folder)
  const ofPictures = findings.filter(({ check }) => check === 'broken-picture')
  expect(ofPictures.map(({ message }) => message.split(': ')[0])).toEqual(
    Array(2).fill(`Unexpected ${why}`),
  )
  expect(readPicture(url, '1.mdx', { folder, store: home })).toBeUndefined()
  expect(compiled(text).match(/Picture missing: Map/g)).toHaveLength(2)
})

test('takes no font of a package to which a link leads out of it', async () => {
  const from = 'node_modules/@fontsource-variable/source-serif-4'
  const home = join(folder, 'node_modules/@fontsource-variable/secret')
  mkdirSync(join(home, 'files'), { recursive: true })
  writeFileSync(join(home, 'metadata.json'), '{ "id": "secret", "family": "Secret" }')
  writeFileSync(join(home, 'unicode.json'), '{ "latin": "U+0000-00FF", "greek": "U+0370" }')
  const link = (to: string, subset: string) =>
    symlinkSync(to, join(home, 'files', `secret-${subset}-wght-normal.woff2`))
  link(join(process.cwd(), from, 'files/source-serif-4-latin-wght-normal.woff2'), 'latin')
  link('/dev/zero', 'greek')
  writeFileSync(join(folder, 'case.yaml'), 'theme: theme.yaml\n')
  const fonts = 'fonts: "@fontsource-variable/secret"'
  writeFileSync(join(folder, 'theme.yaml'), `name: A\ncolours: { accent: '#8a1c34' }\n${fonts}\n`)
  const { unreadable, findings } = await readCase(folder)
  expect(unreadable).toBe(true)
  expect(findings.map(({ check }) => check)).toContain('unusable-brand')
})

test('says where a picture is that was counted from the top of a site', async () => {
  mkdirSync(join(folder, 'part'))
  writeFileSync(join(folder, 'part/2.mdx'), '![Map](/maps/map.svg)\n')
  expect(await found()).toEqual([expect.stringContaining('such as ../maps/map.svg')])
})

test('compiles nothing where the settings, which may withdraw words, cannot be read', () => {
  symlinkSync('../else/secret.yaml', join(folder, 'case.yaml'))
  expect(() => compiled('# A\n')).toThrow(/case\.yaml that cannot be read/)
})

function compiled(text: string): string {
  const forEveryone = {
    audience: 'public',
    hasPrivateNotes: false,
    ownKinds: {},
    store: home,
  } as const
  const made = mdxToJs(text, {
    mdastPlugins: [conventions(folder, forEveryone)],
    fileURL: pathToFileURL(join(folder, '1.mdx')),
  })
  if (made instanceof Promise) throw new Error('no plugin here works asynchronously')
  return made.code
}

/** Rooms that have to do with a case, and who in them opens files at all. */
const READERS: Readonly<Record<string, string>> = {
  'read/case-file.ts': 'a file of a case: the one door',
  'read/case-files.ts': 'which files a case has',
  'read/find-picture.ts': 'names of pictures beside one that was not found',
  'paths/case-folder.ts': 'which folder is a case',
  'read/fingerprint.ts': 'which state an output was made from',
  'paths/files.ts': 'which files an output and our code have',
  'paths/index.ts': 'our own folder',
  'paths/packages.ts': 'our packages',
  'theme/index.ts': 'our themes',
  'theme/carried-font.ts': 'fonts that outputs carry',
  'theme/font-face.ts': 'our fonts',
  'theme/fallback-face.ts': 'our fonts, and those that are kept for a brand',
  'theme/brand-font.ts': 'our fonts',
  'theme/fontsource.ts': 'whether a package is there',
  'read/brand.ts': 'our themes',
  'render/given.ts': 'modules that we make',
  'render/layer-plugin.ts': 'our styles',
  'render/make-renderer.ts': 'the bundle of our pages',
  'render/pages.ts': 'pages that we make',
  'render/picture-copy.ts': 'copies that we make',
  'render/pictures.ts': 'those copies',
  'render/place-theme.ts': 'our themes',
  'render/renderer.ts': 'the bundle of our pages',
  'render/texts.ts': 'modules that we make',
  'render/work-folder.ts': 'folders that we make',
  'render/work-plugin.ts': 'our sources',
  'export/convert.ts': 'what the office made',
  'export/palette.ts': 'our themes',
  'export/pictures/rasterise.ts': 'our styles',
}

test('opens files of a case in one place alone', () => {
  const rooms = join(import.meta.dirname, '../../src/node')
  const opening = ['paths', 'theme', 'history', 'read', 'render', 'export'].flatMap((room) =>
    readdirSync(join(rooms, room), { recursive: true, encoding: 'utf8' })
      .map((name) => `${room}/${name.replaceAll('\\', '/')}`)
      .filter(
        (file) => file.endsWith('.ts') && RE_OPENS.test(readFileSync(join(rooms, file), 'utf8')),
      ),
  )
  expect(opening.toSorted()).toEqual(Object.keys(READERS).toSorted())
})

// Matches an import of a module that opens files.
const RE_OPENS = /from '(?:node:)?fs(?:\/promises)?'/
