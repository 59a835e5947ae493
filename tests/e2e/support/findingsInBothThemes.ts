import type { Page } from 'playwright-core'

import { seriousFindings } from './seriousFindings.js'
import { setTheme } from './shoot.js'

/** Of all rules, only this one looks at colours; the others would find the same again. */
const OF_COLOURS = ['color-contrast']

/** What axe finds serious or critical inside `within`, in light and in dark. */
export const findingsInBothThemes = async (
  page: Page,
  within: string,
  except: string[] = [],
): Promise<string[]> => {
  const found: string[] = []
  for (const theme of ['dark', 'light']) {
    await setTheme(page, theme)
    const findings = await seriousFindings(
      page,
      within,
      except,
      theme === 'dark' ? OF_COLOURS : undefined,
    )
    found.push(...findings.map((finding) => `${theme}: ${finding}`))
  }
  return found
}
