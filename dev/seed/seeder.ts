import {
  convertMarkdownToLexical,
  editorConfigFactory,
  type SanitizedServerEditorConfig,
} from '@payloadcms/richtext-lexical'
import type { CollectionSlug, File, Payload, Where } from 'payload'

export interface Seeder {
  /** The id of what `where` finds, made from `data` if there is none. */
  ensure: (args: {
    collection: CollectionSlug
    where: Where
    data: Record<string, unknown>
    /** Called only when something is made: drawing takes time. */
    file?: () => Promise<File>
  }) => Promise<string>
  richText: (markdown: string) => unknown
}

/** Finding before making lets a seed that was cut short go on where it stopped. */
export const createSeeder = async (payload: Payload): Promise<Seeder> => {
  const editorConfig: SanitizedServerEditorConfig = await editorConfigFactory.default({
    config: payload.config,
  })
  return {
    ensure: async ({ collection, where, data, file }) => {
      const { docs } = await payload.find({ collection, where, depth: 0, limit: 1 })
      const found = docs[0]
      if (found) return String(found.id)
      const made = await payload.create({ collection, data, file: await file?.() })
      return String(made.id)
    },
    richText: (markdown) => convertMarkdownToLexical({ editorConfig, markdown }),
  }
}
