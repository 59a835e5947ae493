'use client'

import { useId } from 'react'

import { useSayProblem } from '../../useSayProblem.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { setDefaultParam } from '../../edits/index.js'
import { useBuilder, useBuilderState } from '../../context.js'
import { FieldFrame } from '../form/FieldFrame.js'
import { textOf } from '../form/shapeOf.js'
import { WrongValue } from '../controls/WrongValue.js'
import { DefaultField } from './DefaultField.js'

/** Answers that this template starts the launch form with, before the defaults of the inputs. */
export function StartValues({ readOnly }: { readOnly: boolean }) {
  const { t } = useWorkflowsTranslation()
  const sayProblem = useSayProblem()
  const { store } = useBuilder()
  const id = useId()
  const inputs = useBuilderState(({ document }) => document.inputs)
  const params = useBuilderState(({ document }) => document.defaultParams)
  const problems = useBuilderState((state) => state.problems)
  const names = new Set(inputs.map(({ name }) => name))
  const left = Object.keys(params).filter((name) => !names.has(name))
  const set = (name: string, value: (typeof params)[string] | undefined) =>
    store.apply(setDefaultParam({ name, value }), { gesture: `param:${name}` })
  return (
    <div className="workflows-config-form">
      <p className="workflows-panel__hint">{t('panel:startValuesHelp')}</p>
      {inputs.map((input, at) => {
        const own = Object.hasOwn(params, input.name) ? params[input.name] : undefined
        const standard = textOf(input.default)
        const wrong = problems.filter(({ path }) => path === `defaultParams.${input.name}`)
        return (
          <DefaultField
            id={`${id}-${at}`}
            input={{ ...input, default: undefined as never }}
            key={at}
            label={textOf(input.label) || textOf(input.name)}
            onChange={(value) => set(input.name, value)}
            {...(standard && { placeholder: standard })}
            problems={wrong.map((problem) => ({ message: sayProblem(problem), rest: '' }))}
            readOnly={readOnly}
            value={own}
          />
        )
      })}
      {left.map((name) => (
        <FieldFrame group id={`${id}-${name}`} key={name} label={name}>
          <WrongValue
            name={name}
            onClear={() => set(name, undefined)}
            readOnly={readOnly}
            value={params[name]}
            words={t('panel:noSuchInput')}
          />
        </FieldFrame>
      ))}
      {inputs.length + left.length === 0 ? (
        <p className="workflows-panel__hint">{t('panel:noInputs')}</p>
      ) : null}
    </div>
  )
}
