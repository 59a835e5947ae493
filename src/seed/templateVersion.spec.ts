import { describe, expect, it } from 'vitest'

import { facebookAdsCampaign } from './templates/facebook-ads-campaign.js'
import { storedContent, templateVersion } from './templateVersion.js'

describe('templateVersion', () => {
  it('should stay the same whatever order the keys are in', () => {
    const { graph, ...others } = facebookAdsCampaign
    const nodes = graph.nodes.map(({ id, ...node }) => ({ ...node, id }))
    const shuffled = { graph: { edges: graph.edges, nodes }, ...others }
    expect(templateVersion(shuffled)).toBe(templateVersion(facebookAdsCampaign))
  })

  it('should change with anything that is stored', () => {
    const version = templateVersion(facebookAdsCampaign)
    const { graph } = facebookAdsCampaign
    const changed = [
      { ...facebookAdsCampaign, name: 'Ads' },
      { ...facebookAdsCampaign, description: '' },
      { ...facebookAdsCampaign, category: 'Custom' as const },
      { ...facebookAdsCampaign, graph: { ...graph, edges: graph.edges.slice(1) } },
      { ...facebookAdsCampaign, inputs: [] },
      { ...facebookAdsCampaign, defaultParams: {} },
    ].map(templateVersion)
    expect(new Set([version, ...changed]).size).toBe(
      Object.keys(storedContent(facebookAdsCampaign)).length + 1,
    )
  })

  it('should not change with examples, which are not stored', () => {
    expect(templateVersion({ ...facebookAdsCampaign, examples: [] })).toBe(
      templateVersion(facebookAdsCampaign),
    )
  })
})
