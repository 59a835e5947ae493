/** The one graphile-worker task: a bell. It says "look", and carries nothing; what there is to do is in our tables. */
export const BELL_TASK = 'payload_workflows_bell'

export type JobPayloads = { [BELL_TASK]: Record<string, never> }
