'use client'

import { useSyncExternalStore } from 'react'

import type { BuilderHandle } from '../context.js'
import type { BuilderState } from '../store/types.js'

/** As `useBuilderState`, for the toolbar, which is no child of the builder and may be there before it. */
export function useBuilderPart<Picked>(
  handle: BuilderHandle | null,
  pick: (state: BuilderState) => Picked,
  otherwise: Picked,
): Picked {
  const read = () => (handle ? pick(handle.store.getState()) : otherwise)
  return useSyncExternalStore(handle?.store.subscribe ?? never, read, () => otherwise)
}

const never = () => () => undefined
