export const flowWords = {
  fit: 'Alles zeigen',
  follow: 'Folgen',
  following: 'Folgt',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
}
