import type { LimitsOption } from '../options.js'
import type { NodeDefinition } from './defineNode.js'

import { createAttachToDocumentHandler } from './attach_to_document/handler.js'
import { attachToDocumentSpec } from './attach_to_document/spec.js'
import { createConditionalHandler } from './conditional/handler.js'
import { conditionalSpec } from './conditional/spec.js'
import { defineNode } from './defineNode.js'
import { createGenerateCopyHandler } from './generate_copy/handler.js'
import { generateCopySpec } from './generate_copy/spec.js'
import { createGenerateImageHandler } from './generate_image/handler.js'
import { generateImageSpec } from './generate_image/spec.js'
import { createMergeHandler } from './merge/handler.js'
import { mergeSpec } from './merge/spec.js'
import { createParallelHandler } from './parallel/handler.js'
import { parallelSpec } from './parallel/spec.js'
import { createReviewHandler } from './review/handler.js'
import { reviewSpec } from './review/spec.js'

/** What the handlers of the built-in nodes must know of the site. */
export type BuiltInLimits = Pick<LimitsOption, 'attachmentsPerDocument' | 'duplicateRewrites'>

/** The seven built-in node types with their handlers, in the order of the palette. Server only. */
export function createBuiltInNodes(limits: BuiltInLimits = {}): NodeDefinition[] {
  return [
    defineNode({ spec: generateCopySpec, handler: createGenerateCopyHandler(limits) }),
    defineNode({ spec: generateImageSpec, handler: createGenerateImageHandler() }),
    defineNode({ spec: attachToDocumentSpec, handler: createAttachToDocumentHandler(limits) }),
    defineNode({ spec: reviewSpec, handler: createReviewHandler() }),
    defineNode({ spec: conditionalSpec, handler: createConditionalHandler() }),
    defineNode({ spec: parallelSpec, handler: createParallelHandler() }),
    defineNode({ spec: mergeSpec, handler: createMergeHandler() }),
  ]
}
