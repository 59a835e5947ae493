/** Server components, by their paths in the config: `payload-workflows/rsc#Name`. */
export { BuilderField } from '../admin-components/builder/field/BuilderField.server.js'
export { GraphDiff } from '../admin-components/builder/versions/GraphDiff.js'
export { Gallery } from '../admin-components/gallery/GalleryView.js'
export { Monitor } from '../admin-components/monitor/View.js'
export { Reviews } from '../admin-components/reviews/View.js'
