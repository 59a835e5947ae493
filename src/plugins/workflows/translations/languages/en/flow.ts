export const flowWords = {
  fit: 'Show all of it',
  follow: 'Follow',
  following: 'Following',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
}
