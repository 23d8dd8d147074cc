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
