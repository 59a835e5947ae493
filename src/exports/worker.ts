/** For the process that runs workflows: the only entry that touches graphile-worker. */
export { migrateEngine } from '../jobs/migrate.js'
export { startWorker, type WorkflowsWorker } from '../jobs/worker.js'
