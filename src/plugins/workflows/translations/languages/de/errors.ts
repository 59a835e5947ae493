import type { Words } from '../../types.js'

export const errorWords: Words['errors'] = {
  bad_origin:
    'Diese Anfrage wurde einer anderen Website zugeschrieben. Laden Sie die Seite neu und versuchen Sie es erneut.',
  conflict:
    'Jemand anderes hat dies im selben Moment geändert. Sehen Sie nach und versuchen Sie es erneut.',
  images_not_found: 'Ein Bild ist nicht mehr da. Vielleicht hat es jemand gelöscht.',
  internal:
    'Auf dem Server ist etwas schiefgegangen. Nichts wurde geändert; versuchen Sie es erneut.',
  network:
    'Der Server war nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
  not_authenticated:
    'Sie sind abgemeldet. Melden Sie sich in einem anderen Tab an und versuchen Sie es erneut.',
  role_too_low:
    'Sie dürfen dies ansehen, aber nicht ändern. Fragen Sie jemanden, der es bearbeitet, oder einen Inhaber des Arbeitsbereichs.',
  view: 'Dieser Teil der Seite kann nicht angezeigt werden.',
  viewKept: 'Alles andere auf der Seite funktioniert, und nichts ging verloren.',
}
