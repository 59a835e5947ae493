import { type ChildProcess, fork } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

import type { Answer, Request } from './host.js'

import { inRepository, typeScript } from '../../scripts/repository.js'
import { type Peer, PeerAbsentError, type PeerName, type PeerSite, type Run } from './types.js'

export interface RunningPeer extends Peer {
  databaseUri: string
  /** Stops the process where it stands: what waits for its turn must cost the others nothing. */
  freeze: () => void
  thaw: () => Promise<void>
}

/** What a process does first after it stood still (beats, looks for work) is not what is measured. */
const SETTLE_MS = 400

const living = new Set<ChildProcess>()
process.on('exit', () => living.forEach((child) => child.kill('SIGKILL')))

/**
 * A peer in a process of its own, set up. Launcher and worker of a peer are together in it, for every peer alike.
 * @throws PeerAbsentError when it is not installed
 */
export async function startPeer(name: PeerName, site: PeerSite): Promise<RunningPeer> {
  const child = fork(inRepository('bench/peers/host.ts'), [], {
    cwd: inRepository(),
    execArgv: [...typeScript('').slice(0, 2), '--expose-gc', '--conditions=production'],
    env: {
      ...process.env,
      // As servers run.
      NODE_ENV: 'production',
      WORKFLOWS_PROCESS: 'bench',
      PAYLOAD_LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  living.add(child)
  let said = ''
  for (const pipe of [child.stdout, child.stderr]) {
    pipe?.on('data', (piece: Buffer) => (said = (said + piece.toString()).slice(-4_000)))
  }

  const ask = (request: Request): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const onMessage = (answer: Answer) => {
        child.off('exit', onExit)
        if (answer.ok) return resolve(answer.value)
        reject(
          answer.absent
            ? new PeerAbsentError(answer.message)
            : new Error(`${name}: ${answer.stack ?? answer.message}`),
        )
      }
      const onExit = (code: number | null) => {
        child.off('message', onMessage)
        reject(new Error(`${name} ended with code ${code}.\n${said}`))
      }
      child.once('message', onMessage)
      child.once('exit', onExit)
      child.send(request)
    })
  const end = () => {
    living.delete(child)
    child.kill('SIGKILL')
  }

  try {
    await ask({ call: 'setUp', name, site })
  } catch (error) {
    end()
    throw error
  }
  return {
    databaseUri: site.databaseUri,
    setUp: async () => undefined,
    run: async (workload) => (await ask({ call: 'run', workload })) as Run,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: async () => {
      child.kill('SIGCONT')
      await sleep(SETTLE_MS)
    },
    tearDown: async () => {
      child.kill('SIGCONT')
      await ask({ call: 'tearDown' }).catch(() => undefined)
      end()
    },
  }
}
