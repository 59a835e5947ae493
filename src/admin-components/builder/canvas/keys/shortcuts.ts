import type { WordKey } from '../../../../plugins/workflows/translations/types.js'

/** What a key does; the handlers are in useShortcuts.ts, the map shows all of them. */
export type ShortcutId =
  | 'addNode'
  | 'addNote'
  | 'connect'
  | 'copy'
  | 'cut'
  | 'duplicate'
  | 'edges'
  | 'fit'
  | 'help'
  | 'leave'
  | 'menu'
  | 'move'
  | 'open'
  | 'paste'
  | 'redo'
  | 'remove'
  | 'rename'
  | 'save'
  | 'selectAll'
  | 'tidy'
  | 'undo'
  | 'walk'
  | 'zoom'

export interface Shortcut {
  id: ShortcutId
  /** `Mod` is Ctrl, and ⌘ on a Mac. Several ways are separated. */
  keys: string[]
}

/** The keyboard map, as the dialog shows it. */
export const SHORTCUT_GROUPS: { key: 'arrange' | 'edit' | 'go' | 'make'; shortcuts: Shortcut[] }[] =
  [
    {
      key: 'make',
      shortcuts: [
        { id: 'addNode', keys: ['/'] },
        { id: 'connect', keys: ['C'] },
        { id: 'addNote', keys: ['N'] },
        { id: 'rename', keys: ['F2'] },
        { id: 'remove', keys: ['Del'] },
        { id: 'menu', keys: ['M'] },
      ],
    },
    {
      key: 'edit',
      shortcuts: [
        { id: 'undo', keys: ['Mod Z'] },
        { id: 'redo', keys: ['Mod Shift Z'] },
        { id: 'copy', keys: ['Mod C'] },
        { id: 'cut', keys: ['Mod X'] },
        { id: 'paste', keys: ['Mod V'] },
        { id: 'duplicate', keys: ['Mod D'] },
        { id: 'selectAll', keys: ['Mod A'] },
        { id: 'save', keys: ['Mod S'] },
      ],
    },
    {
      key: 'go',
      shortcuts: [
        { id: 'walk', keys: ['Tab', 'Shift Tab'] },
        { id: 'edges', keys: ['E'] },
        { id: 'open', keys: ['Enter'] },
        { id: 'leave', keys: ['Esc'] },
        { id: 'help', keys: ['?'] },
      ],
    },
    {
      key: 'arrange',
      shortcuts: [
        { id: 'move', keys: ['← ↑ → ↓', 'Shift'] },
        { id: 'tidy', keys: ['L'] },
        { id: 'fit', keys: ['F'] },
        { id: 'zoom', keys: ['0', '+', '−'] },
      ],
    },
  ]

export const wordOf = (id: ShortcutId): WordKey => `builder:key_${id}`
