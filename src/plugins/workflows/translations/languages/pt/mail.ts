export const mailWords = {
  autoAt: 'Se ninguém responder, é aprovado sozinho em {{time}}.',
  noClock: 'Espera até alguém responder.',
  open: 'Abrir a revisão',
  subject: 'À espera da sua revisão: {{label}} · {{template}}',
  waits: '“{{label}}” em “{{template}}” espera pela sua resposta.',
  waitsBy: '“{{label}}” em “{{template}}” espera pela sua resposta. Foi iniciado por {{by}}.',
  where: 'Está no painel de administração, em Workflows, Revisões.',
}
