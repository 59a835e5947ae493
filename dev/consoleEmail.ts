import type { EmailAdapter } from 'payload'

/** Shows mails in the terminal: the demo has no mail server, and people should see that one was sent. */
export const consoleEmail: EmailAdapter = ({ payload }) => ({
  name: 'console',
  defaultFromAddress: 'workflows@example.com',
  defaultFromName: 'Payload Workflows demo',
  sendEmail: async ({ to, subject }) => {
    payload.logger.info({ msg: `Email to ${JSON.stringify(to)}: ${subject}` })
  },
})
