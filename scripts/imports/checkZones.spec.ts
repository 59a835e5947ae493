import { describe, expect, it } from 'vitest'

import { checkReach } from './checkReach.js'
import { checkZones } from './checkZones.js'
import type { Import } from './readImports.js'

const imported = (target: string, isTypeOnly = false): Import => ({
  specifier: target,
  target,
  isTypeOnly,
  line: 1,
})

const check = (file: string, ...imports: Import[]): string[] =>
  checkZones(new Map([[file, imports]]))

const graph = 'src/plugins/workflows/graph/compileGraph.ts'

describe('checkZones', () => {
  it('should keep the graph pure', () => {
    expect(check(graph, imported('src/plugins/workflows/graph/types.ts'))).toEqual([])
    expect(check(graph, imported('payload'))).toHaveLength(1)
    expect(check(graph, imported('node:fs'))).toHaveLength(1)
    expect(check(graph, imported('src/plugins/workflows/runtime/errors.ts', true))).toHaveLength(1)
  })

  it('should let tests use packages, and other parts not', () => {
    const spec = graph.replace('.ts', '.spec.ts')
    expect(check(spec, imported('node:fs'))).toEqual([])
    expect(check(spec, imported('src/jobs/worker.ts'))).toHaveLength(1)
  })

  it('should allow types where the zone does', () => {
    const file = 'src/plugins/workflows/operations/example.ts'
    expect(check(file, imported('graphile-worker', true))).toEqual([])
    expect(check(file, imported('graphile-worker'))).toHaveLength(1)
    expect(check('src/jobs/worker.ts', imported('graphile-worker'))).toEqual([])
  })

  it('should keep the demo out of what ships', () => {
    expect(check('src/index.ts', imported('dev/seedDemo.ts'))).toHaveLength(1)
  })
})

describe('checkReach', () => {
  it('should follow values and not types from the entry', () => {
    const imports = new Map([
      ['src/index.ts', [imported('src/a.ts'), imported('src/b.ts', true)]],
      ['src/a.ts', [imported('react')]],
      ['src/b.ts', [imported('graphile-worker')]],
    ])
    expect(checkReach(imports)).toEqual([
      'src/index.ts → src/a.ts → react: src/index.ts must load without a browser and without a worker.',
    ])
  })
})
