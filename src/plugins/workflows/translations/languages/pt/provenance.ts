import type { Words } from '../../types.js'

export const provenanceWords: Words['provenance'] = {
  made: 'Feito por um fluxo',
  madeTest: 'Feito por uma execução de teste',
  hidden: 'Não pode ver a execução que fez isto.',
  run: 'Execução',
  launchedBy: 'Iniciado por',
  node: 'Passo',
  item: '{{label}}, item {{index}} de {{total}}',
  model: 'Modelo',
  demo: '{{model}} (demonstração, sem IA)',
  tokens: 'Tokens',
  tokensOf: '{{tokensIn}} de entrada, {{tokensOut}} de saída',
  cost: 'Custo',
  approvedBy: 'Aprovado por',
  approvedByClock: 'Relógio',
  prompt: 'Prompt e fontes',
  promptLabel: 'Prompt',
  systemLabel: 'Instruções ao modelo',
  sourcesLabel: 'Fontes',
  noSources: 'Nenhum documento foi dado ao modelo.',
}
