'use client'

import { useState } from 'react'

import { Icon, type IconName } from '../shared/Icon/index.js'

/** A picture that says nothing beside its name; where it cannot be shown, an icon keeps its place. */
export function Picture({ url, instead = 'image' }: { url: string | null; instead?: IconName }) {
  const [broken, setBroken] = useState<string | null>(null)
  if (url === null || broken === url) return <Icon name={instead} size={20} />
  return (
    <img
      alt=""
      decoding="async"
      draggable={false}
      loading="lazy"
      onError={() => setBroken(url)}
      src={url}
    />
  )
}
