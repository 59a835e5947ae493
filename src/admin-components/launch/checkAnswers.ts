import type { ApiIssue } from '../../client/WorkflowsApiError.js'
import type { JsonObject, TemplateInput } from '../../client/types.js'
import type { SayProblem } from '../../plugins/workflows/translations/problemTexts/createSayProblem.js'
import type { Translate } from '../shared/useWorkflowsTranslation.js'

import { checkParams } from '../../plugins/workflows/graph/params.js'

/** What is wrong with the answers to a template's questions, by the code that the server asks too. */
export function checkAnswers({
  inputs,
  params,
  t,
  sayProblem,
}: {
  inputs: TemplateInput[]
  params: JsonObject
  t: Translate
  sayProblem: SayProblem
}): ApiIssue[] {
  const { problems } = checkParams({ inputs, params })
  // The server would fill in the default for what is empty; somebody who cleared a field did not mean it.
  const isEmpty = ({ name, type, required }: TemplateInput): boolean =>
    Boolean(required) && type !== 'checkbox' && String(params[name] ?? '').trim() === ''
  return inputs.flatMap((input): ApiIssue[] => {
    const path = `params.${input.name}`
    if (!isEmpty(input)) {
      const own = problems.filter((problem) => problem.path === path)
      return own.map((problem) => ({ ...problem, message: sayProblem(problem) }))
    }
    const { label, default: example } = input
    const message = example
      ? t('launch:fillInLike', { label, example: String(example) })
      : t('launch:fillIn', { label })
    return [{ code: 'required_field_missing', message, path }]
  })
}
