/** Server components, by their paths in the config: `payload-workflows/rsc#Name`. */
export { Gallery } from '../admin-components/gallery/GalleryView.js'
export { Monitor } from '../admin-components/monitor/View.js'
