import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { claimUntoldReviews } from '../../src/plugins/workflows/db/statements/claimUntoldReviews.js'
import { getEngine } from '../../src/plugins/workflows/runtime/engine.js'
import { createReviewMailer } from '../../src/plugins/workflows/runtime/reviewMail/createReviewMailer.js'
import {
  copy,
  EXECUTIONS,
  flow,
  review,
  startWorkflowSite,
  type WorkflowSite,
} from '../support/workflow.js'

interface Mail {
  to: string
  subject: string
  text: string
  html: string
}

let site: WorkflowSite
let mails: Mail[] = []
/** What the adapter does with a mail. */
let deliver: (mail: Mail) => Promise<void> = () => Promise.resolve()

beforeAll(async () => {
  site = await startWorkflowSite({ name: 'mails' })
  site.payload.config.serverURL = 'https://studio.example'
  site.payload.sendEmail = async (message) => {
    const mail = message as Mail
    mails.push(mail)
    await deliver(mail)
  }
})
afterAll(() => site.stop())
afterEach(() => {
  mails = []
  deliver = () => Promise.resolve()
  getEngine(site.payload).site.options.reviewMails = 'all'
})

const wait = async (config: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => {
  const execution = await site.run(
    flow([copy('posts'), review('look', config)], 'posts>look'),
    more,
  )
  await site.until(execution.id, 'paused')
  return execution.id
}
const mailsOf = (id: string) => mails.filter(({ text }) => text.includes(id))
const receiversOf = (id: string) =>
  mailsOf(id)
    .map(({ to }) => to)
    .toSorted()
const until = (id: string, count: number) =>
  expect.poll(() => mailsOf(id).length, { timeout: 20_000 }).toBe(count)
/** A mailer goes through reviews in the order in which they began: one more, and all before it are over. */
const settled = async () => {
  getEngine(site.payload).site.options.reviewMails = 'all'
  await until(await wait({ reviewers: ['demo@example.com'] }), 1)
}
const mailer = () => createReviewMailer(getEngine(site.payload))

describe('mail to reviewers', () => {
  it('should reach every editor of the workspace once, with a link to the monitor', async () => {
    const id = await wait({ instructions: 'Is the price right?', autoApproveAfterMinutes: 90 })
    await settled()
    expect(receiversOf(id)).toEqual(['demo@example.com', 'editor@example.com'])
    const [{ subject, text, html }] = mailsOf(id) as [Mail]
    expect(subject).toBe('Waiting for your review: The look · A flow')
    const url = `https://studio.example/admin/collections/workflow-executions/${id}`
    expect(text).toContain('It was launched by Emil Editor.')
    expect(text).toContain('Is the price right?')
    expect(text).toMatch(/approves itself on .* UTC/)
    expect(text).toContain(url)
    expect(html).toContain(`<a href="${url}">`)
  })

  it('should reach those who are named, if they may read it', async () => {
    const id = await wait({ reviewers: ['viewer@example.com', 'rival@example.com'] })
    await settled()
    expect(receiversOf(id)).toEqual(['viewer@example.com'])
  })

  it('should say nothing twice, however many workers look at once', async () => {
    const id = await wait({ reviewers: ['demo@example.com'] })
    const others = Array.from({ length: 8 }, mailer)
    for (const other of others) other.look()
    await Promise.all(others.map((other) => other.stop()))
    await settled()
    expect(mailsOf(id)).toHaveLength(1)
  })

  it('should say nothing again after a process died between the claim and the mail', async () => {
    const id = await wait()
    await settled()
    const sent = mailsOf(id).length
    // As the process left it: claimed. Nobody looks at it a second time.
    expect(await claimUntoldReviews(getEngine(site.payload).pools.durable)).toEqual([])
    await settled()
    expect(mailsOf(id)).toHaveLength(sent)
  })

  it('should show what people wrote as text', async () => {
    const hostile = '<script>alert(1)</script> & "quotes" \'n\' <img src=x onerror=alert(1)>'
    const graph = flow([copy('posts'), review('look', { instructions: hostile })], 'posts>look')
    graph.nodes[1]!.label = 'Bcc: everybody\r\nBcc: <b>all</b>'
    const { id } = await site.launch(await site.template(graph, { name: '<i>Flow</i>' }))
    await site.until(id, 'paused')
    await until(id, 2)
    const [{ subject, text, html }] = mailsOf(id) as [Mail]
    expect(subject).not.toMatch(/[\r\n]/)
    expect(text).toContain(hostile)
    expect(html).not.toMatch(/<(script|img|b|i)\b/)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;')
  })

  it('should never be the execution’s trouble when it fails', async () => {
    deliver = () => Promise.reject(new Error('The mail server is on fire.'))
    const id = await wait()
    await until(id, 2)
    const answer = { nodeId: 'look', decision: 'approve' }
    expect((await site.post('demo', `${EXECUTIONS}/${id}/review`, answer)).status).toBe(200)
    await site.until(id, 'completed')
  })

  it('should stay away when it is switched off, and when nobody is named but must be', async () => {
    const { options } = getEngine(site.payload).site
    options.reviewMails = false
    const off = await wait({ reviewers: ['demo@example.com'] })
    await told()
    options.reviewMails = 'named'
    const unnamed = await wait()
    await told()
    await settled()
    expect([...mailsOf(off), ...mailsOf(unnamed)]).toEqual([])
  })

  it('should stay away from test runs', async () => {
    const test = await wait({}, { test: true })
    await settled()
    expect(mailsOf(test)).toEqual([])
  })
})

/** Every review has been claimed. */
const told = () =>
  expect
    .poll(
      async () =>
        (await site.sql.query('select 1 from payload_workflows.review where told_at is null'))
          .rowCount,
      { timeout: 20_000 },
    )
    .toBe(0)
