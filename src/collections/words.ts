import type { TemplateCategory } from './workflow-templates/categories.js'

/** Words of the lists and forms that Payload draws, by its names of the languages; in any other it takes the site's fallback. */
interface InLanguages extends Record<string, string> {
  en: string
  de: string
  pt: string
}

const say = (en: string, de: string, pt: string): InLanguages => ({ en, de, pt })

const template = say('Template', 'Vorlage', 'Modelo')
const workspace = say('Workspace', 'Arbeitsbereich', 'Espaço de trabalho')

export const executionWords = {
  singular: say('Execution', 'Ausführung', 'Execução'),
  plural: say('Executions', 'Ausführungen', 'Execuções'),
  description: say(
    'What is running, what waits for you and what was made.',
    'Was läuft, was auf Sie wartet und was entstanden ist.',
    'O que está em curso, o que espera por si e o que foi feito.',
  ),
  template,
  status: say('Status', 'Status', 'Estado'),
  pauseReason: say('Pause reason', 'Grund der Pause', 'Motivo da pausa'),
  progressPercent: say('Progress (%)', 'Fortschritt (%)', 'Progresso (%)'),
  itemsDone: say('Items done', 'Stücke fertig', 'Itens prontos'),
  itemsTotal: say('Items in all', 'Stücke insgesamt', 'Itens ao todo'),
  workspace,
  project: say('Project', 'Projekt', 'Projeto'),
  launchedBy: say('Launched by', 'Gestartet von', 'Iniciado por'),
  test: say('Test run', 'Testlauf', 'Execução de teste'),
  tokensIn: say('Tokens in', 'Tokens hinein', 'Tokens de entrada'),
  tokensOut: say('Tokens out', 'Tokens heraus', 'Tokens de saída'),
  cost: say('Cost ($)', 'Kosten ($)', 'Custo ($)'),
  startedAt: say('Started at', 'Begonnen', 'Início'),
  completedAt: say('Completed at', 'Beendet', 'Fim'),
  jobs: say('Agent jobs', 'Agentenaufträge', 'Tarefas de agentes'),
}

export const categoryWords: Record<TemplateCategory, InLanguages> = {
  'Social Media': say('Social Media', 'Soziale Medien', 'Redes sociais'),
  'Paid Ads': say('Paid Ads', 'Anzeigen', 'Anúncios pagos'),
  'Blog Content': say('Blog Content', 'Blog', 'Blogue'),
  'Email Campaigns': say('Email Campaigns', 'E-Mail-Kampagnen', 'Campanhas de e-mail'),
  SEO: say('SEO', 'SEO', 'SEO'),
  'Landing Pages': say('Landing Pages', 'Landingpages', 'Páginas de destino'),
  Custom: say('Custom', 'Eigene', 'Próprios'),
}

export const templateWords = {
  singular: template,
  plural: say('Templates', 'Vorlagen', 'Modelos'),
  about: say(
    'Flows that write copy, make images and bring them together.',
    'Abläufe, die Texte schreiben, Bilder machen und beides zusammenbringen.',
    'Fluxos que escrevem textos, fazem imagens e juntam tudo.',
  ),
  name: say('Name', 'Name', 'Nome'),
  description: say('Description', 'Beschreibung', 'Descrição'),
  descriptionHelp: say(
    'What it makes and when to use it, in a sentence or two.',
    'Was sie macht und wann man sie nimmt, in ein, zwei Sätzen.',
    'O que faz e quando usar, numa ou duas frases.',
  ),
  category: say('Category', 'Kategorie', 'Categoria'),
  workspace,
  graph: say('Flow', 'Ablauf', 'Fluxo'),
  createdBy: say('Created by', 'Erstellt von', 'Criado por'),
  nodeCount: say('Steps', 'Schritte', 'Passos'),
  usageCount: say('Times used', 'Wie oft genutzt', 'Vezes usado'),
  successRate: say('Success rate', 'Erfolgsquote', 'Taxa de sucesso'),
  averageExecutionMs: say(
    'Average duration (ms)',
    'Durchschnittliche Dauer (ms)',
    'Duração média (ms)',
  ),
}
