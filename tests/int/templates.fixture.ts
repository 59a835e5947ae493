export const PATH = '/workflows/templates'
export const UNKNOWN = '00000000-0000-4000-8000-000000000000'

const copy = (id: string) => ({
  id,
  type: 'generate_copy',
  label: 'Copy',
  position: { x: 0, y: 0 },
  config: { promptTemplate: 'Write about {{topic}}', quantity: 2, outputStatus: 'draft' },
})

export const graph = {
  nodes: [
    copy('copy'),
    {
      id: 'approval',
      type: 'review',
      label: 'Approval',
      position: { x: 300, y: 0 },
      config: { reviewType: 'approval', instructions: 'Good enough?' },
    },
  ],
  edges: [{ id: 'e1', source: 'copy', target: 'approval' }],
}

export const circle = {
  nodes: [copy('a'), copy('b')],
  edges: [
    { id: 'x', source: 'a', target: 'b' },
    { id: 'y', source: 'b', target: 'a' },
  ],
}

export const inputs = [{ name: 'topic', label: 'Topic', type: 'text', required: true }]

export const template = (more: object = {}) => ({
  name: 'Ads',
  category: 'Paid Ads',
  graph,
  inputs,
  ...more,
})
