import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds serious or critical inside `within` and outside `except`, one line each; `rules`: these alone. */
export const seriousFindings = async (
  page: Page,
  within: string,
  except: string[] = [],
  rules?: string[],
): Promise<string[]> => {
  // Through the debugger's door: a page with a strict content policy refuses a script tag.
  // What lies under the pointer has the hover colours of Payload's own buttons, which are not ours to judge.
  await page.mouse.move(1, 1)
  // What a transition passes through is not what people look at.
  await page.addStyleTag({
    content: '*, *::before, *::after { transition: none !important; animation: none !important }',
  })
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async ({ include, exclude, runOnly }) => {
      const { axe: run } = window as unknown as { axe: typeof axe }
      const { violations } = await run.run(
        { include: [[include]], exclude: exclude.map((selector) => [selector]) },
        { resultTypes: ['violations'], ...(runOnly && { runOnly }) },
      )
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`)
    },
    { include: within, exclude: except, runOnly: rules },
  )
}
