import { spawn } from 'node:child_process'

import type { Place } from './place.js'

/**
 * `cat` returns when this process is gone, in whatever way, for the system then closes the pipe. What
 * follows is `leaveUsers` and the server's orderly stop, in a language that costs no memory to wait in.
 */
const SCRIPT = `
cat > /dev/null
cd "$1" || exit 0
rm "users/$2" 2> /dev/null || exit 0
for user in users/*; do
  kill -0 "\${user#users/}" 2> /dev/null && exit 0
done
kill -INT "$(head -n 1 cluster/postmaster.pid)"
`

/** Sees to it that not even SIGKILL leaves a server behind that nobody uses. */
export const watchOver = (place: Place): void => {
  if (process.platform === 'win32') return
  const watchdog = spawn('/bin/sh', ['-c', SCRIPT, 'watchdog', place.root, String(process.pid)], {
    // Out of our process group, which a signal may reach as a whole.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watchdog.on('error', () => {})
  watchdog.unref()
  const pipe: { unref?: () => void } | null = watchdog.stdin
  pipe?.unref?.()
}
