export const mailWords = {
  autoAt: 'Antwortet niemand, wird am {{time}} von selbst freigegeben.',
  noClock: 'Es wartet, bis jemand antwortet.',
  open: 'Prüfung öffnen',
  subject: 'Wartet auf Ihre Prüfung: {{label}} · {{template}}',
  waits: '„{{label}}“ in „{{template}}“ wartet auf Ihre Antwort.',
  waitsBy: '„{{label}}“ in „{{template}}“ wartet auf Ihre Antwort. Gestartet von {{by}}.',
  where: 'Sie finden es in der Verwaltung unter Workflows, Prüfungen.',
}
