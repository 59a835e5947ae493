import type { PayloadRequest } from 'payload'

import type { TemplateContent } from './checkTemplate.js'

import { FILE_FORMAT, FILE_VERSION, fileNameOf } from '../../graph/templateFile.js'
import { findTemplate } from './findTemplate.js'
import { presentDetail } from './present.js'

export { FILE_FORMAT, FILE_VERSION }

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
    filename: fileNameOf(name),
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
