import type { NodeNames } from './ChangeList.js'

import { isRecord } from '../../../plugins/workflows/graph/json.js'

/** Names of types and settings as the forms have them; what has none is called by its key. */
export function namesFrom({
  labels,
  schemaOf,
}: {
  labels: ReadonlyMap<string, string>
  /** JSON Schema of a type's config, with the metadata of the forms. */
  schemaOf: (type: string) => unknown
}): NodeNames {
  const known = new Map<string, Record<string, unknown>>()
  const settingsOf = (type: string) => {
    const found = known.get(type)
    if (found) return found
    const schema = schemaOf(type)
    const properties = isRecord(schema) && isRecord(schema.properties) ? schema.properties : {}
    known.set(type, properties)
    return properties
  }
  return {
    type: (type) => labels.get(type) ?? type,
    setting: ({ type, key }) => {
      const setting = settingsOf(type)[key]
      const field = isRecord(setting) ? setting.field : undefined
      return isRecord(field) && typeof field.label === 'string' ? field.label : key
    },
  }
}
