import type { PayloadRequest } from 'payload'

import type { TemplateContent } from './checkTemplate.js'

import { findTemplate } from './findTemplate.js'
import { presentDetail } from './present.js'

/** First line of every file, so that any other JSON is told apart; the version moves when the shape does. */
export const FILE_FORMAT = 'payload-workflows/template'
export const FILE_VERSION = 1

export interface TemplateFile extends TemplateContent {
  format: typeof FILE_FORMAT
  version: typeof FILE_VERSION
  name: string
  description: string
  category: string
}

/** What a template is, without anything that belongs to one site: no ids, no workspace, no figures. */
export async function exportTemplate({
  req,
  id,
}: {
  req: PayloadRequest
  id: unknown
}): Promise<{ filename: string; file: TemplateFile }> {
  const { name, description, category, graph, inputs, defaultParams } = presentDetail(
    await findTemplate({ req, id }),
  )
  return {
    filename: `${plainName(name)}.workflow.json`,
    file: {
      format: FILE_FORMAT,
      version: FILE_VERSION,
      name,
      description,
      category,
      graph,
      inputs,
      defaultParams,
    },
  }
}

/** ASCII only: the name goes into a header. */
function plainName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
  return plain || 'template'
}
