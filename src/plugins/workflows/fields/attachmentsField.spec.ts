import type { CollectionConfig, Field } from 'payload'

import { describe, expect, it } from 'vitest'

import type { PluginContext } from '../pluginContext.js'

import { mountAttachmentsField } from './attachmentsField.js'
import { imageTypesOf } from './imageTypes.js'

const context = {
  options: {
    documents: [
      { collection: 'posts', bodyField: 'body', workspaceField: null, projectField: null },
    ],
    media: { collection: 'media', altField: 'alt', workspaceField: null, projectField: null },
    limits: { attachmentsPerDocument: 20, attachmentBytes: 10 },
  },
  slugs: { projects: null, executions: 'workflow-executions' },
} as unknown as PluginContext

/** Names as they stand, nested ones in brackets. */
const names = (fields: Field[]): unknown[] =>
  fields.map((field) => {
    if (field.type === 'tabs') return field.tabs.map((tab) => names(tab.fields))
    if ('name' in field && field.name) return field.name
    return 'fields' in field ? names(field.fields) : field.type
  })
const mounted = (fields: Field[], slug = 'posts') =>
  names(mountAttachmentsField({ slug, fields } as CollectionConfig, context).fields)

const title: Field = { name: 'title', type: 'text' }
const body: Field = { name: 'body', type: 'textarea' }
const link: Field = { name: 'link', type: 'text' }

describe('mountAttachmentsField', () => {
  it('should stand under the content', () => {
    expect(mounted([title, body, link])).toEqual(['title', 'body', 'workflowsImages', 'link'])
  })

  it('should find the content in tabs and collapsibles', () => {
    const tabs: Field = {
      type: 'tabs',
      tabs: [
        { name: 'meta', fields: [body] },
        { label: 'Text', fields: [{ type: 'collapsible', label: 'C', fields: [body, link] }] },
      ],
    }
    expect(mounted([title, tabs])).toEqual([
      'title',
      [['body'], [['body', 'workflowsImages', 'link']]],
    ])
  })

  it('should stand below a row, not in it', () => {
    expect(mounted([{ type: 'row', fields: [body, link] }, title])).toEqual([
      ['body', 'link'],
      'workflowsImages',
      'title',
    ])
  })

  it('should be the last field when there is no content field to be seen, and nowhere else', () => {
    expect(mounted([title])).toEqual(['title', 'workflowsImages'])
    expect(mounted([title, body], 'pages')).toEqual(['title', 'body'])
  })

  it('should put a button into the document’s toolbar behind what the site has there', () => {
    const controls = (slug: string) => {
      const components = {
        edit: { beforeDocumentControls: ['/own#Button'], Upload: '/own#Upload' },
      }
      const collection = { slug, fields: [title], admin: { components } } as CollectionConfig
      return mountAttachmentsField(collection, context).admin?.components?.edit
    }
    expect(controls('posts')).toEqual({
      Upload: '/own#Upload',
      beforeDocumentControls: ['/own#Button', 'payload-workflows/client#AttachToolbarButton'],
    })
    expect(controls('pages')?.beforeDocumentControls).toEqual(['/own#Button'])
  })
})

describe('imageTypesOf', () => {
  it('should keep to what the collection takes', () => {
    expect(imageTypesOf(['image/png', 'image/svg+xml', 'video/*'])).toEqual(['image/png'])
    expect(imageTypesOf(['image/*'])).toHaveLength(5)
    expect(imageTypesOf(undefined)).toHaveLength(5)
  })
})
