import type { Words } from '../../types.js'

export const provenanceWords: Words['provenance'] = {
  made: 'Feito por um workflow',
  madeTest: 'Feito por uma execução de teste',
  hidden: 'Você não pode ver a execução que fez isto.',
  run: 'Execução',
  launchedBy: 'Iniciado por',
  node: 'Etapa',
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
