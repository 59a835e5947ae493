import type { CollectionConfig, Field } from 'payload'

import { slugs } from './slugs.js'

/** Why the options of a site cannot work; `option` is its path, so that a person finds it at once. */
export function refuseOption(option: string, why: string): never {
  throw new Error(`workflowsPlugin: option \`${option}\` ${why}`)
}

/** Top-level data field by name, looking through rows, collapsibles, unnamed groups and tabs. */
export function findField(fields: Field[], name: string): Field | null {
  for (const field of fields) {
    if ('name' in field && field.name) {
      if (field.name === name) return field
      continue
    }
    const nested =
      field.type === 'tabs'
        ? field.tabs.filter((tab) => !('name' in tab && tab.name)).flatMap((tab) => tab.fields)
        : 'fields' in field
          ? field.fields
          : []
    const found = findField(nested, name)
    if (found) return found
  }
  return null
}

export interface HostCollections {
  collections: CollectionConfig[]
}

/** The named collection of the site, or an error that lists what there is. */
export function requireCollection({
  collections,
  slug,
  option,
}: HostCollections & { slug: unknown; option: string }): CollectionConfig {
  const found = collections.find((collection) => collection.slug === slug)
  if (found) return found
  const known = collections.map((collection) => collection.slug).join(', ') || 'none'
  return refuseOption(
    option,
    `names the collection "${String(slug)}", which this site does not have. Collections here: ${known}. List workflowsPlugin after whatever adds it.`,
  )
}

/** A field that must be there and of one of the given types. */
export function requireField({
  collection,
  name,
  types,
  option,
}: {
  collection: CollectionConfig
  name: string
  types: Field['type'][]
  option: string
}): Field {
  const field = findField(collection.fields, name)
  if (!field) {
    refuseOption(option, `names the field "${name}", which "${collection.slug}" does not have.`)
  }
  if (!types.includes(field.type)) {
    refuseOption(
      option,
      `names the field "${name}" of "${collection.slug}", which is a ${field.type} field. It must be one of: ${types.join(', ')}.`,
    )
  }
  return field
}

/**
 * The relationship field that ties a document to its workspace or project: the named one, else the
 * usual name if it exists, else none.
 */
export function relationField({
  collection,
  named,
  usual,
  target,
  option,
  targetOption,
}: {
  collection: CollectionConfig
  named: string | undefined
  usual: string
  target: string | null
  option: string
  targetOption: string
}): string | null {
  if (!target) {
    if (named) refuseOption(option, `needs the option \`${targetOption}\` as well.`)
    return null
  }
  const pointsThere = (field: Field | null) =>
    field?.type === 'relationship' && field.relationTo === target && !field.hasMany
  if (named) {
    const field = requireField({ collection, name: named, types: ['relationship'], option })
    if (!pointsThere(field)) {
      refuseOption(option, `must name a single relationship to "${target}".`)
    }
    return named
  }
  return pointsThere(findField(collection.fields, usual)) ? usual : null
}

/** Our own slugs are taken; a host collection of that name would be replaced in silence. */
export function refuseTakenSlugs({ collections }: HostCollections): void {
  const taken: string[] = Object.values(slugs)
  const clash = collections.find((collection) => taken.includes(collection.slug))
  if (clash) {
    throw new Error(
      `workflowsPlugin: this site already has a collection "${clash.slug}". Rename it; the plugin brings its own, and is listed only once.`,
    )
  }
}
