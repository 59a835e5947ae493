export const flowWords = {
  found: 'Steps found',
  map: 'Map of the flow',
  none: 'No step is called that',
  search: 'Find a step',
  fit: 'Show all of it',
  follow: 'Follow',
  following: 'Following',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
}
