/** `case.yaml`: what is read, and what a fault says. */
import { describe, expect, it } from 'vitest'
import { noSettings, readSettings } from '../../../src/core/settings/case-yaml.ts'

const faults = (text: string) =>
  readSettings(text, 'case.yaml').findings.map(
    ({ place, message }) => `${place.line}:${place.column} ${message}`,
  )

describe('readSettings', () => {
  it('reads a whole case.yaml, and an empty one', () => {
    const text =
      'title: T\nask: Fund it.\nlinks:\n  https://example.org/a: deck\nseverities:\n  gap: off\n'
    expect(readSettings(text.replaceAll('\n', '\r\n'), 'case.yaml')).toMatchObject({
      findings: [],
      settings: { title: 'T', ask: 'Fund it.', language: 'en-GB', severities: { gap: 'off' } },
    })
    expect(readSettings('', 'case.yaml')).toEqual({ findings: [], settings: noSettings })
    expect(readSettings('# nothing yet\n', 'case.yaml').findings).toEqual([])
  })

  it('says of brackets within brackets that they are too many', () => {
    expect(faults(`title: ${'['.repeat(20_000)}${']'.repeat(20_000)}`)).toEqual([
      expect.stringMatching(
        /^1:\d+ Unexpected YAML, expected it to be readable: Nested too deeply/,
      ),
    ])
  })

  it('has no old address and no old key that nobody wrote', () => {
    const { settings } = readSettings('links: { a: b }\naliases: { __proto__: c }', 'case.yaml')
    expect(settings.links).toEqual({ a: 'b' })
    for (const name of ['constructor', 'toString', '__proto__']) {
      expect([settings.links[name], settings.aliases[name]]).toEqual([undefined, undefined])
      expect(noSettings.links[name]).toBeUndefined()
    }
  })

  it.each(['main', 'fix/words', 'release-1.2', 'für/alle', 'a#b', '2'])(
    'takes %j for a branch',
    (branch) => expect(faults(`branch: "${branch}"`)).toEqual([]),
  )

  it.each([
    ['period: 2026', { period: '2026' }],
    ['version: 1.10', { version: '1.10' }],
    ['team: 007\ncaveat: true', { team: '007', caveat: 'true' }],
    ['title: No\nask: 1_000', { title: 'No', ask: '1_000' }],
    ['title: 0x1F\nphase: &p 2e3\nteam: *p', { title: '0x1F', phase: '2e3', team: '2e3' }],
    ['dates: { updated: 2026-11-30 }', { dates: { updated: '2026-11-30' } }],
    ['order: [2025, 1.0]\nwithdrawn: [1.10]', { order: ['2025', '1.0'], withdrawn: ['1.10'] }],
    ['aliases: { 1.10: 2.0 }', { aliases: { '1.10': '2.0' } }],
    ['deck: { slides: 20 }\npublished: true', { deck: { slides: 20 }, published: true }],
  ])('takes words as they are written, where YAML sees numbers: %s', (text, settings) => {
    expect(readSettings(text, 'case.yaml')).toMatchObject({ findings: [], settings })
  })

  it('reads numbers of decisions as names', () => {
    const { settings } = readSettings('affirmed: { 5: 2026-03-14 }', 'case.yaml')
    expect(settings.affirmed).toEqual({ '5': '2026-03-14' })
  })

  it.each([
    ['titel: T', '1:1 Unexpected field "titel", expected title'],
    ['title: ""', '1:1 Unexpected value of "title"'],
    ['team:\nperiod: 2026', '1:1 Unexpected value of "team", expected string, received null'],
    ['address: 2026', '1:1 Unexpected value of "address", expected an address of the web'],
    ['[a, b]: c', '1:1 Unexpected YAML, expected it to be readable: Only words may stand'],
    [
      '\ndates:\n  published: soon',
      '3:3 Unexpected value of "dates.published", expected a date like 2020-03-31',
    ],
    ['dates:\n  publish: 2020-01-01', '2:3 Unexpected field "dates.publish", expected published'],
    [
      'feedback:\n  - label: L\n    url: x',
      '3:5 Unexpected value of "feedback.0.url", expected an address such as https://example.org/issues or mailto:team@example.org',
    ],
    ['just words', '1:1 Unexpected content, expected fields'],
    [
      'theme: follio',
      '1:1 Unexpected value of "theme", expected folio, one of thread, folio, or a file such as theme.yaml',
    ],
    [
      'affirmed:\n  5a: 2020-03-31',
      '2:3 Unexpected value of "affirmed.5a", expected the number of a decision, such as 5',
    ],
    [
      'affirmed:\n  4: 2020-03-30\n  5: 31 March',
      '3:3 Unexpected value of "affirmed.5", expected a date like 2020-03-31',
    ],
    ...[
      '../../other',
      '-b',
      '--upload-pack=x',
      'a b',
      'a..b',
      'main.lock',
      '"a\\ud800"',
      'a\u202eb',
    ].map((branch): [string, string] => [
      `branch: ${branch}`,
      '1:1 Unexpected value of "branch", expected a name of a branch such as main',
    ]),
    ['language: "\\">"', '1:1 Unexpected value of "language", expected a language such as en-GB'],
    [
      'repository: https://someone:secret@example.org/',
      '1:1 Unexpected value of "repository", expected an address without a name and a password',
    ],
    ['contact: "a@example.org?bcc=b@example.org"', '1:1 Unexpected value of "contact"'],
    ['title: "T', 'Unexpected YAML, expected it to be readable'],
    ['title: T\ntitle: U', '2:1 Unexpected YAML'],
  ])('%j', (text, fault) => {
    expect(faults(text)).toHaveLength(1)
    expect(faults(text)[0]).toContain(fault)
    expect(readSettings(text, 'case.yaml').settings).toEqual(noSettings)
  })
})

it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///C:/case'])(
  'refuses %s where readers would follow it',
  (url) => {
    const yaml = `repository: ${url}\naddress: ${url}\nfeedback:\n  - label: Write\n    url: ${url}\n`
    const { settings, findings } = readSettings(yaml, 'case.yaml')
    expect(findings.map(({ place, message }) => `${place.line} ${message}`)).toEqual([
      '1 Unexpected value of "repository", expected an address of the web such as https://example.org/',
      '2 Unexpected value of "address", expected an address of the web such as https://example.org/',
      '5 Unexpected value of "feedback.0.url", expected an address such as https://example.org/issues or mailto:team@example.org',
    ])
    expect(JSON.stringify(settings)).not.toContain(url)
  },
)
