'use client'

import { Button, toast, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { useId, useState } from 'react'

import { describedBy, FieldShell } from '../../launch/FieldShell.js'
import { describeError } from '../../shared/describeError.js'
import { Dialog } from '../../shared/Dialog/index.js'
import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsApi } from '../../shared/useWorkflowsApi.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import './share.css'
import { useAccess } from './useAccess.js'
import { useElsewhere } from './useElsewhere.js'
import { useWorkspaces, type Workspace } from './useWorkspaces.js'

/** Who finds this workflow now, and a copy for another workspace. */
export function ShareDialog({
  name,
  onPublish,
  onClose,
}: {
  name: string
  onPublish: () => void
  onClose: () => void
}) {
  const { t } = useWorkflowsTranslation()
  const api = useWorkflowsApi()
  const { open } = useElsewhere()
  const { id, hasPublishedDoc } = useDocumentInfo()
  const { mayPublish } = useAccess(null)
  const own = useFormFields(([fields]) => idOf(fields?.workspace?.value))
  const workspaces = useWorkspaces()
  const here = workspaces?.find((workspace) => String(workspace.id) === String(own))
  const others = workspaces?.filter((workspace) => workspace !== here) ?? []
  const [target, setTarget] = useState('')
  const [isBusy, setBusy] = useState(false)
  /** The workspace in which one may only look. */
  const [refused, setRefused] = useState<Workspace | null>(null)
  const field = useId()
  const chosen = others.find((workspace) => String(workspace.id) === target) ?? others[0]

  const problem =
    refused && refused.id === chosen?.id
      ? t('toolbar:shareRefused', { workspace: refused.name })
      : undefined

  const copy = async () => {
    if (id === undefined || !chosen) return
    setBusy(true)
    try {
      const made = await api.templates.clone({ id, name, workspace: chosen.id })
      onClose()
      open(made.id, t('toolbar:shared', { name, workspace: chosen.name }))
    } catch (error) {
      const { message, code } = describeError(error, t)
      if (code === 'role_too_low') setRefused(chosen)
      else toast.error(message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog onClose={onClose} title={t('toolbar:shareTitle', { name })} width={560}>
      <div className="workflows-share">
        {here || own === null ? (
          <section className="workflows-share__part">
            <h3>{here ? t('toolbar:shareHere', { workspace: here.name }) : t('toolbar:whole')}</h3>
            <p>
              <Icon name={hasPublishedDoc ? 'check' : 'info'} />
              {t(hasPublishedDoc ? 'toolbar:sharePublished' : 'toolbar:shareDraft')}
            </p>
            {!hasPublishedDoc && mayPublish ? (
              <Button
                buttonStyle="secondary"
                margin={false}
                onClick={() => {
                  onClose()
                  onPublish()
                }}
                type="button"
              >
                {t('toolbar:sharePublish')}
              </Button>
            ) : null}
          </section>
        ) : null}
        <section className="workflows-share__part">
          <h3>{t('toolbar:shareCopy')}</h3>
          <p>{t('toolbar:shareCopyHelp')}</p>
          {workspaces === null ? (
            <p role="status">{t('toolbar:loadingWorkspaces')}</p>
          ) : others.length === 0 ? (
            <p>{t('toolbar:shareNowhere')}</p>
          ) : (
            <div className="workflows-share__row">
              <FieldShell error={problem} id={field} label={t('toolbar:shareWorkspace')}>
                <select
                  {...describedBy({ id: field, error: problem })}
                  className="workflows-control"
                  onChange={(event) => setTarget(event.target.value)}
                  value={chosen ? String(chosen.id) : ''}
                >
                  {others.map((workspace) => (
                    <option key={String(workspace.id)} value={String(workspace.id)}>
                      {workspace.name}
                    </option>
                  ))}
                </select>
              </FieldShell>
              <Button disabled={isBusy} margin={false} onClick={() => void copy()} type="button">
                {t('toolbar:shareDo')}
              </Button>
            </div>
          )}
        </section>
      </div>
    </Dialog>
  )
}

const idOf = (value: unknown): number | string | null =>
  typeof value === 'string' || typeof value === 'number' ? value : null
