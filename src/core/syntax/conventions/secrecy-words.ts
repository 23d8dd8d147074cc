/** The words of secrecy and the markings of governments: a new one is a word in a row. */

/**
 * `inside`: a way to say "internal". `marking`: nobody says it of something else. `word`: people say it
 * of other things too. `label`: a word of secrecy in a label alone.
 */
export type Weight = 'inside' | 'marking' | 'word' | 'label'

/** What counts as secrecy, in small letters; signs between the words do not count. */
export const SECRECY: Readonly<Record<Weight, readonly string[]>> = {
  inside: [
    ...['internal', 'internal only', 'internal use', 'internal use only'],
    ...['for internal use', 'for internal use only', 'for internal only', 'internal eyes only'],
    ...['for internal eyes only', 'for internal eyes'],
  ],
  marking: [
    ...['official sensitive', 'uk official sensitive', 'official sensitive commercial'],
    ...['official sensitive personal', 'official sensitive recipients only'],
    ...['top secret', 'uk top secret', 'uk secret', 'secret uk eyes only', 'uk eyes only'],
    ...['eyes only', 'for your eyes only', 'not for publication', 'not for release'],
    ...['not for public release', 'not for sharing', 'not for circulation', 'not for distribution'],
    ...['not for disclosure', 'not to be published', 'not to be shared', 'not to be circulated'],
    ...['not to be disclosed', 'do not share', 'do not publish', 'do not circulate'],
    ...['do not distribute', 'do not forward', 'do not disclose', 'dont share', 'dont publish'],
    ...['internal circulation only', 'for internal circulation', 'for internal distribution'],
    ...['private and confidential', 'strictly confidential', 'strictly private'],
    ...['highly confidential', 'company confidential', 'commercial in confidence'],
    ...['commercial confidential', 'policy in confidence', 'staff in confidence'],
    ...['management in confidence', 'legal in confidence', 'in strict confidence'],
    ...['under embargo', 'strictly embargoed', 'legally privileged', 'limited distribution'],
    ...['subject to legal privilege', 'legal professional privilege', 'restricted circulation'],
    // Of other governments, and of those who share warnings.
    ...['for official use only', 'official use only', 'controlled unclassified information'],
    ...['secret noforn', 'top secret noforn', 'nato restricted', 'nato confidential'],
    ...['nato secret', 'restricted commercial', 'protect personal'],
    ...['protect commercial', 'protect private', 'tlp red', 'tlp amber', 'tlp amber strict'],
    ...['tlp green'],
    // Of neighbours, as letters without accents and umlauts.
    ...['streng vertraulich', 'streng geheim', 'nicht zur veroffentlichung', 'nicht weitergeben'],
    ...['nur fur den dienstgebrauch', 'nur fur den internen gebrauch', 'nur fur internen gebrauch'],
    ...['a usage interne', 'pour usage interne', 'strictement confidentiel', 'ne pas diffuser'],
    ...['diffusion restreinte', 'diffusion limitee', 'ne pas publier', 'niet voor publicatie'],
    ...['strikt vertrouwelijk', 'solo uso interno', 'solo para uso interno', 'per uso interno'],
    ...['estrictamente confidencial', 'strettamente riservato', 'ddim iw gyhoeddi'],
    ...['onward', 'wider', 'external', 'further', 'general'].flatMap((which) =>
      ['sharing', 'circulation', 'distribution', 'release', 'publication'].map(
        (what) => `not for ${which} ${what}`,
      ),
    ),
  ],
  word: [
    ...['confidential', 'secret', 'in confidence', 'embargoed', 'off the record', 'hush hush'],
    ...['commercially sensitive', 'market sensitive', 'commercially confidential', 'not public'],
    ...['not yet public', 'not yet published', 'not yet announced', 'not announced'],
    ...['privileged', 'o s', 'staff only', 'team only', 'project team only', 'our team only'],
    ...['for the team only', 'for team only', 'board only', 'for us only', 'us only'],
    ...['ministers only', 'management only', 'civil servants only', 'insiders only'],
    // Other languages of these islands and of neighbours.
    ...['mewnol', 'cyfrinachol', 'nid iw gyhoeddi', 'swyddogol sensitif', 'interne', 'interno'],
    ...['intern', 'confidentiel', 'confidencial', 'riservato', 'vertraulich', 'geheim'],
    ...['vertrouwelijk', 'poufne', 'usage interne', 'nur intern', 'uso interno'],
  ],
  label: [
    ...['private', 'sensitive', 'classified', 'embargo', 'secrecy', 'unpublished', 'undisclosed'],
    ...['not published', 'do not use', 'inside only', 'keep inside', 'hidden', 'hide', 'withheld'],
  ],
}

/**
 * What may mean to keep something inside where a bracket says nothing else, and is ordinary elsewhere.
 * `part`: also beside other words: `(redacted, 12 people)`.
 */
export const IN_BRACKETS: Readonly<Record<'whole' | 'part', readonly string[]>> = {
  whole: [
    ...['team', 'for the team', 'for team', 'team use', 'for team use', 'just us', 'only us'],
    ...['just for us', 'only for us', 'for our use', 'between us', 'between ourselves'],
    ...['restricted', 'nda', 'privat', 'prive', 'privado'],
    ...['privato', 'preifat'],
  ],
  part: [
    ...['redact', 'redacted', 'redaction', 'to be redacted', 'to redact', 'leave out'],
    ...['withhold', 'to be withheld', 'hold back', 'no publication', 'unreleased'],
    ...['not released', 'not yet released', 'not cleared', 'not yet cleared', 'uncleared'],
    ...['to be cleared', 'awaiting clearance', 'pending clearance', 'not for the public'],
    ...['not for the web', 'not for web', 'not for the website', 'not for the site'],
    ...['not for attribution', 'not for quotation', 'not to be quoted', 'not to be used'],
    ...['not attributable', 'unattributable', 'do not quote', 'do not cite', 'do not attribute'],
    ...['just for the team', 'note to team', 'note to the team', 'note for the team'],
    ...[
      'note for us',
      'off record',
      'note to self',
      'under wraps',
      'under nda',
      'background only',
      'shh',
      'offsen',
      'fyeo',
      'u fouo',
      'ts sci',
    ],
    ...['nicht offentlich', 'geschwarzt', 'non publie', 'caviarde', 'niet openbaar'],
  ],
}

/** Words that look like those above and mean something else. */
export const HARMLESS: readonly string[] = [
  ...['external', 'interval', 'intervals', 'eternal', 'integral', 'maternal', 'paternal'],
  ...['internet', 'interned', 'internee', 'clarified', 'insensitive', 'unclassified'],
  ...['declassified', 'not confidential', 'non confidential', 'not secret', 'not sensitive'],
  ...[
    'internal user',
    'not internal',
    'no longer confidential',
    'yes only',
    'general',
    'interior',
    'inertial',
  ],
  ...['reduction', 'reaction', 'reacted', 'to react', 'on publication', 'now published'],
  ...['published', 'republished', 'disclosed'],
  ...['now released', 'now cleared', 'for each team', 'primate'],
  ...['interface', 'international', 'interstitial', 'privates', 'secrete', 'secreted'],
]

/** Words that mark a page where they stand alone in capitals, and mean something else anywhere else. */
export const LOUD = new Set([
  'restricted',
  'protect',
  'protected',
  'cui',
  'fouo',
  'limdis',
  'noforn',
])
