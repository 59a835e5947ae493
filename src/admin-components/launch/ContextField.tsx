'use client'

import { useState } from 'react'

import type { Id } from '../../client/types.js'
import type { WorkflowsSite } from '../../plugins/workflows/siteFacts.js'
import type { ContextChoice } from './useLaunchForm.js'

import { Icon } from '../shared/Icon/index.js'
import { Switch } from '../shared/Switch/index.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { FieldShell } from './FieldShell.js'
import { useDocumentSearch, type FoundDocument } from './useDocumentSearch.js'
import './chooser.css'

/** As the server's schema has it. */
const MOST_DOCUMENTS = 100

/** None, all of the project, or chosen ones: what the model reads besides the answers. */
export function ContextField({
  id,
  site,
  project,
  projectName,
  workspace,
  value,
  error,
  onChange,
}: {
  id: string
  site: WorkflowsSite
  project: Id | null
  projectName: string | null
  workspace: Id | null
  value: ContextChoice
  error: string | undefined
  onChange: (value: ContextChoice) => void
}) {
  const { t } = useWorkflowsTranslation()
  const [search, setSearch] = useState('')
  const everything = useDocumentSearch({ site, project, workspace, search: '' })
  const found = useDocumentSearch({ site, project, workspace, search })
  const isAll = value.mode === 'all'
  const total = everything?.total ?? 0
  const chosen = new Set(value.documents.map((document) => document.id))
  const set = (documents: FoundDocument[]) =>
    onChange({ mode: documents.length > 0 ? 'selected' : 'none', documents })
  const all = projectName
    ? t('launch:allOfProject', { count: total, project: projectName })
    : t('launch:allDocuments', { count: total })
  return (
    <FieldShell
      aside={
        total > 0 ? (
          <Switch
            checked={isAll}
            label={all}
            onChange={(on) => (on ? onChange({ ...value, mode: 'all' }) : set(value.documents))}
          />
        ) : null
      }
      error={error}
      help={t('launch:contextHelp')}
      id={id}
      label={t('launch:context')}
      wide
    >
      {isAll ? (
        <p className="workflows-control workflows-control--static" id={id}>
          <Icon name="doc" /> {all}
        </p>
      ) : (
        <Chooser
          chosen={value.documents}
          id={id}
          onAdd={(document) => {
            if (chosen.size < MOST_DOCUMENTS) set([...value.documents, document])
            setSearch('')
          }}
          onRemove={(document) => set(value.documents.filter((known) => known.id !== document))}
          onSearch={setSearch}
          options={(found?.docs ?? []).filter((document) => !chosen.has(document.id))}
          search={search}
        />
      )}
    </FieldShell>
  )
}

interface ChooserProps {
  id: string
  chosen: FoundDocument[]
  options: FoundDocument[]
  search: string
  onSearch: (search: string) => void
  onAdd: (document: FoundDocument) => void
  onRemove: (id: Id) => void
}

/** A combobox with chips: arrows walk the list, Enter takes, Backspace in the empty box gives back. */
function Chooser({ id, chosen, options, search, onSearch, onAdd, onRemove }: ChooserProps) {
  const { t } = useWorkflowsTranslation()
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const current = options[Math.min(at, options.length - 1)]
  const list = `${id}-list`
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      setOpen(false)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt(isOpen ? (at + step + options.length) % Math.max(options.length, 1) : 0)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (isOpen && current) onAdd(current)
    } else if (event.key === 'Backspace' && search === '') {
      const last = chosen.at(-1)
      if (last) onRemove(last.id)
    }
  }
  return (
    <div className="workflows-chooser">
      <div className="workflows-control workflows-chooser__box">
        {chosen.map((document) => (
          <span className="workflows-chip" key={document.id}>
            <Icon name="doc" size={12} />
            <span className="workflows-chip__text">{document.title}</span>
            <button
              aria-label={t('launch:removeDocument', { name: document.title })}
              onClick={() => onRemove(document.id)}
              type="button"
            >
              <Icon name="x" size={12} />
            </button>
          </span>
        ))}
        <input
          aria-activedescendant={isOpen && current ? `${list}-${current.id}` : undefined}
          aria-autocomplete="list"
          aria-controls={list}
          aria-describedby={`${id}-help`}
          aria-expanded={isOpen}
          autoComplete="off"
          className="workflows-chooser__input"
          id={id}
          onBlur={() => setOpen(false)}
          onChange={(event) => {
            onSearch(event.target.value)
            setAt(0)
            setOpen(true)
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
          placeholder={t('launch:addDocument')}
          role="combobox"
          type="text"
          value={search}
        />
        <Icon name="chevron-down" />
      </div>
      <ul
        aria-label={t('launch:context')}
        className="workflows-chooser__list"
        hidden={!isOpen}
        id={list}
        role="listbox"
      >
        {options.map((document) => (
          <li
            aria-selected={document === current}
            id={`${list}-${document.id}`}
            key={document.id}
            // Before the box loses its focus, which would close the list under the pointer.
            onMouseDown={(event) => {
              event.preventDefault()
              onAdd(document)
            }}
            role="option"
          >
            <Icon name="doc" />
            {document.title}
          </li>
        ))}
        {options.length === 0 ? (
          <li aria-disabled="true" aria-selected="false" role="option">
            {t('launch:noDocuments')}
          </li>
        ) : null}
      </ul>
    </div>
  )
}
