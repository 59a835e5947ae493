import { accessSync, constants } from 'node:fs'
import path from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

/** Where people install it by other means than PATH. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const canRun = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** CHROMIUM_PATH, else the first Chromium or Chrome of this machine. */
export const findChromium = (): string | null => {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const files = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [...files, ...PLACES].find(canRun) ?? null
}

export const HOW_TO_GET_CHROMIUM =
  'No Chromium was found: install one (apt-get install chromium, or brew install --cask chromium), ' +
  'or set CHROMIUM_PATH to the program of a Chromium or Chrome.'
