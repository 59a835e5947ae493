/** `{{ name }}` and nothing else: a quantity that the launch form asks for. */
const QUANTITY_PARAM = /^\s*\{\{\s*([A-Za-z][A-Za-z0-9_]{0,63})\s*\}\}\s*$/

/** For zod: whether a text names a param. */
export function isQuantityParam(value: string): boolean {
  return QUANTITY_PARAM.test(value)
}

/** The param's name, or null for anything else. */
export function quantityParam(value: unknown): string | null {
  return typeof value === 'string' ? (QUANTITY_PARAM.exec(value)?.[1] ?? null) : null
}
