'use client'

import { useEffect, useState } from 'react'

import type { WorkflowsClient } from '../../client/createWorkflowsClient.js'

const LOOK_MS = 10_000
/** A worker takes a new execution within a second; asking at once would cry wolf. */
const FIRST_MS = 1_500

/** Whether work waits while nobody works. Asks only while nothing moves. */
export function useWorkers({ api, idle }: { api: WorkflowsClient; idle: boolean }): boolean {
  const [missing, setMissing] = useState(false)
  useEffect(() => {
    if (!idle) return
    let gone = false
    const look = async () => {
      try {
        const { workers } = await api.health()
        if (!gone) setMissing(workers === 0)
      } catch {
        // Not to be known now; the monitor itself says when the server is away.
      }
    }
    const first = setTimeout(() => void look(), FIRST_MS)
    const timer = setInterval(() => void look(), LOOK_MS)
    return () => {
      gone = true
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [api, idle])
  return idle && missing
}
