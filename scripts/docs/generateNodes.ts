/**
 * Writes docs/nodes.md from the node specs; part of `npm run generate`.
 * `--check` writes nothing and fails when the committed file is not what the specs say.
 */
import { readFileSync, writeFileSync } from 'node:fs'

import { builtInSpecs } from '../../src/plugins/workflows/nodes/specs.js'
import { inRepository } from '../repository.js'
import { nodeNotes } from './nodeNotes.js'
import { nodeSection } from './nodeSection.js'

const FILE = 'docs/nodes.md'

const INTRO = `# Node reference

<!-- Made by scripts/docs/generateNodes.ts from the specs in src/plugins/workflows/nodes. Do not edit. -->

A workflow is a graph of nodes. This page lists the seven built-in node types. A site can add its own: see
[custom-nodes.md](custom-nodes.md). \`GET /api/workflows/node-types\` answers the same facts as JSON Schema, with the
site's own types included.

${builtInSpecs.map(({ type, description }) => `- [\`${type}\`](#${type}): ${description}`).join('\n')}

## What all nodes share

A node is \`{ id, type, label, position: { x, y }, config }\`. The \`id\` is unique in its graph, starts with a letter, and
has letters, digits, \`_\` and \`-\`, 64 characters at most. An edge is \`{ id, source, target, sourceHandle?, targetHandle? }\`.
A graph has at most 1,000 nodes and 5,000 edges.

Edges leave a node by an output port and enter another by an input port. A port carries one or more kinds:

| kind | what it is |
| --- | --- |
| \`copy\` | documents that were written |
| \`image\` | media that were made |
| \`pass\` | whatever came in, passed on |
| \`signal\` | nothing but "go on" |

An edge is valid when the two ports share a kind. Besides, anything may enter a port that takes \`signal\`, a port that
takes \`pass\` accepts copies and images, and \`pass\` may enter any port. Name the branch of a condition by \`sourceHandle: "true"\` or
\`"false"\`; other nodes need no handle.

Prompts are [Liquid](https://liquidjs.com). They read:

| variable | meaning |
| --- | --- |
| \`{{topic}}\` | an input of the template, by its name; also \`{{params.topic}}\` |
| \`{{index}}\` | number of this item, from 1 |
| \`{{previous_output}}\` | text of the nodes directly before this one |
| \`{{nodes.<id>.output.<field>}}\` | an output field of any node before this one |
| \`{{item}}\` | the item this job works on, where the node maps over items |

Conditions read \`params.<name>\` and \`nodes.<id>.output.<field>\`.

Prompts have no access to files, and see plain data only. Tags that load other templates are switched off, as are the
filters that parse expressions and \`sample\`. An unknown variable is an error when the template is saved, not when it runs.
`

const text = [INTRO, ...builtInSpecs.map((spec) => nodeSection(spec, nodeNotes[spec.type]))].join('\n')

if (!process.argv.includes('--check')) {
  writeFileSync(inRepository(FILE), text)
} else if (readFileSync(inRepository(FILE), 'utf8') !== text) {
  console.error(
    `${FILE} is out of date: run \`npm run generate\` and commit it.`,
  )
  process.exit(1)
}
