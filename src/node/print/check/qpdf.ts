/** qpdf, a program that checks the syntax of a PDF strictly, where it is installed. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { PdfFailure } from './rule.ts'

const run = promisify(execFile)

/** What qpdf says of a file; undefined where it is not installed. */
export async function askQpdf(
  file: string,
  program = 'qpdf',
): Promise<readonly PdfFailure[] | undefined> {
  try {
    await run(program, ['--check', '--', file], { timeout: LONGEST })
    return []
  } catch (error) {
    const { code, stderr } = failureSchema.parse(error)
    if (code === 'ENOENT') return undefined
    const lines = stderr
      .split('\n')
      .filter((line) => line.startsWith('WARNING') || RE_FAULT.test(line))
    const faults = lines.length > 0 ? lines : [`qpdf ended with ${code}`]
    return faults.map((line) => ({ message: line.replace(`${file}: `, '').trim() }))
  }
}

/** Milliseconds. */
const LONGEST = 60_000

/** `qpdf: file.pdf: unable to find trailer dictionary` */
const RE_FAULT = /: \S/

const failureSchema = z.object({
  code: z.union([z.string(), z.number(), z.null()]).optional(),
  stderr: z.string().default(''),
})
