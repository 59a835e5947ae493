import { postgresAdapter } from '@payloadcms/db-postgres'
import {
  BlocksFeature,
  EXPERIMENTAL_TableFeature,
  lexicalEditor,
} from '@payloadcms/richtext-lexical'
import { buildConfig, type Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { lexicalToText } from '../context/lexicalToText.js'
import { markdownToLexical } from './markdownToLexical.js'
import { markdownToPlainText } from './markdownToPlainText.js'

const evil =
  '![media:12]() [x](javascript:alert(1)) [y](data:text/html,z) <script>alert(1)</script>'

describe('markdownToLexical', () => {
  let payload: Payload

  beforeAll(async () => {
    const config = await buildConfig({
      secret: 'test',
      telemetry: false,
      db: postgresAdapter({ pool: {} }),
      editor: lexicalEditor(),
      collections: [
        { slug: 'media', upload: true, fields: [] },
        {
          slug: 'documents',
          fields: [
            {
              name: 'body',
              type: 'richText',
              editor: lexicalEditor({
                features: ({ defaultFeatures }) => [
                  ...defaultFeatures,
                  EXPERIMENTAL_TableFeature(),
                  BlocksFeature({
                    blocks: [
                      {
                        slug: 'cta',
                        fields: [{ name: 'label', type: 'text' }],
                        jsx: { import: () => ({ label: 'x' }), export: () => '' },
                      },
                    ],
                  }),
                ],
              }),
            },
            { name: 'plain', type: 'textarea' },
          ],
        },
      ],
    })
    const documents = config.collections.find(({ slug }) => slug === 'documents')
    // Conversion asks Payload for nothing but the collection's config.
    payload = { collections: { documents: { config: documents } } } as unknown as Payload
  }, 60_000)

  const convert = async (markdown: string) =>
    markdownToLexical({ payload, collection: 'documents', fieldPath: 'body', markdown })

  it('should make headings, lists, links, quotes and tables', async () => {
    const markdown =
      '# Head\n\nSome **bold** and [a link](https://example.com).\n\n- one\n- two\n\n> said\n\n| a | b |\n| --- | --- |\n| 1 | 2 |'
    const { root } = await convert(markdown)
    expect(root.children.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'list',
      'quote',
      'table',
    ])
    const json = JSON.stringify(root)
    expect(json).toContain('"url":"https://example.com"')
    expect(lexicalToText({ root })).toContain('# Head\n\nSome bold and a link.\n\n- one\n- two')
  })

  it('should embed nothing and link nowhere but http, https and mailto', async () => {
    const more =
      '[rel](/admin) [file](file:///etc/passwd) [mail](mailto:a@b.de)\n\n<cta label="x"/>'
    const json = JSON.stringify(await convert(`${evil}\n\n${more}`))
    expect(json).not.toMatch(/"type":"(upload|block|inlineBlock|relationship)"/)
    expect(json.match(/"url":"[^"]*"/g)).toEqual(['"url":"mailto:a@b.de"'])
    expect(json).toContain('<script>alert(1)</script>')
    expect(json).toContain('<cta label=')
  })

  it('should not be kept busy by a hostile text', async () => {
    const begin = performance.now()
    for (const text of ['*a', '_a_ ', '`a', '~~a', '[a](https://x.de) ', '|a', '![', '[']) {
      await convert(text.repeat(30_000))
    }
    expect(performance.now() - begin).toBeLessThan(8_000)
  })

  it('should refuse a field that is no rich text', async () => {
    const wrong = markdownToLexical({
      payload,
      collection: 'documents',
      fieldPath: 'plain',
      markdown: 'x',
    })
    await expect(wrong).rejects.toThrow('«plain» of «documents»')
  })
})

describe('markdownToPlainText', () => {
  it('should keep words and line breaks and drop the signs', () => {
    const markdown =
      '# Head\n\nSome **bold**, _soft_ and `code`.\n\n* one\n* two\n\n> said\n\n---\n\n2 * 3 * 4 and snake_case_name'
    expect(markdownToPlainText(markdown)).toBe(
      'Head\n\nSome bold, soft and code.\n\n- one\n- two\n\nsaid\n\n2 * 3 * 4 and snake_case_name',
    )
  })

  it('should write out safe links and only the text of others', () => {
    expect(markdownToPlainText('[Shop](https://a.de/x) ![Logo](https://e.vil/?q=1)')).toBe(
      'Shop (https://a.de/x) Logo',
    )
    expect(markdownToPlainText('[x](javascript:alert(1)) [y](/z) ![p](https://e.vil)')).toBe(
      'x y p',
    )
  })
})
