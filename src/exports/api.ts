/** The client alone: no React, nothing of the admin. For scripts, tests and other servers. */
export * from '../client/index.js'
