/** Which case is meant where nobody names one, the repository of a case, and where its output goes. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isInstalled, root } from './index.ts'

/**
 * The case that is meant in a folder: the folder itself if it is a case, or its `slides`; else that of
 * a folder around it, up to the top of the repository. A checkout has its own besides.
 *
 * @returns an absolute path; undefined where there is none
 */
export function findCase(from: string): string | undefined {
  let around: string | undefined
  for (const folder of foldersUpTo(enclosingRepository(from) ?? from, from)) {
    if (existsSync(join(folder, 'case.yaml'))) return folder
    // A part of a case holds writing too: the case is the outermost of such folders.
    if (holdsWriting(folder)) around = folder
    else if (around !== undefined) return around
    else if (isFolder(join(folder, 'slides'))) return join(folder, 'slides')
  }
  return around ?? (isInstalled ? undefined : join(root, 'slides'))
}

/**
 * The folder to which a case belongs: the nearest one with a package.json in its git repository, which
 * may be that of several teams; else the top of it. Without git, the folder that holds the case.
 */
export function caseRepository(caseFolder: string): string {
  const top = enclosingRepository(caseFolder)
  if (top === undefined) return dirname(caseFolder)
  const isPackage = (folder: string): boolean => existsSync(join(folder, 'package.json'))
  return foldersUpTo(top, caseFolder).find(isPackage) ?? top
}

/** Where what is made of a case goes, if nobody says where. */
export interface Outputs {
  /** What everyone may have. */
  readonly public: string
  /** What holds private notes stays where nobody publishes it. */
  readonly private: string
  /** What is for the team alone does too. */
  readonly internal: string
}

/** The outputs of a case, in its repository. */
export function outputsOf(caseFolder: string): Outputs {
  const repository = caseRepository(caseFolder)
  return {
    public: join(repository, 'dist'),
    private: join(repository, '.throughline', 'present'),
    internal: join(repository, '.throughline', 'internal'),
  }
}

/** The top of the git repository around a folder, which need not be there yet; undefined without one. */
export function enclosingRepository(folder: string): string | undefined {
  // A file in a working tree, a folder elsewhere.
  return foldersUpTo(undefined, folder).find((one) => existsSync(join(one, '.git')))
}

/** A folder and those around it, the innermost first; all of them where no last one is given. */
function foldersUpTo(last: string | undefined, folder: string): readonly string[] {
  const above = dirname(folder)
  return folder === last || above === folder ? [folder] : [folder, ...foldersUpTo(last, above)]
}

function holdsWriting(folder: string): boolean {
  return isFolder(folder) && readdirSync(folder).some((name) => name.endsWith('.mdx'))
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
