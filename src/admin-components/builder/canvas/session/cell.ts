'use client'

import { useSyncExternalStore } from 'react'

/** One value of the canvas that lives outside of React, so that who does not read it does not rerender. */
export interface Cell<Value> {
  get: () => Value
  /** Tells nobody when the value is the same. */
  set: (value: Value) => void
  subscribe: (listener: () => void) => () => void
}

export function createCell<Value>(initial: Value): Cell<Value> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useCell<Value>(cell: Cell<Value>): Value {
  return useSyncExternalStore(cell.subscribe, cell.get, cell.get)
}

/** Rerenders only when what is picked changes, by identity. */
export function useCellPart<Value, Part>(cell: Cell<Value>, pick: (value: Value) => Part): Part {
  const read = () => pick(cell.get())
  return useSyncExternalStore(cell.subscribe, read, read)
}
