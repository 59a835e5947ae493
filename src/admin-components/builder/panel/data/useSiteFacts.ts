'use client'

import { createSharedRead } from './readOnce.js'

/** What the providers of the site can write and paint with. */
export const useModels = createSharedRead((api) => api.models())

/** Where copies can go. */
export const useCollections = createSharedRead((api) => api.collections())
