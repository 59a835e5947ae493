import { fork } from 'node:child_process'

import { inRepository, typeScript } from '../../../scripts/repository.js'
import { startFakeOpenAI } from '../../../tests/support/fakeOpenAI.js'

/** The provider as it is in life: somebody else's computer. What it costs to write an answer is not the worker's. */
export async function startProvider(): Promise<{ url: string; close: () => void }> {
  const child = fork(inRepository('bench/peers/engine/providerProcess.ts'), [], {
    execArgv: [...typeScript('').slice(0, 2), '--conditions=production'],
    env: { ...process.env, BENCH_PROVIDER: '1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(String(message)))
    child.once('exit', (code) => reject(new Error(`The provider ended with code ${code}.`)))
  })
  return { url, close: () => void child.kill() }
}

if (process.env.BENCH_PROVIDER && process.send) {
  // Whoever asked is gone, however it went.
  process.once('disconnect', () => process.exit(0))
  const { url } = await startFakeOpenAI()
  process.send(url)
}
