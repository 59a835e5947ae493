'use client'

import { useField } from '@payloadcms/ui'
import { useId } from 'react'

import { useCategories } from '../../../gallery/useCategories.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useRelation } from '../data/useRelation.js'
import { ariaOf, FieldFrame } from '../form/FieldFrame.js'
import { WorkspaceField } from './WorkspaceField.js'

/** Where the collection bounds them: collections/workflow-templates/fields.ts. */
const LONGEST = { name: 200, description: 2000 }

/** Name, description, category and workspace: fields of the document, saved with it. */
export function AboutFields({ readOnly }: { readOnly: boolean }) {
  const { t } = useWorkflowsTranslation()
  const id = useId()
  const name = useField<string>({ path: 'name' })
  const description = useField<string>({ path: 'description' })
  const category = useField<string>({ path: 'category' })
  const categories = useCategories()
  const workspaces = useRelation('workspace')
  const isMissing = name.showError && !name.value
  const nameFrame = {
    id: `${id}-name`,
    label: t('panel:name'),
    required: true,
    problems: isMissing ? [{ message: t('panel:nameMissing'), rest: '' }] : [],
  }
  const describe = {
    id: `${id}-description`,
    label: t('panel:description'),
    help: t('panel:descriptionHelp'),
  }
  return (
    <div className="workflows-config-form">
      <FieldFrame {...nameFrame}>
        <input
          {...ariaOf(nameFrame)}
          autoComplete="off"
          className="workflows-control"
          dir="auto"
          maxLength={LONGEST.name}
          onChange={({ target }) => name.setValue(target.value)}
          readOnly={readOnly}
          type="text"
          value={name.value ?? ''}
        />
      </FieldFrame>
      <FieldFrame {...describe}>
        <textarea
          {...ariaOf(describe)}
          className="workflows-control"
          dir="auto"
          maxLength={LONGEST.description}
          onChange={({ target }) => description.setValue(target.value)}
          readOnly={readOnly}
          rows={4}
          value={description.value ?? ''}
        />
      </FieldFrame>
      <FieldFrame id={`${id}-category`} label={t('panel:category')} required>
        <select
          className="workflows-control"
          disabled={readOnly}
          id={`${id}-category`}
          onChange={({ target }) => category.setValue(target.value)}
          value={category.value ?? 'Custom'}
        >
          {categories.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      </FieldFrame>
      {workspaces ? <WorkspaceField {...workspaces} readOnly={readOnly} /> : null}
    </div>
  )
}
