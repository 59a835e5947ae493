/** Payload's names of languages that Intl spells otherwise. */
const SPELLED: Record<string, string> = {
  bnBd: 'bn-BD',
  bnIn: 'bn-IN',
  rs: 'sr',
  rsLatin: 'sr-Latn',
}

/** A locale for Intl; English for what Intl would refuse. */
export function toLocale(language: string): string {
  const locale = SPELLED[language.replace('-', '')] ?? SPELLED[language] ?? language
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
