export const flowWords = {
  found: 'Gefundene Schritte',
  map: 'Übersicht des Ablaufs',
  none: 'So heißt kein Schritt',
  search: 'Schritt suchen',
  fit: 'Alles zeigen',
  follow: 'Folgen',
  following: 'Folgt',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
}
