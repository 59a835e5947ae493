import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import type { Place } from './place.js'

const file = (place: Place): string => path.join(place.root, 'port')

/** The port of last time, so that a noted connection string stays true. */
export const rememberedPort = (place: Place): number | undefined => {
  try {
    return Number(readFileSync(file(place), 'utf8')) || undefined
  } catch {
    return undefined
  }
}

export const rememberPort = (place: Place, port: number): void =>
  writeFileSync(file(place), String(port))
