'use client'

import { useId } from 'react'

import type { TemplateInput } from '../../../../plugins/workflows/graph/types.js'

import { Icon } from '../../../shared/Icon/index.js'
import { IconButton } from '../../../shared/IconButton/index.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { Problems } from '../form/FieldFrame.js'
import { textOf } from '../form/shapeOf.js'
import { DragHandle } from '../rules/DragHandle.js'
import { InputForm } from './InputForm.js'
import { INPUT_TYPES } from './inputChanges.js'

export interface InputProps {
  input: TemplateInput
  at: number
  /** By key: `name`, `options`; '' for the input as a whole. */
  problems: ReadonlyMap<string, readonly string[]>
  readOnly: boolean
  onChange: (input: TemplateInput, gesture?: string) => void
}

/** One question of the launch form: a line, and its settings when it is open. */
export function InputRow({
  isOpen,
  handle,
  onToggle,
  onRemove,
  ...props
}: InputProps & {
  isOpen: boolean
  handle: React.ComponentProps<'button'>
  onToggle: () => void
  onRemove: () => void
}) {
  const { t } = useWorkflowsTranslation()
  const id = useId()
  const { input, problems, readOnly } = props
  const title = textOf(input.label) || textOf(input.name) || t('panel:untitledInput')
  const count = [...problems.values()].reduce((sum, messages) => sum + messages.length, 0)
  const type = INPUT_TYPES.find((known) => known === input.type)
  return (
    <div className={`workflows-input${count > 0 ? ' workflows-input--wrong' : ''}`} data-row="">
      <div className="workflows-input__line">
        {readOnly ? null : <DragHandle {...handle} label={t('panel:moveInput', { name: title })} />}
        <button
          aria-controls={id}
          aria-expanded={isOpen}
          className="workflows-input__title"
          data-main=""
          onClick={onToggle}
          type="button"
        >
          <span className="workflows-input__label">
            {title}
            {input.required === true ? <span aria-hidden="true"> *</span> : null}
          </span>
          <span className="workflows-input__about">
            <span className="workflows-variable">{textOf(input.name)}</span>
            {type ? t(`panel:inputType_${type}`) : textOf(input.type)}
          </span>
        </button>
        {count > 0 ? (
          <span className="workflows-input__count" title={t('panel:problemCount', { count })}>
            <Icon name="warn" size={12} /> {count}
            <span className="workflows-sr-only">{t('panel:problemCount', { count })}</span>
          </span>
        ) : null}
        {readOnly ? null : (
          <IconButton
            icon="trash"
            label={t('panel:removeNamed', { name: title })}
            onClick={onRemove}
          />
        )}
      </div>
      {isOpen ? null : (
        <div className="workflows-input__problems">
          <Problems
            id={`${id}-line`}
            problems={[...problems.values()].flat().map((message) => ({ message, rest: '' }))}
          />
        </div>
      )}
      <div hidden={!isOpen} id={id}>
        {isOpen ? <InputForm {...props} /> : null}
      </div>
    </div>
  )
}
