import type {
  JsonObject,
  JsonValue,
  TemplateInput,
} from '../../../plugins/workflows/graph/types.js'
import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'
import type { BuilderDocument, Edit } from '../store/types.js'

import { canonicalJson } from '../../../plugins/workflows/graph/canonicalJson.js'
import { readInput } from '../../../plugins/workflows/graph/readInput.js'
import { phrase, type Phrase } from '../../../plugins/workflows/graph/sentence.js'
import { shorten } from '../../../plugins/workflows/graph/wording.js'
import { renameInConfig } from './renameInConfig.js'
import { replaceParts } from './replaceParts.js'

/** What the launch form asks, in order. For another name use `renameInput`, which prompts follow. */
export const setInputs =
  (inputs: TemplateInput[]): Edit =>
  (document) =>
    canonicalJson(inputs) === canonicalJson(document.inputs) ? document : { ...document, inputs }

/** Why an input cannot have this name, as a sentence; null when it can. */
export function whyNoInputName({
  document,
  from,
  to,
}: {
  document: BuilderDocument
  /** Undefined for a new input. */
  from?: string
  to: string
}): Phrase | null {
  if (to === from) return null
  if (document.inputs.some(({ name }) => name === to)) {
    return phrase('Another input has the name “{{name}}” already.', { name: shorten(to) })
  }
  const { problems } = readInput({ entry: { name: to, label: to, type: 'text' }, at: 0 })
  return problems[0]?.words ?? null
}

/** Another name, followed by every prompt, condition, quantity and default that reads it. */
export const renameInput =
  ({ from, to, specs }: { from: string; to: string; specs: ReadonlyMap<string, NodeSpec> }): Edit =>
  (document) => {
    const isThere = document.inputs.some(({ name }) => name === from)
    if (!isThere || from === to || whyNoInputName({ document, from, to }) !== null) return document
    const renames = { inputs: new Map([[from, to]]) }
    const renamed = replaceParts(document, {
      nodes: document.graph.nodes.map((node) =>
        renameInConfig({ node, spec: specs.get(node.type), renames }),
      ),
    })
    const defaults = Object.entries(document.defaultParams)
    return {
      ...renamed,
      inputs: document.inputs.map((input) =>
        input.name === from ? { ...input, name: to } : input,
      ),
      defaultParams: Object.hasOwn(document.defaultParams, from)
        ? Object.fromEntries(defaults.map(([key, value]) => [key === from ? to : key, value]))
        : document.defaultParams,
    }
  }

/** Answers that the launch form starts with. */
export const setDefaultParams =
  (defaultParams: JsonObject): Edit =>
  (document) =>
    canonicalJson(defaultParams) === canonicalJson(document.defaultParams)
      ? document
      : { ...document, defaultParams }

/** One of them; `undefined` takes it out. */
export const setDefaultParam =
  ({ name, value }: { name: string; value: JsonValue | undefined }): Edit =>
  (document) => {
    const others = Object.entries(document.defaultParams).filter(
      ([key]) => key !== name || value !== undefined,
    )
    const defaultParams = Object.fromEntries(others)
    return setDefaultParams(
      value === undefined ? defaultParams : { ...defaultParams, [name]: value },
    )(document)
  }
