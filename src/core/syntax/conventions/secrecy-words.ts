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
    ...['highly confidential', 'company confidential', 'commercial confidential'],
    ...['in strict confidence', 'personal and confidential', 'confidential and personal'],
    ...['commercial', 'policy', 'staff', 'management', 'legal', 'cabinet', 'budget', 'council'].map(
      (whose) => `${whose} in confidence`,
    ),
    ...['under embargo', 'strictly embargoed', 'legally privileged', 'limited distribution'],
    ...['subject to legal privilege', 'legal professional privilege', 'restricted circulation'],
    ...['attorney client privileged', 'attorney client privilege'],
    ...['no onward sharing', 'burn after reading'],
    ...['addressee only', 'to be opened by addressee only', 'not disclosable under foi'],
    ...['not foiable', 'budget sensitive', 'strictly need to know', 'on a need to know basis'],
    // Of other governments, and of those who share warnings.
    ...['for official use only', 'official use only', 'controlled unclassified information'],
    ...['secret noforn', 'top secret noforn', 'nato restricted', 'nato confidential'],
    ...['nato secret', 'restricted commercial', 'protect personal'],
    ...['protect commercial', 'protect private', 'tlp red', 'tlp amber', 'tlp amber strict'],
    ...['tlp green', 'restreint ue', 'cosmic top secret', 'law enforcement sensitive'],
    ...['sensitive but unclassified', 'pre decisional', 'proprietary and confidential'],
    // Of neighbours, as letters without accents and umlauts.
    ...['streng vertraulich', 'streng geheim', 'nicht zur veroffentlichung', 'nicht weitergeben'],
    ...['nur fur den dienstgebrauch', 'nur fur den internen gebrauch', 'nur fur internen gebrauch'],
    ...['a usage interne', 'pour usage interne', 'strictement confidentiel', 'ne pas diffuser'],
    ...['diffusion restreinte', 'diffusion limitee', 'ne pas publier', 'niet voor publicatie'],
    ...['strikt vertrouwelijk', 'solo uso interno', 'solo para uso interno', 'per uso interno'],
    ...['vs nfd', 'vs nur fur den dienstgebrauch', 'confidentiel defense', 'secret defense'],
    ...['nicht fur die offentlichkeit', 'pas pour publication', 'ne pas partager', 'no publicar'],
    ...['no compartir', 'non divulgare', 'niet delen', 'departementaal vertrouwelijk'],
    ...['ddim ar gyfer y cyhoedd', 'at ddefnydd mewnol yn unig', 'streng intern', 'solo interno'],
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
    ...[
      'runda',
      'faoi run',
      'diomhair',
      'mewnol',
      'cyfrinachol',
      'nid iw gyhoeddi',
      'swyddogol sensitif',
      'interne',
      'interno',
    ],
    ...['intern', 'confidentiel', 'confidencial', 'riservato', 'vertraulich', 'geheim'],
    ...[
      'vertrouwelijk',
      'poufne',
      'fortrolig',
      'luottamuksellinen',
      'usage interne',
      'nur intern',
      'uso interno',
      'intern bruk',
      'alleen intern',
      'wewnetrzne',
    ],
    ...['内部', '内部资料', '机密', '機密', '社外秘', 'سري'],
  ],
  label: [
    ...['private', 'sensitive', 'classified', 'embargo', 'secrecy', 'unpublished', 'undisclosed'],
    ...['not published', 'do not use', 'inside only', 'keep inside', 'hidden', 'hide', 'withheld'],
  ],
}

/**
 * Struck words are read as any others, and shown, struck: writers see on the page that they are for everyone,
 * and "~~internal~~" within a sentence takes a word back.
 *
 * Words that may mean to keep something inside where a bracket says nothing else, and that are ordinary
 * elsewhere. `alone`: also as a whole heading or paragraph, and in front of a sentence: `Private: We pay`.
 * `part`: there, and beside other words in a bracket: `(redacted, 12 people)`.
 */
export const IN_BRACKETS: Readonly<Record<'whole' | 'alone' | 'part', readonly string[]>> = {
  whole: [
    ...['remove', 'to remove', 'delete', 'to delete', 'to be removed', 'to be deleted'],
    ...['chatham house', 'need to know', 'conf'],
    ...['team', 'for the team', 'for team', 'team use', 'for team use', 'nda'],
  ],
  alone: [
    ...['private', 'sensitive', 'restricted', 'hidden', 'withheld', 'undisclosed', 'privat'],
    ...['prive', 'privado', 'privato', 'preifat', 'inside only', 'keep inside'],
    ...['just us', 'only us', 'just for us', 'only for us', 'for our use', 'between us'],
    ...['between ourselves', 'hide', 'non public', 'nonpublic', 'sens', 'team note', 'in camera'],
    ...['speaker note', 'speaker notes', 'presenter note', 'presenter notes'],
    ...['note to presenter', 'note to speaker', 'notes for the speaker', 'notes to presenter'],
  ],
  part: [
    ...['redact', 'redacted', 'redaction', 'to be redacted', 'to redact', 'leave out'],
    ...['withhold', 'to be withheld', 'hold back', 'no publication', 'unreleased'],
    ...['not released', 'not yet released', 'not cleared', 'not yet cleared', 'uncleared'],
    ...['to be cleared', 'awaiting clearance', 'pending clearance', 'not for the public'],
    ...['not for the web', 'not for web', 'not for the website', 'not for the site'],
    ...['not for attribution', 'not for quotation', 'not to be quoted', 'not to be used'],
    ...['not attributable', 'unattributable', 'do not quote', 'do not cite', 'do not attribute'],
    ...['chatham house rule', 'chatham house rules', 'under the chatham house rule'],
    ...['under chatham house rule', 'under chatham house rules', 'chatham house rule applies'],
    ...['chatham house rules apply', 'without prejudice', 'need to know only', 'not minuted'],
    ...['no circulation', 'no further circulation', 'limited circulation', 'hush', 'psst'],
    ...['subject to clearance', 'before clearance', 'foi exempt', 'exempt from foi'],
    ...['exempt from disclosure', 'exempt from publication', 'exempt from release', 'lpp'],
    ...['covered by nda', 'subject to nda', 'nda applies', 'under the nda', 'not for quoting'],
    ...['not for citation', 'not on the record', 'not in the public domain', 'embargo'],
    ...['not public knowledge', 'between you and me', 'hold for announcement'],
    ...['pending announcement', 'company private', 'proprietary information'],
    ...['not disclosable', 'deep background', 'price sensitive', 'inside information'],
    ...['nonpublic information', 'non public information', 'team internal', 'internal to us'],
    ...['internal to the team', 'keep mum', 'mums the word', 'just for the team'],
    ...['note to team', 'note to the team', 'note for the team'],
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
    'of record',
    'it secret',
    'not internal',
    'no longer confidential',
    'yes only',
    'general',
    'interior',
    'inertial',
  ],
  ...['reduction', 'reaction', 'reacted', 'to react', 'on publication', 'now published'],
  ...['published', 'republished', 'disclosed', 'addresses only', 'in circulation'],
  ...['now released', 'now cleared', 'for each team', 'primate', 'not for us'],
  ...['interface', 'international', 'interstitial', 'privates', 'secrete', 'secreted'],
]

/** Words that mark a page where they stand alone in capitals, and mean something else anywhere else. */
export const LOUD: ReadonlySet<string> = new Set([
  'restricted',
  'protect',
  'protected',
  'cui',
  'fouo',
  'limdis',
  'noforn',
  ...['eu restricted', 'ue eu restricted', 'eu confidential', 'eu secret'],
])

/** Short names of markings, which mark where a paragraph says nothing else, or a field of its class. */
export const CODES: ReadonlySet<string> = new Set([
  ...['os', 'o s', 'osc', 'nda', 'nfp', 'ts', 'mnpi', 'locsen', 'orcon', 'il3', 'il4', 'il5'],
  ...['protected b', 'protected c'],
])

/** Words of a field such as "Sharing" that say that nobody else is meant. */
export const NOBODY: ReadonlySet<string> = new Set([
  ...['none', 'nobody', 'no one', 'no', 'never', 'nil', 'us', 'ourselves', 'me', 'myself'],
])

/**
 * Portion marks of a paragraph, in capitals: `(C) We pay`, `We pay. (OS)`, parts of longer ones: `(S//NF)`, and
 * fields of a class: `Classification: C`. Somebody who writes one so believes that it keeps something inside. A
 * letter is none where it counts, "(A), (B), (C)", is a unit in a cell, or is short for the words before it,
 * "Ordnance Survey (OS)". One line in `case.yaml` says where it means something else.
 */
export const PORTIONS: ReadonlySet<string> = new Set([
  ...['C', 'S', 'TS', 'OS', 'O-S', 'NC', 'NS', 'NR', 'CUI', 'FOUO', 'NF'],
])
