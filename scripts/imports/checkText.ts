import { readFileSync } from 'node:fs'

import { inRepository } from '../repository.js'

/** House rule; what a generator writes, translations and seed graphs are lists and may be long. */
const LONGEST = 350
const MAY_BE_LONG =
  /(^|\/)(translations|templates|texts)\/|\.generated\.ts$|payload-types\.ts$|^migrations\//

/** Absolute folders of one person's or one build's machine. */
const MACHINE_PATH = /(?<![\w.:/-])\/(work|home|Users|root)\/[\w.-]+/

const isCode = (file: string): boolean => /\.(m?[jt]sx?|css|sql)$/.test(file)

/** Lines that are too many, and paths that exist on one machine only. */
export const checkText = (files: string[]): string[] =>
  files.flatMap((file) => {
    const lines = readFileSync(inRepository(file), 'utf8').split('\n')
    const problems: string[] = []
    if (isCode(file) && lines.length - 1 > LONGEST && !MAY_BE_LONG.test(file)) {
      problems.push(
        `${file} has ${lines.length - 1} lines; ${LONGEST} are the most. Cut it in two.`,
      )
    }
    const at = lines.findIndex((line) => MACHINE_PATH.test(line))
    if (at >= 0) {
      problems.push(
        `${file}:${at + 1} names a path of one machine: ${lines[at]?.trim().slice(0, 80)}`,
      )
    }
    return problems
  })
