'use client'

import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'

import type { TemplateDetail } from '../../client/types.js'
import type { LaunchTarget } from '../active-workflows/context.js'

import { useWorkflows } from '../active-workflows/context.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { ContextField } from './ContextField.js'
import { countOutputs } from './countOutputs.js'
import { EstimateSide } from './EstimateSide.js'
import { FieldShell } from './FieldShell.js'
import { FilesField } from './FilesField.js'
import { focusField, focusFirst } from './focusField.js'
import { LaunchFooter } from './LaunchFooter.js'
import { ParamField } from './ParamField.js'
import { useEstimate } from './useEstimate.js'
import { useLaunch } from './useLaunch.js'
import { issueOf, useLaunchForm } from './useLaunchForm.js'
import { useProjects } from './useProjects.js'
import { useUploads } from './useUploads.js'

/** The form, the estimate beside it and the buttons below, once the template is there. */
export function LaunchContent({
  template,
  target: { again, mayLaunch },
  onClose,
}: {
  template: TemplateDetail
  target: LaunchTarget
  onClose: () => void
}) {
  const { t } = useWorkflowsTranslation()
  const { site, canLaunch } = useWorkflows()
  const state = useLaunchForm({ template, again })
  const { form, change, setParam, issues } = state
  const projects = useProjects({ site, workspace: template.workspace })
  // Until somebody chooses, the newest one: most people have one, and everything needs a place.
  const project =
    form.project === null
      ? (projects?.[0] ?? null)
      : (projects?.find(({ id }) => id === form.project) ?? null)
  const workspace = project?.workspace ?? template.workspace
  const uploads = useUploads({ site, workspace, failed: t('launch:uploadFailed') })
  const { estimate, state: counting } = useEstimate({ id: template.id, params: form.params })
  const prefix = useId()
  const fieldId = (path: string) => `${prefix}-${path}`
  const root = useRef<HTMLFormElement>(null)
  const launch = useLaunch({ template, state, project, files: uploads.files, onClose })
  const [isAsked, setAsked] = useState(false)
  const submit = async () => {
    // Sent now, it would belong nowhere.
    if (projects === null) return setAsked(true)
    const first = await launch.submit()
    if (first) focusField(root.current, fieldId(first))
  }
  const follow = useEffectEvent(submit)
  useEffect(() => {
    if (!isAsked || projects === null) return
    setAsked(false)
    void follow()
  }, [isAsked, projects])
  return (
    <form
      className="workflows-launch__form-frame"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        // React bubbles through portals: a form of the page below must not be submitted with it.
        event.stopPropagation()
        void submit()
      }}
      ref={(element) => {
        if (element && !root.current) focusFirst(element)
        root.current = element
      }}
    >
      <div className="workflows-launch__body">
        <div className="workflows-launch__form">
          {template.inputs.map((input) => (
            <ParamField
              error={issueOf(issues, `params.${input.name}`)}
              id={fieldId(`params.${input.name}`)}
              input={input}
              key={input.name}
              onChange={(value) => setParam(input.name, value)}
              value={form.params[input.name]}
            />
          ))}
          {site.projects && (projects === null || projects.length > 0) ? (
            <FieldShell
              error={issueOf(issues, 'project')}
              help={t('launch:projectHelp')}
              id={fieldId('project')}
              label={t('launch:project')}
            >
              <select
                className="workflows-control"
                disabled={projects === null}
                id={fieldId('project')}
                onChange={(event) =>
                  change({
                    project:
                      projects?.find(({ id }) => String(id) === event.target.value)?.id ?? null,
                    context: { mode: 'none', documents: [] },
                  })
                }
                value={project ? String(project.id) : ''}
              >
                {project ? null : <option value="">…</option>}
                {projects?.map(({ id, name }) => (
                  <option key={String(id)} value={String(id)}>
                    {name}
                  </option>
                ))}
              </select>
            </FieldShell>
          ) : null}
          <ContextField
            error={issueOf(issues, 'contextDocuments.ids')}
            id={fieldId('contextDocuments.ids')}
            onChange={(context) => change({ context })}
            project={project?.id ?? null}
            projectName={project?.name ?? null}
            site={site}
            value={form.context}
            workspace={workspace}
          />
          <FilesField
            accept={site.files.mimeTypes}
            error={issueOf(issues, 'referenceFiles')}
            files={uploads.files}
            id={fieldId('referenceFiles')}
            onAdd={uploads.add}
            onRemove={uploads.remove}
          />
          <div className="workflows-field workflows-field--wide workflows-field--check">
            <label className="workflows-check">
              <input
                checked={form.test}
                onChange={(event) => change({ test: event.target.checked })}
                type="checkbox"
              />
              {t('launch:test')} <span>{t('launch:testHelp')}</span>
            </label>
          </div>
        </div>
        <EstimateSide
          estimate={estimate}
          lines={countOutputs({ graph: template.graph, params: form.params })}
          site={site}
          state={counting}
        />
      </div>
      <LaunchFooter
        canLaunch={mayLaunch ?? canLaunch}
        inputs={template.inputs}
        isBusy={launch.isBusy || isAsked}
        isUploading={uploads.files.some(({ id, error }) => id === null && !error)}
        issues={issues}
        onClose={onClose}
        onShow={(path) => focusField(root.current, fieldId(path))}
        problem={launch.problem}
      />
    </form>
  )
}
