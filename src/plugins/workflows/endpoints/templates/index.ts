import type { Endpoint } from 'payload'

import { cloneTemplateEndpoint } from './cloneTemplate.js'
import { createTemplateEndpoint } from './createTemplate.js'
import { deleteTemplateEndpoint } from './deleteTemplate.js'
import { estimateTemplateEndpoint } from './estimateTemplate.js'
import { exportTemplateEndpoint } from './exportTemplate.js'
import { getTemplateEndpoint } from './getTemplate.js'
import { importTemplateEndpoint } from './importTemplate.js'
import { listCollectionsEndpoint } from './listCollections.js'
import { listModelsEndpoint } from './listModels.js'
import { listNodeTypesEndpoint } from './listNodeTypes.js'
import { listTemplatesEndpoint } from './listTemplates.js'
import { updateTemplateEndpoint } from './updateTemplate.js'
import { validateTemplateEndpoint } from './validateTemplate.js'

/** For `config.endpoints`. Payload takes the first match, so fixed paths come before `:id`. */
export function templateEndpoints(): Endpoint[] {
  return [
    listNodeTypesEndpoint(),
    listModelsEndpoint(),
    listCollectionsEndpoint(),
    listTemplatesEndpoint(),
    createTemplateEndpoint(),
    validateTemplateEndpoint(),
    importTemplateEndpoint(),
    getTemplateEndpoint(),
    updateTemplateEndpoint(),
    deleteTemplateEndpoint(),
    cloneTemplateEndpoint(),
    exportTemplateEndpoint(),
    estimateTemplateEndpoint(),
  ]
}
