'use client'

import { useMemo, useRef, useState } from 'react'

import type { ControlProps } from '../form/controlProps.js'
import type { PromptEditorHandle } from './PromptEditor.js'
import type { PromptFacts } from './promptFacts.js'

import { ErrorBoundary } from '../../../shared/ErrorBoundary/index.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useReadable } from '../data/panelData.js'
import { exampleOf } from '../data/sampleScope.js'
import { ariaOf, FieldFrame } from '../form/FieldFrame.js'
import { textOf } from '../form/shapeOf.js'
import { labelOfPath } from './offerVariables.js'
import { PromptField } from './PromptField.js'
import { PromptPreview } from './PromptPreview.js'
import { estimateTokens } from './scanPrompt.js'
import { usePromptWords } from './usePromptWords.js'
import './prompt.css'

/** A prompt: written with variables as chips, or seen as the model will read it. */
export function PromptControl({ field, frame, value, readOnly, onChange }: ControlProps) {
  const { t, locale } = useWorkflowsTranslation()
  const [isPreview, setPreview] = useState(false)
  const editor = useRef<PromptEditorHandle>(null)
  const [isPicking, setPicking] = useState(false)
  const { groups, scope, graph } = useReadable()
  const words = usePromptWords()
  const text = textOf(value)
  const { problems } = frame
  const facts = useMemo(
    (): PromptFacts => ({
      groups,
      words,
      labelOf: (path) => labelOfPath({ path, graph }),
      exampleOf: (path) => exampleOf({ scope, path }),
      wrong: (problems ?? []).flatMap(({ line, column, message }) =>
        line === undefined || column === undefined ? [] : [{ line, column, message }],
      ),
    }),
    [groups, words, graph, scope, problems],
  )
  const { id, ...aria } = ariaOf(frame)
  const attributes: Record<string, string> = {
    id,
    'aria-labelledby': `${id}-label`,
    'aria-multiline': 'true',
    ...(aria['aria-describedby'] && { 'aria-describedby': aria['aria-describedby'] }),
    ...(aria['aria-invalid'] && { 'aria-invalid': 'true' }),
    ...(aria['aria-required'] && { 'aria-required': 'true' }),
  }
  const count = new Intl.NumberFormat(locale).format(estimateTokens(text))
  return (
    <FieldFrame
      {...frame}
      aside={
        <button
          aria-pressed={isPreview}
          className="workflows-link"
          onClick={() => {
            setPicking(false)
            setPreview(!isPreview)
          }}
          type="button"
        >
          {t(isPreview ? 'panel:edit' : 'panel:preview')}
        </button>
      }
      group
    >
      {isPreview ? (
        <PromptPreview scope={scope} template={text} />
      ) : (
        <div className="workflows-prompt">
          <ErrorBoundary>
            <PromptField
              attributes={attributes}
              facts={facts}
              hint={field.placeholder ?? ''}
              isPicking={isPicking}
              onChange={(next) => onChange(next === '' && !field.required ? undefined : next)}
              readOnly={readOnly}
              ref={editor}
              value={text}
            />
          </ErrorBoundary>
        </div>
      )}
      <div className="workflows-prompt__foot">
        {readOnly || isPreview ? (
          <span />
        ) : (
          <button
            className="workflows-link workflows-link--quiet"
            onClick={() => (editor.current ? editor.current.pick() : setPicking(true))}
            type="button"
          >
            {t('panel:typeVariable')}
          </button>
        )}
        <span>{t('panel:tokens', { count: estimateTokens(text), number: count })}</span>
      </div>
    </FieldFrame>
  )
}
