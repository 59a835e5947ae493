import type { GraphNode, JsonValue } from '../../../../plugins/workflows/graph/types.js'
import type { FrameProps } from './FieldFrame.js'
import type { FieldProblem } from './fieldProblems.js'
import type { ConfigField } from './readFields.js'

/** What every control of the form gets. */
export interface ControlProps {
  field: ConfigField
  node: GraphNode
  value: JsonValue | undefined
  problems: readonly FieldProblem[]
  readOnly: boolean
  frame: FrameProps
  /** `undefined` takes the setting out. */
  onChange: (value: JsonValue | undefined) => void
  /** Another setting of the same node, for controls that are about two. */
  onChangeOther: (key: string, value: JsonValue | undefined) => void
}
