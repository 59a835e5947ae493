'use client'

import { useId } from 'react'

import type { GraphNode, JsonValue } from '../../../../plugins/workflows/graph/types.js'
import type { ControlProps } from './controlProps.js'
import type { FieldProblem } from './fieldProblems.js'
import type { ConfigField as Field, Control } from './readFields.js'

import { useBuilder } from '../../context.js'
import { CheckboxControl } from '../controls/CheckboxControl.js'
import { CollectionControl } from '../controls/CollectionControl.js'
import { DocumentsControl } from '../controls/DocumentsControl.js'
import { JsonControl } from '../controls/JsonControl.js'
import { ListControl } from '../controls/ListControl.js'
import { MappingControl } from '../controls/MappingControl.js'
import { ModelControl } from '../controls/ModelControl.js'
import { NodeControl } from '../controls/NodeControl.js'
import { NumberControl } from '../controls/NumberControl.js'
import { ProviderControl } from '../controls/ProviderControl.js'
import { QuantityControl } from '../controls/QuantityControl.js'
import { SelectControl } from '../controls/SelectControl.js'
import { SliderControl } from '../controls/SliderControl.js'
import { TextareaControl, TextControl } from '../controls/TextControl.js'
import { UsersControl } from '../controls/UsersControl.js'
import { WrongValue } from '../controls/WrongValue.js'
import { setConfigValue } from '../../edits/index.js'
import { PromptControl } from '../prompt/PromptControl.js'
import { RulesControl } from '../rules/RulesControl.js'
import { FieldFrame } from './FieldFrame.js'
import { canShow } from './shapeOf.js'

const CONTROLS: Record<Control, React.ComponentType<ControlProps>> = {
  text: TextControl,
  textarea: TextareaControl,
  prompt: PromptControl,
  number: NumberControl,
  slider: SliderControl,
  select: SelectControl,
  checkbox: CheckboxControl,
  model: ModelControl,
  documents: DocumentsControl,
  node: NodeControl,
  rules: RulesControl,
  collection: CollectionControl,
  mapping: MappingControl,
  users: UsersControl,
  quantity: QuantityControl,
  list: ListControl,
  json: JsonControl,
}

/** One setting, as the control its metadata asks for. Each key typed is an edit; one undo takes all back. */
export function ConfigField({
  field,
  node,
  problems,
  readOnly,
}: {
  field: Field
  node: GraphNode
  problems: readonly FieldProblem[]
  readOnly: boolean
}) {
  const { store } = useBuilder()
  const id = useId()
  const { key, label, required, help } = field
  const value = Object.hasOwn(node.config, key) ? node.config[key] : undefined
  const onChangeOther = (other: string, next: JsonValue | undefined) =>
    store.apply(setConfigValue({ nodeId: node.id, key: other, value: next }), {
      gesture: `config:${node.id}:${other}`,
    })
  const onChange = (next: JsonValue | undefined) => onChangeOther(key, next)
  const frame = { id, label, required, help, problems }
  if (!canShow({ control: field.control, value })) {
    return (
      <FieldFrame {...frame} group>
        <WrongValue
          name={label}
          onClear={() => onChange(undefined)}
          readOnly={readOnly}
          value={value}
        />
      </FieldFrame>
    )
  }
  const isProvider = key === 'provider' && field.control === 'text'
  const ControlOfField = isProvider ? ProviderControl : CONTROLS[field.control]
  return (
    <ControlOfField
      field={field}
      frame={frame}
      node={node}
      onChange={onChange}
      onChangeOther={onChangeOther}
      problems={problems}
      readOnly={readOnly}
      value={value}
    />
  )
}
