export const flowWords = {
  found: 'Passos encontrados',
  map: 'Mapa do fluxo',
  none: 'Nenhum passo tem esse nome',
  search: 'Encontrar um passo',
  fit: 'Mostrar tudo',
  follow: 'Seguir',
  following: 'A seguir',
  zoomIn: 'Aproximar',
  zoomOut: 'Afastar',
}
