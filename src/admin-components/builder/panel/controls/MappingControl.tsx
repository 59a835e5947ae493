'use client'

import { Button } from '@payloadcms/ui'

import type { JsonObject } from '../../../../plugins/workflows/graph/types.js'
import type { ControlProps } from '../form/controlProps.js'

import { Icon } from '../../../shared/Icon/index.js'
import { IconButton } from '../../../shared/IconButton/index.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useCollections } from '../data/useSiteFacts.js'
import { ariaOf, FieldFrame } from '../form/FieldFrame.js'
import { textOf } from '../form/shapeOf.js'

const PARTS = ['title', 'text', 'word_count'] as const
const PART_WORDS = {
  title: 'panel:partTitle',
  text: 'panel:partText',
  word_count: 'panel:partWordCount',
} as const

/** Which further field of the document gets which part of a copy. */
export function MappingControl({ frame, node, value, readOnly, onChange }: ControlProps) {
  const { t } = useWorkflowsTranslation()
  const { answer } = useCollections()
  const slug = textOf(node.config.collection)
  const target = answer?.find((one) => (slug ? one.slug === slug : true))
  const fields = target?.fields ?? []
  const mapping = (value ?? {}) as JsonObject
  const entries = Object.entries(mapping)
  const free = fields.filter(({ name }) => !Object.hasOwn(mapping, name))
  const set = (next: [string, unknown][]) =>
    onChange(next.length === 0 ? undefined : (Object.fromEntries(next) as JsonObject))
  const { id } = frame
  if (answer && fields.length + entries.length === 0) return null
  return (
    <FieldFrame {...frame} group>
      {entries.map(([name, part], at) => {
        const problems = frame.problems?.filter(({ rest }) => rest.startsWith(`.${name}`)) ?? []
        const isKnown = fields.some((one) => one.name === name)
        return (
          <div className="workflows-mapping" key={name}>
            <select
              {...ariaOf({ id: `${id}-${at}`, problems })}
              aria-label={t('panel:mappedField')}
              className="workflows-control"
              disabled={readOnly}
              onChange={({ target: { value: next } }) =>
                set(entries.map((entry, row) => (row === at ? [next, part] : entry)))
              }
              value={name}
            >
              {isKnown ? null : (
                <option value={name}>
                  {answer ? t('panel:notAllowed', { value: name }) : name}
                </option>
              )}
              {fields
                .filter((one) => one.name === name || free.includes(one))
                .map((one) => (
                  <option key={one.name} value={one.name}>
                    {one.label}
                  </option>
                ))}
            </select>
            <Icon name="arrow" />
            <select
              aria-label={t('panel:mappedPart', { name })}
              className="workflows-control"
              disabled={readOnly}
              onChange={({ target: { value: next } }) =>
                set(entries.map((entry, row) => (row === at ? [name, next] : entry)))
              }
              value={textOf(part)}
            >
              {PARTS.some((known) => known === part) ? null : (
                <option value={textOf(part)}>{textOf(part)}</option>
              )}
              {PARTS.map((known) => (
                <option key={known} value={known}>
                  {t(PART_WORDS[known])}
                </option>
              ))}
            </select>
            {readOnly ? null : (
              <IconButton
                icon="trash"
                label={t('panel:removeNamed', { name })}
                onClick={() => set(entries.filter((_, row) => row !== at))}
              />
            )}
          </div>
        )
      })}
      {free[0] && !readOnly ? (
        <div>
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => set([...entries, [free[0]?.name ?? '', 'text']])}
            size="small"
            type="button"
          >
            <Icon name="plus" /> {t('panel:addMapping')}
          </Button>
        </div>
      ) : null}
    </FieldFrame>
  )
}
