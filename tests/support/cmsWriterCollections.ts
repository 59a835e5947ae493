import path from 'node:path'
import type { CollectionConfig } from 'payload'

type Asked = { req: { user?: unknown } }

const hasRight =
  (name: string) =>
  ({ req }: Asked): boolean =>
    (req.user as { rights?: string[] } | null)?.rights?.includes(name) ?? false

/** `write` lets a user write, `blind` takes reading from them. */
const access = {
  read: (asked: Asked) => !hasRight('blind')(asked),
  create: hasRight('write'),
  update: hasRight('write'),
}

const relation = (relationTo: string) =>
  ({ name: relationTo.slice(0, -1), type: 'relationship', relationTo }) as const

/** Another site than the demo: drafts with rich text, plain notes without drafts, and media. */
export const cmsWriterCollections = ({ folder }: { folder: string }): CollectionConfig[] => [
  {
    slug: 'users',
    auth: true,
    fields: [{ name: 'rights', type: 'text', hasMany: true, saveToJWT: true }],
  },
  { slug: 'workspaces', fields: [{ name: 'name', type: 'text' }] },
  { slug: 'projects', fields: [{ name: 'name', type: 'text' }] },
  {
    slug: 'posts',
    access,
    versions: { drafts: true },
    fields: [
      { name: 'title', type: 'text', required: true },
      { name: 'body', type: 'richText' },
      { name: 'slug', type: 'text', unique: true },
      { name: 'state', type: 'select', options: ['draft', 'review', 'published'] },
      { name: 'summary', type: 'richText' },
      { name: 'seo', type: 'group', fields: [{ name: 'title', type: 'text' }] },
      relation('workspaces'),
      relation('projects'),
    ],
  },
  {
    slug: 'notes',
    access,
    hooks: {
      afterChange: [
        async ({ doc, req }) => {
          // A hook as hosts write them: it hides a failure that has ended the transaction.
          if (doc.title === 'swallow') {
            await req.payload.findByID({ collection: 'notes', id: 999_999, req }).catch(() => null)
          }
        },
      ],
    },
    fields: [
      { name: 'title', type: 'text', required: true, maxLength: 40 },
      { name: 'body', type: 'textarea', required: true, maxLength: 200 },
    ],
  },
  {
    slug: 'media',
    access,
    upload: {
      staticDir: path.join(folder, 'media'),
      imageSizes: [{ name: 'small', width: 8 }],
    },
    fields: [{ name: 'alt', type: 'text', required: true }, relation('workspaces')],
  },
]
