'use client'

import { useId } from 'react'

import type { TemplateInput } from '../../../../plugins/workflows/graph/types.js'
import type { InputProps } from './InputRow.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { renameInput, whyNoInputName } from '../../edits/index.js'
import { useBuilder } from '../../context.js'
import { ariaOf, FieldFrame } from '../form/FieldFrame.js'
import { textOf } from '../form/shapeOf.js'
import { RenameField } from '../RenameField.js'
import { DefaultField } from './DefaultField.js'
import {
  INPUT_TYPES,
  isAutomaticName,
  nameFromLabel,
  withSetting,
  withType,
} from './inputChanges.js'
import { LimitFields } from './LimitFields.js'
import { OptionsField } from './OptionsField.js'

/** All settings of one question. */
export function InputForm(props: InputProps) {
  const { input, at, problems, readOnly, onChange } = props
  const { t } = useWorkflowsTranslation()
  const { store, specs } = useBuilder()
  const id = useId()
  const set = <Key extends keyof TemplateInput>(key: Key, value: TemplateInput[Key] | undefined) =>
    onChange(withSetting(input, key, value), `input:${at}:${key}`)
  const frame = (key: string, label: string, more: { help?: string; required?: boolean } = {}) => ({
    id: `${id}-${key}`,
    label,
    problems: (problems.get(key) ?? []).map((message) => ({ message, rest: '' })),
    ...more,
  })
  const nameIt = () => {
    const { document } = store.getState()
    const taken = new Set(document.inputs.map((other) => other.name))
    const name = isAutomaticName(textOf(input.name))
      ? nameFromLabel({ label: textOf(input.label), taken })
      : null
    if (name) store.apply(renameInput({ from: input.name, to: name, specs }))
  }
  const label = frame('label', t('panel:inputLabel'))
  const type = frame('type', t('panel:inputType'), { required: true })
  const about = frame('description', t('panel:inputDescription'))
  const isKnownType = INPUT_TYPES.some((known) => known === input.type)
  return (
    <div className="workflows-input__form">
      <FieldFrame {...label}>
        <input
          {...ariaOf(label)}
          autoComplete="off"
          className="workflows-control"
          dir="auto"
          onBlur={nameIt}
          onChange={({ target }) => set('label', target.value)}
          placeholder={t('panel:inputLabelExample')}
          readOnly={readOnly}
          type="text"
          value={textOf(input.label)}
        />
      </FieldFrame>
      <RenameField
        check={(to) =>
          whyNoInputName({ document: store.getState().document, from: input.name, to })
        }
        help={t('panel:inputNameHelp')}
        id={`${id}-name`}
        label={t('panel:inputName')}
        onRename={(to) =>
          isRenamable(input, problems)
            ? store.apply(renameInput({ from: input.name, to, specs }))
            : onChange({ ...input, name: to })
        }
        problems={problems.get('name') ?? []}
        readOnly={readOnly}
        value={textOf(input.name)}
      />
      <FieldFrame {...type}>
        <select
          {...ariaOf(type)}
          className="workflows-control"
          disabled={readOnly}
          onChange={({ target }) => {
            const next = INPUT_TYPES.find((known) => known === target.value)
            if (next) onChange(withType(input, next))
          }}
          value={textOf(input.type)}
        >
          {isKnownType ? null : <option value={textOf(input.type)}>{textOf(input.type)}</option>}
          {INPUT_TYPES.map((known) => (
            <option key={known} value={known}>
              {t(`panel:inputType_${known}`)}
            </option>
          ))}
        </select>
      </FieldFrame>
      {input.type === 'select' ? (
        <OptionsField
          frame={frame('options', t('panel:inputOptions'), { help: t('panel:inputOptionsHelp') })}
          onChange={(options) => set('options', options)}
          options={input.options}
          readOnly={readOnly}
        />
      ) : null}
      <LimitFields {...props} frame={frame} />
      <DefaultField
        {...frame('default', t('panel:inputDefault'))}
        input={input}
        onChange={(value) => set('default', value)}
        readOnly={readOnly}
      />
      {input.type === 'checkbox' ? null : (
        <label className="workflows-check">
          <input
            checked={input.required === true}
            disabled={readOnly}
            onChange={({ target }) => set('required', target.checked || undefined)}
            type="checkbox"
          />
          {t('panel:inputRequired')}
        </label>
      )}
      <FieldFrame {...about}>
        <textarea
          {...ariaOf(about)}
          className="workflows-control"
          dir="auto"
          onChange={({ target }) => set('description', target.value || undefined)}
          readOnly={readOnly}
          rows={2}
          value={textOf(input.description)}
        />
      </FieldFrame>
      {problems.get('')?.map((message, at) => (
        <p className="workflows-field__error" key={`${at} ${message}`}>
          {message}
        </p>
      ))}
    </div>
  )
}

/** References follow a name that is one; of two inputs with the same name nobody knows whose they are. */
function isRenamable(input: TemplateInput, problems: InputProps['problems']): boolean {
  return textOf(input.name) !== '' && !problems.has('name')
}
