import type { GraphQLObjectType, GraphQLOutputType, GraphQLScalarType } from 'graphql'

/** The `graphql` module Payload hands us: a second copy of it would be «another realm». */
export type GraphQLModule = typeof import('graphql')

export interface WorkflowTypes {
  json: GraphQLScalarType
  templateList: GraphQLObjectType
  template: GraphQLObjectType
  execution: GraphQLObjectType
  executionList: GraphQLObjectType
  attachments: GraphQLObjectType
}

type Shape = Record<string, GraphQLOutputType>

/** Object types of our own queries, named so that they meet none of Payload's generated ones. */
export function createTypes(graphql: GraphQLModule): WorkflowTypes {
  const { GraphQLBoolean, GraphQLFloat, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLString } =
    graphql
  const json = new graphql.GraphQLScalarType({
    name: 'WorkflowJSON',
    description: 'Any JSON value.',
    serialize: (value) => value,
    parseValue: (value) => value,
  })
  const object = (name: string, shape: Shape) =>
    new graphql.GraphQLObjectType({
      name,
      fields: Object.fromEntries(Object.entries(shape).map(([field, type]) => [field, { type }])),
    })
  const required = <T extends GraphQLOutputType>(type: T) => new GraphQLNonNull(type as never)
  const list = (type: GraphQLOutputType) =>
    new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type as never)))
  const choice = (name: string, values: string[]) =>
    new graphql.GraphQLEnumType({
      name,
      values: Object.fromEntries(values.map((value) => [value, { value }])),
    })
  // Ids are numbers on sites with serial ids, texts elsewhere; GraphQL's ID takes both and gives text.
  const id = graphql.GraphQLID
  const error = object('WorkflowError', {
    code: required(GraphQLString),
    message: required(GraphQLString),
    nodeId: GraphQLString,
    retryAfter: GraphQLInt,
  })
  const summary: Shape = {
    id: required(id),
    name: required(GraphQLString),
    description: required(GraphQLString),
    category: required(GraphQLString),
    workspace: id,
    isSystem: required(GraphQLBoolean),
    nodeCount: required(GraphQLInt),
    usageCount: required(GraphQLInt),
    successRate: GraphQLFloat,
    averageExecutionMs: GraphQLFloat,
    createdAt: required(GraphQLString),
    updatedAt: required(GraphQLString),
  }
  const template = object('WorkflowTemplateDetail', {
    ...summary,
    graph: json,
    inputs: json,
    defaultParams: json,
  })
  const execution = executionType()
  return {
    json,
    template,
    templateList: object('WorkflowTemplateList', {
      docs: list(object('WorkflowTemplateSummary', summary)),
      ...paging(),
      categories: json,
    }),
    execution: execution.detail,
    executionList: object('WorkflowExecutionList', { docs: list(execution.summary), ...paging() }),
    attachments: attachmentsType(),
  }

  function paging(): Shape {
    return {
      totalDocs: required(GraphQLInt),
      page: required(GraphQLInt),
      limit: required(GraphQLInt),
    }
  }

  function executionType() {
    const node = object('WorkflowNodeState', {
      id: required(GraphQLString),
      type: required(GraphQLString),
      label: required(GraphQLString),
      status: choice('WorkflowNodeStatus', [
        'pending',
        'running',
        'waiting',
        'completed',
        'failed',
        'skipped',
        'cancelled',
      ]),
      itemsDone: required(GraphQLInt),
      itemsTotal: required(GraphQLInt),
      tokens: required(GraphQLInt),
      cost: required(GraphQLFloat),
      startedAt: GraphQLString,
      completedAt: GraphQLString,
      error,
    })
    const job = object('WorkflowAgentJob', {
      id: required(id),
      nodeId: required(GraphQLString),
      jobType: required(GraphQLString),
      index: required(GraphQLInt),
      status: choice('WorkflowAgentJobStatus', [
        'pending',
        'running',
        'completed',
        'failed',
        'skipped',
        'cancelled',
      ]),
      attempts: required(GraphQLInt),
      input: json,
      output: json,
      error,
      tokensIn: required(GraphQLInt),
      tokensOut: required(GraphQLInt),
      cost: required(GraphQLFloat),
      model: GraphQLString,
      startedAt: GraphQLString,
      completedAt: GraphQLString,
    })
    const progress = object('WorkflowProgress', {
      percent: required(GraphQLInt),
      completedNodes: required(GraphQLInt),
      totalNodes: required(GraphQLInt),
      itemsDone: required(GraphQLInt),
      itemsTotal: required(GraphQLInt),
      currentNodes: list(
        object('WorkflowCurrentNode', {
          id: required(GraphQLString),
          label: required(GraphQLString),
        }),
      ),
      etaMs: GraphQLInt,
    })
    const shared: Shape = {
      id: required(id),
      template: object('WorkflowTemplateReference', { id, name: required(GraphQLString) }),
      workspace: id,
      project: id,
      status: choice('WorkflowExecutionStatus', [
        'pending',
        'running',
        'paused',
        'completed',
        'failed',
        'stopped',
      ]),
      pauseReason: GraphQLString,
      test: required(GraphQLBoolean),
      progress: required(progress),
      totals: object('WorkflowTotals', {
        tokensIn: required(GraphQLInt),
        tokensOut: required(GraphQLInt),
        cost: required(GraphQLFloat),
      }),
      error,
      startedAt: GraphQLString,
      completedAt: GraphQLString,
      createdAt: required(GraphQLString),
    }
    const document = object('WorkflowDocumentOutput', {
      collection: required(GraphQLString),
      id: required(id),
      title: required(GraphQLString),
      jobId: required(id),
      nodeId: required(GraphQLString),
    })
    const media = object('WorkflowMediaOutput', {
      id: required(id),
      url: required(GraphQLString),
      jobId: required(id),
      nodeId: required(GraphQLString),
    })
    return {
      summary: object('WorkflowExecutionSummary', shared),
      detail: object('WorkflowExecutionDetail', {
        ...shared,
        params: json,
        nodes: list(node),
        jobs: list(job),
        outputs: object('WorkflowOutputs', { documents: list(document), media: list(media) }),
      }),
    }
  }

  function attachmentsType() {
    const attachment = object('WorkflowAttachment', {
      id: required(id),
      imageId: required(id),
      url: GraphQLString,
      thumbnailUrl: GraphQLString,
      filename: GraphQLString,
      filesize: GraphQLInt,
      width: GraphQLInt,
      height: GraphQLInt,
      order: required(GraphQLInt),
      isPrimary: required(GraphQLBoolean),
      caption: GraphQLString,
      attachedAt: required(GraphQLString),
    })
    return object('WorkflowAttachmentList', {
      documentId: required(id),
      attachments: list(attachment),
      totalCount: required(GraphQLInt),
    })
  }
}
