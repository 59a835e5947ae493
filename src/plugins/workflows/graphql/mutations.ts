import type { GraphQLModule, WorkflowTypes } from './types.js'

import { attachSchema } from '../endpoints/attachments/schemas.js'
import { launchSchema, nodeSchema, reviewSchema } from '../endpoints/executions/schemas.js'
import { parseInput } from '../endpoints/parseInput.js'
import { cloneSchema } from '../endpoints/templates/schemas.js'
import { attachImages } from '../operations/attachments/attachImages.js'
import { detachImage } from '../operations/attachments/detachImage.js'
import { listAttachments } from '../operations/attachments/listAttachments.js'
import { setPrimaryImage } from '../operations/attachments/setPrimaryImage.js'
import { controlExecution } from '../operations/executions/controlExecution.js'
import { launchExecution } from '../operations/executions/launchExecution.js'
import { mendNode } from '../operations/executions/mendNode.js'
import { reviewNode } from '../operations/executions/reviewNode.js'
import { cloneTemplate } from '../operations/templates/cloneTemplate.js'
import { field, type GraphQLField } from './field.js'
import { requireDocumentsCollection } from './requireDocumentsCollection.js'

/** The mutations of api.md, each the same operation as its REST route. */
export function createMutations(
  graphql: GraphQLModule,
  types: WorkflowTypes,
): Record<string, GraphQLField> {
  const { GraphQLBoolean, GraphQLID, GraphQLList, GraphQLNonNull, GraphQLString } = graphql
  const id = new GraphQLNonNull(GraphQLID)
  const text = new GraphQLNonNull(GraphQLString)
  const ids = new GraphQLNonNull(new GraphQLList(id))
  const execution = new GraphQLNonNull(types.execution)
  const attachments = new GraphQLNonNull(types.attachments)

  const control = (name: string, action: 'pause' | 'resume' | 'stop') =>
    field({
      name,
      type: execution,
      args: { id },
      resolve: ({ req, args }) => controlExecution({ req, id: args.id, action }),
    })
  const mend = (name: string, action: 'retry-node' | 'skip-node') =>
    field({
      name,
      type: execution,
      args: { id, nodeId: text },
      resolve: ({ req, args }) => {
        const { nodeId } = parseInput(nodeSchema, args)
        return mendNode({ req, id: args.id, nodeId, action })
      },
    })
  const onDocument = { collection: text, id }
  return {
    launchWorkflow: field({
      name: 'launchWorkflow',
      type: execution,
      args: {
        template: id,
        workspace: GraphQLID,
        project: GraphQLID,
        params: types.json,
        contextDocuments: types.json,
        referenceFiles: new GraphQLList(id),
        test: GraphQLBoolean,
        idempotencyKey: GraphQLString,
      },
      resolve: ({ req, args }) =>
        launchExecution({ req, input: parseInput(launchSchema, withoutNulls(args)) }),
    }),
    pauseWorkflow: control('pauseWorkflow', 'pause'),
    resumeWorkflow: control('resumeWorkflow', 'resume'),
    stopWorkflow: control('stopWorkflow', 'stop'),
    retryWorkflowNode: mend('retryWorkflowNode', 'retry-node'),
    skipWorkflowNode: mend('skipWorkflowNode', 'skip-node'),
    reviewWorkflowNode: field({
      name: 'reviewWorkflowNode',
      type: execution,
      args: {
        id,
        nodeId: text,
        decision: text,
        comment: GraphQLString,
        selected: new GraphQLList(id),
        edits: types.json,
      },
      resolve: ({ req, args }) =>
        reviewNode({ req, id: args.id, answer: parseInput(reviewSchema, withoutNulls(args)) }),
    }),
    cloneWorkflowTemplate: field({
      name: 'cloneWorkflowTemplate',
      type: new GraphQLNonNull(types.template),
      args: { id, name: GraphQLString, workspace: GraphQLID },
      resolve: ({ req, args }) => {
        const { name, workspace } = parseInput(cloneSchema, args)
        return cloneTemplate({ req, id: args.id, name: name ?? undefined, workspace })
      },
    }),
    attachImages: field({
      name: 'attachImages',
      type: attachments,
      args: { ...onDocument, imageIds: ids, setFirstAsPrimary: GraphQLBoolean },
      resolve: async ({ req, args }) => {
        const { imageIds, setFirstAsPrimary } = parseInput(attachSchema, withoutNulls(args))
        return attachImages({
          req,
          collection: requireDocumentsCollection({ req, collection: args.collection }),
          id: args.id,
          imageIds,
          setFirstAsPrimary: setFirstAsPrimary ?? false,
        })
      },
    }),
    detachImage: field({
      name: 'detachImage',
      type: attachments,
      args: { ...onDocument, imageId: id },
      resolve: async ({ req, args }) => {
        const collection = requireDocumentsCollection({ req, collection: args.collection })
        await detachImage({ req, collection, id: args.id, imageId: args.imageId })
        return listAttachments({ req, collection, id: args.id })
      },
    }),
    setPrimaryImage: field({
      name: 'setPrimaryImage',
      type: attachments,
      args: { ...onDocument, imageId: id },
      resolve: async ({ req, args }) =>
        setPrimaryImage({
          req,
          collection: requireDocumentsCollection({ req, collection: args.collection }),
          id: args.id,
          imageId: args.imageId,
        }),
    }),
  }
}

/** An argument given as null is an argument left out. */
const withoutNulls = (args: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null))
