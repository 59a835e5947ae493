/** Below this a price says nothing any more. */
const SMALLEST = 0.0001

/** US dollars with as many digits as matter: `$1.30`, `$0.0042`, `< $0.0001`. */
export function formatMoney({ amount, locale }: { amount: number; locale: string }): string {
  if (amount > 0 && amount < SMALLEST) return `< ${money({ amount: SMALLEST, digits: 4, locale })}`
  // Two digits that are not zero: 0.0042 needs four places, 0.08 two.
  const digits = amount > 0 && amount < 1 ? Math.ceil(-Math.log10(amount)) + 1 : 2
  return money({ amount, digits: Math.min(Math.max(digits, 2), 4), locale })
}

const money = ({ amount, digits, locale }: { amount: number; digits: number; locale: string }) =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 2,
    maximumFractionDigits: digits,
  }).format(amount)
