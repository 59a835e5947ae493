import type { Completion } from '@codemirror/autocomplete'

import type { PromptCompletion } from './completePrompt.js'

/** Beside the name an example value, below it what the variable is. */
export const completionParts = [
  {
    position: 60,
    render: (line: Completion) => part('example', (line as PromptCompletion).example),
  },
  {
    position: 90,
    render: (line: Completion) => part('description', (line as PromptCompletion).description),
  },
]

function part(name: string, text: string): Node | null {
  if (!text) return null
  const element = document.createElement('span')
  element.className = `workflows-picker__${name}`
  element.textContent = text
  return element
}
