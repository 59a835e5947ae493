export const mailWords = {
  autoAt: 'If nobody answers, it approves itself on {{time}}.',
  noClock: 'It waits until somebody answers.',
  open: 'Open the review',
  subject: 'Waiting for your review: {{label}} · {{template}}',
  waits: '“{{label}}” in “{{template}}” waits for your answer.',
  waitsBy: '“{{label}}” in “{{template}}” waits for your answer. It was launched by {{by}}.',
  where: 'You find it in the admin panel under Workflows, Reviews.',
}
