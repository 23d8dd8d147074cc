/** Kinds of item that a case brings: `kinds:` of `case.yaml`. */
import { z } from 'zod'
import { about } from '../model/about.ts'
import {
  builtInKinds,
  type Kind,
  type KindTable,
  likes,
  type OwnRow,
  withOwnKinds,
} from '../model/kinds.ts'
import { text } from './values.ts'

const isBuiltIn = (kind: string) => builtInKinds.get(kind as Kind)?.like === kind

/** Kinds of the case's own: `policy-test: { label: Policy test, id: PT }`. */
export const ownKinds = z.record(
  z
    .string()
    .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
    .refine((name) => !isBuiltIn(name)),
  z.strictObject({
    label: about(
      z.string().regex(/^\p{L}[\p{L}\p{N} -]{0,39}$/u, 'words such as Policy test'),
      'What stands in front of the number',
      'Policy test',
    ),
    id: about(
      z.string().regex(/^[A-Z]{1,6}$/, 'one to six capital letters, such as PT'),
      'What its ids begin with',
      'PT',
    ),
    plural: about(text.optional(), 'What several are called, and their heading', 'Policy tests'),
    like: about(
      z.enum(likes).optional(),
      'The kind whose look and ways it has; `question` if left out',
      'risk',
    ),
  }),
  {
    error: ({ code }) =>
      code === 'invalid_key'
        ? 'a name of your own in small letters, such as policy-test'
        : undefined,
  },
)

/** The kinds of a case with those that it brings. */
export function kindsWith(brought: z.infer<typeof ownKinds>, kinds: KindTable): KindTable {
  const own = Object.entries(brought).map(([name, row]): [string, OwnRow] => {
    const { plural, like = 'question', ...rest } = row
    return [name, { ...rest, like, ...(plural === undefined ? {} : { plural }) }]
  })
  return own.length === 0 ? kinds : withOwnKinds(Object.fromEntries(own), kinds)
}
