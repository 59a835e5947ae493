import type { Words } from '../../types.js'

export const provenanceWords: Words['provenance'] = {
  made: 'Von einem Workflow erstellt',
  madeTest: 'Von einem Testlauf erstellt',
  hidden: 'Sie dürfen die Ausführung, die dies erstellt hat, nicht sehen.',
  run: 'Ausführung',
  launchedBy: 'Gestartet von',
  node: 'Schritt',
  item: '{{label}}, Stück {{index}} von {{total}}',
  model: 'Modell',
  demo: '{{model}} (Demo, keine KI)',
  tokens: 'Tokens',
  tokensOf: '{{tokensIn}} hinein, {{tokensOut}} heraus',
  cost: 'Kosten',
  approvedBy: 'Freigegeben von',
  approvedByClock: 'Der Uhr',
  prompt: 'Prompt und Quellen',
  promptLabel: 'Prompt',
  systemLabel: 'Anweisungen an das Modell',
  sourcesLabel: 'Quellen',
  noSources: 'Dem Modell wurden keine Dokumente gegeben.',
}
