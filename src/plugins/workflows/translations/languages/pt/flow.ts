export const flowWords = {
  fit: 'Mostrar tudo',
  follow: 'Seguir',
  following: 'A seguir',
  zoomIn: 'Aproximar',
  zoomOut: 'Afastar',
}
