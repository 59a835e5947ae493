import type { JsonValue } from '../../../../plugins/workflows/graph/types.js'
import type { Control } from './readFields.js'

const LISTS: Control[] = ['documents', 'users', 'rules', 'list']
const OBJECTS: Control[] = ['mapping']

/** Whether a control can show a value. What it cannot show, `WrongValue` shows and lets one clear. */
export function canShow({
  control,
  value,
}: {
  control: Control
  value: JsonValue | undefined
}): boolean {
  if (value === undefined || control === 'json') return true
  if (LISTS.includes(control)) return Array.isArray(value)
  if (OBJECTS.includes(control)) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  }
  if (control === 'checkbox') return typeof value === 'boolean'
  return typeof value === 'string' || typeof value === 'number'
}

/** A value as a text control shows it. */
export function textOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The number a text says, or null. A comma counts as a decimal point, as many people type it. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(/^([+-]?\d+),(\d+)$/, '$1.$2')
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) || plain.endsWith('.')) return null
  return Number(plain)
}
