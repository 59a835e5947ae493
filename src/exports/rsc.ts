/** Server components, by their paths in the config: `payload-workflows/rsc#Name`. */
export {}
