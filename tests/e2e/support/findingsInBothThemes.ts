import type { Page } from 'playwright-core'

import { seriousFindings } from './seriousFindings.js'
import { setTheme } from './shoot.js'

/** What axe finds serious or critical inside `within`, in light and in dark. */
export const findingsInBothThemes = async (
  page: Page,
  within: string,
  except: string[] = [],
): Promise<string[]> => {
  const found: string[] = []
  for (const theme of ['dark', 'light']) {
    await setTheme(page, theme)
    const findings = await seriousFindings(page, within, except)
    found.push(...findings.map((finding) => `${theme}: ${finding}`))
  }
  return found
}
