'use client'

import type { ControlProps } from '../form/controlProps.js'

import { quantityParam } from '../../../../plugins/workflows/graph/quantityParam.js'
import { formatMoney } from '../../../shared/format/formatMoney.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useBuilder, useBuilderState } from '../../context.js'
import { priceOfModel } from '../data/priceOfModel.js'
import { sampleParam } from '../data/sampleScope.js'
import { useModels } from '../data/useSiteFacts.js'
import { ariaOf, FieldFrame } from '../form/FieldFrame.js'
import { textOf } from '../form/shapeOf.js'
import { Combobox } from './Combobox.js'

/** Any model by name; those the site's providers list are offered, with a price where one is known. */
export function ModelControl({
  field,
  frame,
  node,
  value,
  readOnly,
  onChange,
  onChangeOther,
}: ControlProps) {
  const { t, locale } = useWorkflowsTranslation()
  const { specs } = useBuilder()
  const { answer } = useModels()
  const quantity = useQuantity(node)
  const isImage = specs.get(node.type)?.produces === 'image'
  const chosen = textOf(value)
  const providers = answer?.providers ?? []
  const wanted = textOf(node.config.provider)
  const provider = providers.find(({ name }) => name === wanted) ?? providers[0]
  const standard = isImage ? provider?.imageModel : provider?.textModel
  const cost = (model: string) => {
    const price = priceOfModel({
      model,
      prices: answer?.prices ?? {},
      config: node.config,
      quantity,
      isImage,
    })
    return price === null
      ? undefined
      : t('panel:priceFor', { price: formatMoney({ amount: price, locale }), count: quantity })
  }
  const groups = providers.map(({ label, name, isDemo, text, image }) => ({
    title: isDemo ? t('panel:demoProvider', { name: label }) : label,
    options: (isImage ? image : text).map((model) => {
      const aside = cost(model)
      // The same model may be listed by two providers.
      return { value: `${name}\n${model}`, label: model, ...(aside && { aside }) }
    }),
  }))
  const choose = (next: string) => {
    const [name, model] = next.split('\n')
    if (model === undefined) return onChange(next === '' ? undefined : next)
    onChange(model)
    const isDefault = name === providers[0]?.name
    if (name !== (wanted || providers[0]?.name)) {
      onChangeOther('provider', isDefault ? undefined : name)
    }
  }
  return (
    <FieldFrame {...frame}>
      <Combobox
        {...ariaOf(frame)}
        aside={cost(chosen || (standard ?? ''))}
        free
        groups={groups}
        label={chosen}
        onChange={choose}
        placeholder={standard ? t('panel:defaultModel', { model: standard }) : field.placeholder}
        readOnly={readOnly}
        value={chosen}
      />
    </FieldFrame>
  )
}

/** Number of jobs, as far as it is known beforehand. */
function useQuantity({ type, config }: ControlProps['node']): number {
  const { specs } = useBuilder()
  const inputs = useBuilderState(({ document }) => document.inputs)
  const defaultParams = useBuilderState(({ document }) => document.defaultParams)
  const key = specs.get(type)?.quantityField
  const value = key === undefined ? 1 : config[key]
  const input = inputs.find(({ name }) => name === quantityParam(value))
  const number = input ? sampleParam({ input, defaultParams }) : value
  return typeof number === 'number' && number > 0 ? number : 1
}
