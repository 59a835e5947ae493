/**
 * Two rules of Payload's style sheet end in `*` behind a `:has()`. While they are there, the browser must
 * style the whole page again whenever any element comes or goes: 12 to 30 ms with a large workflow, for
 * each card, menu and panel that opens (Chromium 156; 1.3 ms without them).
 */

/** Says the same without `:has()`, and as strongly. */
const ROW = {
  heavy: /^\.field-type\.row \.row__fields:has\(> ?:nth-child\(2\)\) > \*$/,
  light: '.field-type.row .row__fields > :not(:only-child)',
}
/** The hand's shape while somebody drags a widget of the dashboard: nobody does beside a builder. */
const DASHBOARD = /^body:has\(\.drag-overlay\) \*$/

/** Takes them out of the page. @returns puts them back. */
export function lightenStyles(): () => void {
  const undo = [...document.styleSheets].flatMap((sheet) => lighten(sheet))
  // A sheet that comes later brings them again.
  const watch = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const added of addedNodes) {
        if (!(added instanceof HTMLLinkElement) || added.rel !== 'stylesheet') continue
        added.addEventListener('load', () => added.sheet && undo.push(...lighten(added.sheet)), {
          once: true,
        })
      }
    }
  })
  watch.observe(document.head, { childList: true })
  return () => {
    watch.disconnect()
    for (const back of undo.reverse()) back()
  }
}

function lighten(sheet: CSSGroupingRule | CSSStyleSheet): (() => void)[] {
  const rules = rulesOf(sheet)
  const undo: (() => void)[] = []
  for (let at = rules.length - 1; at >= 0; at--) {
    const rule = rules[at]
    if (rule instanceof CSSGroupingRule) undo.push(...lighten(rule))
    if (!(rule instanceof CSSStyleRule)) continue
    const { selectorText, cssText } = rule
    if (ROW.heavy.test(selectorText)) {
      rule.selectorText = ROW.light
      undo.push(() => (rule.selectorText = selectorText))
    } else if (DASHBOARD.test(selectorText)) {
      sheet.deleteRule(at)
      undo.push(() => sheet.insertRule(cssText, Math.min(at, rulesOf(sheet).length)))
    }
  }
  return undo
}

/** None for a sheet of another origin, which may not be read. */
function rulesOf(sheet: CSSGroupingRule | CSSStyleSheet): ArrayLike<CSSRule> {
  try {
    return sheet.cssRules
  } catch {
    return []
  }
}
