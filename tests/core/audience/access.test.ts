/** Which links readers outside the team can't open. */
import { describe, expect, it } from 'vitest'
import { isRestricted } from '../../../src/core/audience/access.ts'

describe('isRestricted', () => {
  it.each([
    'https://docs.google.com/document/d/1/edit',
    'https://DRIVE.google.com/x',
    'http://trello.com/b/1',
    'https://example.sharepoint.com/sites/x',
    'https://team.slack.com/archives/1',
    'https://team.atlassian.net/browse/X-1',
    'https://miro.com/app/board/1',
    'https://jira.example.org/browse/X-1',
    '//docs.google.com/document/d/1',
    'docs.google.com/document/d/1',
    'Trello.com:443/b/1',
    'https:\\\\trello.com\\b',
    'https://trello.com./b/1',
    'https://me@trello.com/b/1',
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Facme.sharepoint.com%2Fx&data=1',
    'https://www.google.com/url?q=https://docs.google.com/document/d/1',
    'https://www.google.com/url?sa=t&q=docs.google.com/document/d/1',
    'https://urldefense.com/v3/__https://docs.google.com/document/d/1__;!!x',
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__docs.google.com_document_d_1&d=x',
    'https://example.org/?to=https%253A%252F%252Ftrello.com%252Fb%252F1',
  ])('knows %s', (address) => {
    expect(isRestricted(address)).toBe(true)
  })

  it.each([
    'https://www.gov.uk/service-manual',
    'https://nottrello.com/b/1',
    'https://example.org/?next=https://trello.com',
    'https://example.org/?next=https%3A%2F%2Fexample.com%2Fplan&from=trello.com',
    'https://example.org/jira.html',
    'mailto:team@slack.com',
    '#evidence-3a',
    'trello.com',
    'plans/trello.com/b/1',
    'jira.html#now',
    '//example.org/trello.com/',
    '/trello.com/b',
    'https://',
  ])('leaves %s', (address) => {
    expect(isRestricted(address)).toBe(false)
  })

  it.each(['wiki.example.org', 'Example.org', '*.example.org', 'https://wiki.example.org/home'])(
    'takes the host %s from case.yaml',
    (host) => {
      expect(isRestricted('https://wiki.example.org/plan', [host])).toBe(true)
      expect(isRestricted('https://example.com/plan', [host, ''])).toBe(false)
    },
  )
})
