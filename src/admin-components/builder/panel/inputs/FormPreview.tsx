'use client'

import { useId, useState } from 'react'

import type { JsonObject } from '../../../../plugins/workflows/graph/types.js'

import { parseInputs } from '../../../../plugins/workflows/graph/parseInputs.js'
import { ParamField } from '../../../launch/ParamField.js'
import { Dialog } from '../../../shared/Dialog/index.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useBuilderState } from '../../context.js'

/** The questions as the launch dialog asks them, with its own fields. Nothing typed here is kept. */
export function FormPreview({ onClose }: { onClose: () => void }) {
  const { t } = useWorkflowsTranslation()
  const id = useId()
  const document = useBuilderState((state) => state.document)
  const { inputs } = parseInputs(document.inputs)
  const left = document.inputs.length - inputs.length
  const [params, setParams] = useState<JsonObject>(() =>
    Object.fromEntries(
      inputs.map((input) => [
        input.name,
        document.defaultParams[input.name] ??
          input.default ??
          (input.type === 'checkbox' ? false : ''),
      ]),
    ),
  )
  return (
    <Dialog onClose={onClose} title={t('panel:previewForm')} width={720}>
      <div className="workflows-form-preview">
        <p className="workflows-panel__hint">{t('panel:previewFormHelp')}</p>
        {left > 0 ? (
          <p className="workflows-field__error">{t('panel:inputsLeftOut', { count: left })}</p>
        ) : null}
        <div className="workflows-form-preview__fields">
          {inputs.map((input) => (
            <ParamField
              error={undefined}
              id={`${id}-${input.name}`}
              input={input}
              key={input.name}
              onChange={(value) => setParams((known) => ({ ...known, [input.name]: value }))}
              value={params[input.name]}
            />
          ))}
        </div>
      </div>
    </Dialog>
  )
}
