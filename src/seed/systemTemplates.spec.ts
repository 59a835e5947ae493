import { describe, expect, it } from 'vitest'

import { TEMPLATE_CATEGORIES } from '../collections/workflow-templates/categories.js'
import { compileGraph } from '../plugins/workflows/graph/compileGraph.js'
import { checkParams } from '../plugins/workflows/graph/params.js'
import { resolveQuantities } from '../plugins/workflows/graph/quantity.js'
import { validateGraph } from '../plugins/workflows/graph/validateGraph.js'
import { specMap } from '../plugins/workflows/nodes/specs.js'
import { findSystemTemplate, systemTemplates } from './systemTemplates.js'

const specs = specMap()

/** Agent jobs a node with the params that are filled in: what the preview promises. */
const JOBS: Record<string, Record<string, number>> = {
  'facebook-ads-campaign': { make_both: 1, ad_copy: 10, ad_images: 5, attach_images: 1 },
  'instagram-carousel': { caption: 1, slides: 10, attach_slides: 1 },
  'blog-post-with-social': { post: 1, featured_image: 1, social_snippets: 5, attach_image: 1 },
  'email-campaign': { email_body: 1, subject_lines: 5, header_image: 1, attach_header: 1 },
  'landing-page-hero': { headlines: 5, hero_image: 1, cta_copy: 3, attach_hero: 1 },
}

describe('systemTemplates', () => {
  it('should be five, each with a key of its own', () => {
    expect(systemTemplates.map(({ key }) => key)).toEqual(Object.keys(JOBS))
    expect(findSystemTemplate('email-campaign')?.name).toBe('Email Campaign')
    expect(findSystemTemplate('nothing')).toBeNull()
    expect(findSystemTemplate(null)).toBeNull()
  })
})

describe.each(systemTemplates.map((template) => [template.key, template] as const))(
  '%s',
  (key, template) => {
    const { graph, inputs, defaultParams } = template

    it('should have no problems and come out of validation as it went in', () => {
      const validated = validateGraph({ graph, inputs, specs })
      expect(validated.problems).toEqual([])
      expect(validated.executionOrder).toHaveLength(graph.nodes.length)
      expect(validated.graph).toEqual(graph)
      expect(validated.inputs).toEqual(inputs)
    })

    it('should be launched without a single answer', () => {
      const launched = checkParams({ inputs, params: {} })
      expect(launched.problems).toEqual([])
      expect(launched.params).toEqual(defaultParams)
    })

    it('should plan the jobs that its description promises', () => {
      const plan = compileGraph({ graph, inputs, specs })
      const jobs = resolveQuantities({ plan, params: defaultParams })
      expect(Object.fromEntries(jobs)).toEqual(JOBS[key])
    })

    it('should run to the end without a person and publish nothing', () => {
      expect(graph.nodes.map(({ type }) => type)).not.toContain('review')
      const copies = graph.nodes.filter(({ type }) => type === 'generate_copy')
      expect(copies.map(({ config }) => config.outputStatus)).toEqual(copies.map(() => 'draft'))
      // Models differ in what they take; without a name the site's own default is used.
      for (const { config } of graph.nodes) {
        expect(Object.keys(config)).not.toContain('model')
        expect(Object.keys(config)).not.toContain('temperature')
      }
    })

    it('should be drawn from left to right with room between the cards', () => {
      const at = new Map(graph.nodes.map(({ id, position }) => [id, position]))
      for (const { source, target } of graph.edges) {
        expect((at.get(target)?.x ?? 0) - (at.get(source)?.x ?? 0)).toBeGreaterThanOrEqual(340)
      }
      for (const [id, { x, y }] of at) {
        const near = [...at].filter(
          ([other, spot]) =>
            other !== id && Math.abs(spot.x - x) < 340 && Math.abs(spot.y - y) < 200,
        )
        expect(near).toEqual([])
      }
    })

    it('should be described for the gallery and its preview', () => {
      expect(TEMPLATE_CATEGORIES).toContain(template.category)
      expect(template.description.length).toBeLessThanOrEqual(160)
      expect(template.examples.length).toBeGreaterThan(0)
      for (const { inputs: asked, outputs } of template.examples) {
        expect(checkParams({ inputs, params: asked }).problems).toEqual([])
        expect(outputs.length).toBeGreaterThan(1)
        expect(outputs.some(({ image }) => image)).toBe(true)
      }
    })
  },
)
