import type {
  GraphEdge,
  GraphNode,
  WorkflowGraph,
} from '../../src/plugins/workflows/graph/types.js'

/** Graphs that guarantee tests run: as small as the promise they test allows. */

const node = (
  id: string,
  type: string,
  config: GraphNode['config'] = {},
  at: [number, number] = [0, 0],
): GraphNode => ({ id, type, label: id, position: { x: at[0] * 360, y: at[1] * 200 }, config })

const edge = (source: string, target: string): GraphEdge => ({
  id: `${source}-${target}`,
  source,
  target,
})

const copyNode = (id: string, quantity: number): GraphNode =>
  node(id, 'generate_copy', {
    promptTemplate: `Write about ${id}`,
    quantity,
    contextMode: 'none',
    outputStatus: 'draft',
  })

const imageNode = (id: string, quantity: number): GraphNode =>
  node(id, 'generate_image', {
    promptTemplate: `Paint ${id}`,
    style: 'minimalist',
    dimensions: '1024x1024',
    quantity,
  })

/** One node that writes `quantity` documents. */
export const copies = (quantity: number): WorkflowGraph => ({
  nodes: [copyNode('copy', quantity)],
  edges: [],
})

/** One node that paints `quantity` images. */
export const images = (quantity: number): WorkflowGraph => ({
  nodes: [imageNode('image', quantity)],
  edges: [],
})

/** Copies and images side by side, then the images attached to the copies. */
export const campaign = (args: { copies: number; images: number }): WorkflowGraph => ({
  nodes: [
    node('both', 'parallel', { maxConcurrent: 20, waitForAll: true, continueOnError: false }),
    copyNode('copy', args.copies),
    imageNode('image', args.images),
    node('attach', 'attach_to_document', {
      strategy: 'round_robin',
      matchBy: 'position',
      copySourceNode: 'copy',
      imageSourceNode: 'image',
      setPrimary: true,
    }),
  ],
  edges: [
    edge('both', 'copy'),
    edge('both', 'image'),
    edge('copy', 'attach'),
    edge('image', 'attach'),
  ],
})

/** A copy, the clock's approval, one more copy. */
export const reviewed = ({ afterMinutes }: { afterMinutes?: number } = {}): WorkflowGraph => ({
  nodes: [
    copyNode('copy', 1),
    node('review', 'review', {
      reviewType: 'approval',
      instructions: '',
      ...(afterMinutes && { autoApproveAfterMinutes: afterMinutes }),
    }),
    copyNode('more', 1),
  ],
  edges: [edge('copy', 'review'), edge('review', 'more')],
})

/** Steps one after the other that cost nothing. */
export const chain = (length: number): WorkflowGraph => {
  const ids = Array.from({ length }, (_, index) => `step${index + 1}`)
  return {
    nodes: ids.map((id) => node(id, 'test_step')),
    edges: ids.slice(1).map((id, index) => edge(ids[index] ?? '', id)),
  }
}

/** `width` steps that start together and are joined; `waitForAll: false`: by the first that is there. */
export const fan = (width: number, { waitForAll = true } = {}): WorkflowGraph => {
  const ids = Array.from({ length: width }, (_, index) => `branch${index + 1}`)
  return {
    nodes: [
      waitForAll
        ? node('start', 'test_step')
        : node('start', 'parallel', { maxConcurrent: 20, waitForAll, continueOnError: false }),
      ...ids.map((id) => node(id, 'test_step')),
      node('join', 'merge', { strategy: 'concatenate' }),
      node('end', 'test_step'),
    ],
    edges: [
      ...ids.map((id) => edge('start', id)),
      ...ids.map((id) => edge(id, 'join')),
      edge('join', 'end'),
    ],
  }
}

/** A step whose worker dies, between two that do not. */
export const poisoned = (): WorkflowGraph => ({
  nodes: [node('before', 'test_step'), node('poison', 'test_poison'), node('after', 'test_step')],
  edges: [edge('before', 'poison'), edge('poison', 'after')],
})

/** A text that takes as long as the test wants, beside one that waits for a person. */
export const besideReview = ({ after = false } = {}): WorkflowGraph => ({
  nodes: [
    node('start', 'test_step'),
    copyNode('slow', 1),
    copyNode('draft', 1),
    node('review', 'review', { reviewType: 'approval', instructions: '' }),
    node('end', 'test_step'),
    ...(after ? [node('after', 'test_step')] : []),
  ],
  edges: [
    edge('start', 'slow'),
    edge('start', 'draft'),
    edge('draft', 'review'),
    edge('review', 'end'),
    ...(after ? [edge('slow', 'after')] : []),
  ],
})

/** Several texts, a person's answer to them, a step beside, one more text behind both. */
export const reviewedBesideStep = (): WorkflowGraph => ({
  nodes: [
    node('start', 'test_step'),
    copyNode('copy', 2),
    node('review', 'review', { reviewType: 'approval', instructions: '' }),
    node('side', 'test_step'),
    node('join', 'merge', { strategy: 'concatenate' }),
    copyNode('last', 1),
  ],
  edges: [
    edge('start', 'copy'),
    edge('start', 'side'),
    edge('copy', 'review'),
    edge('review', 'join'),
    edge('side', 'join'),
    edge('join', 'last'),
  ],
})
