import type { JSONFieldServerProps } from 'payload'

import { getPluginContext } from '../../../plugins/workflows/pluginContext.js'
import { BuilderShell } from './BuilderShell.js'
import { readFacts } from './readFacts.server.js'

interface FieldProps extends JSONFieldServerProps {
  /** Given by Payload to every field; the server type leaves it out. */
  operation: 'create' | 'update'
}

/** The field `graph` of a template: the visual builder. */
export function BuilderField({ operation, payload, permissions }: FieldProps) {
  // Not Payload's `readOnly`: it is true for good when the page was opened while another had the lock.
  const mayWrite = permissions === true || permissions?.[operation] !== undefined
  return <BuilderShell facts={readFacts(getPluginContext(payload))} mayWrite={mayWrite} />
}
