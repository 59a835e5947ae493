import type { Field } from 'payload'

import type { PluginContext } from '../../plugins/workflows/pluginContext.js'

import { nobody } from '../../plugins/workflows/access/workspaceAccess.js'
import { categoryWords, templateWords as words } from '../words.js'
import { TEMPLATE_CATEGORIES } from './categories.js'
import { keepEditableWorkspace } from './hooks/keepEditableWorkspace.js'
import { setCreatedBy } from './hooks/setCreatedBy.js'

/** Written by the seeder or the engine alone, which pass `overrideAccess: true`. */
const engineOnly = { create: nobody, update: nobody }
/** JSON is no column, no filter and nothing to set on many rows at once. */
const notInLists = { disableBulkEdit: true, disableListColumn: true, disableListFilter: true }

export function templateFields(context: PluginContext): Field[] {
  return [
    {
      name: 'name',
      type: 'text',
      label: words.name,
      required: true,
      maxLength: 200,
      hooks: {
        beforeDuplicate: [({ value }) => `${String(value ?? 'Untitled').slice(0, 190)} (copy)`],
      },
    },
    {
      name: 'description',
      type: 'textarea',
      label: words.description,
      maxLength: 2000,
      admin: { description: words.descriptionHelp },
    },
    {
      name: 'category',
      type: 'select',
      label: words.category,
      defaultValue: 'Custom',
      required: true,
      options: TEMPLATE_CATEGORIES.map((value) => ({ label: categoryWords[value], value })),
    },
    ...workspaceField(context),
    {
      name: 'graph',
      type: 'json',
      label: words.graph,
      defaultValue: () => ({ nodes: [], edges: [] }),
      // Judged in a hook, with every problem at once; Payload's own check would stop at the first.
      validate: () => true,
      admin: {
        ...notInLists,
        // Switched off, the plugin has neither words nor node types in the admin: Payload's JSON editor is left.
        ...(context.options.enabled && {
          components: {
            Field: 'payload-workflows/rsc#BuilderField',
            Diff: 'payload-workflows/rsc#GraphDiff',
          },
        }),
      },
    },
    {
      name: 'inputs',
      type: 'json',
      label: 'Questions at launch',
      defaultValue: () => [],
      admin: { ...notInLists, hidden: true },
    },
    {
      name: 'defaultParams',
      type: 'json',
      label: 'Answers filled in beforehand',
      defaultValue: () => ({}),
      admin: { ...notInLists, hidden: true },
    },
    ...systemFields(),
    ...figureFields(),
    {
      name: 'createdBy',
      type: 'relationship',
      relationTo: context.slugs.users,
      label: words.createdBy,
      access: engineOnly,
      hooks: { beforeChange: [setCreatedBy] },
      admin: { readOnly: true, disableBulkEdit: true, position: 'sidebar' },
    },
  ]
}

function workspaceField({ slugs }: PluginContext): Field[] {
  if (!slugs.workspaces) return []
  return [
    {
      name: 'workspace',
      type: 'relationship',
      relationTo: slugs.workspaces,
      label: words.workspace,
      hooks: { beforeDuplicate: [keepEditableWorkspace] },
      admin: { disableBulkEdit: true, position: 'sidebar' },
    },
  ]
}

function systemFields(): Field[] {
  return [
    {
      name: 'isSystem',
      type: 'checkbox',
      label: 'Comes with the plugin',
      defaultValue: false,
      access: engineOnly,
      hooks: { beforeDuplicate: [() => false] },
      admin: { hidden: true, disableBulkEdit: true },
    },
    {
      name: 'systemKey',
      type: 'text',
      hidden: true,
      unique: true,
      access: engineOnly,
      hooks: { beforeDuplicate: [() => null] },
    },
    {
      name: 'systemVersion',
      type: 'text',
      hidden: true,
      access: engineOnly,
      hooks: { beforeDuplicate: [() => null] },
    },
  ]
}

function figureFields(): Field[] {
  const figure = (
    name: 'averageExecutionMs' | 'successRate' | 'usageCount',
    start: 0 | null,
  ): Field => ({
    name,
    label: words[name],
    type: 'number',
    ...(start === null ? {} : { defaultValue: start }),
    access: engineOnly,
    hooks: { beforeDuplicate: [() => start] },
    admin: { readOnly: true, hidden: true, disableBulkEdit: true },
  })
  return [
    {
      name: 'nodeCount',
      type: 'number',
      label: words.nodeCount,
      defaultValue: 0,
      access: engineOnly,
      admin: { readOnly: true, hidden: true, disableBulkEdit: true },
    },
    figure('usageCount', 0),
    figure('successRate', null),
    figure('averageExecutionMs', null),
  ]
}
