import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { waitFor } from '../support/waitFor.js'
import { attachmentsOn } from './support/attachmentsPage.js'
import { startAttachmentsSite, VIEWER, type AttachmentsSite } from './support/attachmentsSite.js'
import { seriousFindings } from './support/seriousFindings.js'
import { setTheme, shoot } from './support/shoot.js'

let site: AttachmentsSite

beforeAll(async () => {
  site = await startAttachmentsSite()
  // The admin may have to be built first.
}, 900_000)
afterAll(() => site?.stop())

/** On a busy machine a page of the admin alone takes its time. */
const PATIENCE = { timeout: 180_000 }

const png = async (name: string) => ({
  name,
  mimeType: 'image/png',
  buffer: await site.bytes(name),
})
const close = (page: Page) => page.context().close()

/** A body that shows another document, which opens in a drawer. */
const linkTo = (value: string) => {
  const node = {
    type: 'relationship',
    version: 2,
    format: '' as const,
    relationTo: 'documents',
    value,
  }
  const root = { type: 'root', version: 1, format: '' as const, indent: 0, direction: null }
  return { body: { root: { ...root, children: [node] } } }
}

describe('images of a document', PATIENCE, () => {
  it('should attach existing and new ones, arrange them, and show the same after a reload', async () => {
    const document = await site.addDocument('Everything at once')
    const page = await site.open(document)
    const images = attachmentsOn(page)
    await images.openDialog()
    await images.option('harbour-evening.png').click()
    await images.option('fjord-road.png').click()
    await images.option('city-park.png').click()
    await images.tab('Upload new').click()
    await images.chooseFiles([await png('front_wheel.png'), await png('Handlebar.png')])
    expect(await page.getByLabel('Alt text of front_wheel.png').inputValue()).toBe('Front wheel')
    await page.getByLabel('Alt text of Handlebar.png').fill('A handlebar from above')
    expect(await images.sum()).toMatch(/^5 selected · .* · 15 more fit on this document$/)
    await images.attachButton().click()
    await images.closed()

    await images.makePrimary('front_wheel.png')
    await images.press('fjord-road.png', 'Alt+ArrowLeft', 'Alt+ArrowDown')
    expect(await images.focused()).toBe('Open fjord-road.png')
    await images.detach('city-park.png')
    await site.storedAs(document, [
      'harbour-evening.png',
      'front_wheel.png*',
      'Handlebar.png',
      'fjord-road.png',
    ])

    await page.reload()
    await images.card('front_wheel.png').waitFor()
    expect(await images.names()).toEqual([
      'harbour-evening.png',
      'front_wheel.png',
      'Handlebar.png',
      'fjord-road.png',
    ])
    expect(await images.card('front_wheel.png').getByText('Primary').count()).toBe(1)
    const { docs } = await site.payload.find({
      collection: 'media',
      where: { filename: { in: ['Handlebar.png', 'city-park.png'] } },
      sort: 'filename',
    })
    expect(docs).toMatchObject([{ alt: 'A handlebar from above' }, { alt: 'city park' }])
    await close(page)
  })

  it('should take at most four clicks for an image that is there', async () => {
    const page = await site.open(await site.addDocument('Four clicks'))
    await page.evaluate(() => {
      document.documentElement.dataset.clicks = '0'
      const count = () => {
        const { dataset } = document.documentElement
        dataset.clicks = String(Number(dataset.clicks) + 1)
      }
      document.addEventListener('click', count, true)
    })
    const images = attachmentsOn(page)
    await images.openDialog()
    await images.option('lake-path.png').click()
    await images.attachButton().click()
    await images.card('lake-path.png').waitFor()
    const clicks = await page.evaluate(() => Number(document.documentElement.dataset.clicks))
    expect(clicks).toBeLessThanOrEqual(4)
    await close(page)
  })

  it('should move an image by dragging it, and not open it', async () => {
    const document = await site.addDocument('Dragged', ['blue-hour', 'canal-side', 'city-park'])
    const page = await site.open(document)
    const images = attachmentsOn(page)
    // Waits until it stands still.
    await images.card('city-park.png').hover({ position: { x: 40, y: 40 } })
    const from = await images.card('city-park.png').boundingBox()
    const to = await images.card('blue-hour.png').boundingBox()
    if (!from || !to) throw new Error('The cards are not to be seen.')
    await page.mouse.move(from.x + 40, from.y + 40)
    await page.mouse.down()
    await page.mouse.move(from.x + 20, from.y + 40, { steps: 4 })
    await page.mouse.move(to.x + 30, to.y + 50, { steps: 8 })
    await page.mouse.up()
    await site.storedAs(document, ['city-park.png', 'blue-hour.png*', 'canal-side.png'])
    expect(await images.names()).toEqual(['city-park.png', 'blue-hour.png', 'canal-side.png'])
    expect(await page.locator('.doc-drawer').count()).toBe(0)
    await close(page)
  })

  it('should bring back what was detached by mistake', async () => {
    const names = ['blue-hour', 'canal-side', 'city-park']
    const document = await site.addDocument('Undone', names)
    const page = await site.open(document)
    const images = attachmentsOn(page)
    await images.detach('blue-hour.png')
    const undo = page.getByRole('button', { name: 'Undo' })
    // With the pointer over it, it stays.
    await undo.hover()
    await site.storedAs(document, ['canal-side.png*', 'city-park.png'])
    expect(await images.focused()).toBe('Open canal-side.png')
    await undo.click()
    await site.storedAs(document, ['blue-hour.png*', 'canal-side.png', 'city-park.png'])
    await close(page)
  })

  it('should name what does not fit and attach the rest', async () => {
    const document = await site.addDocument('Too much', ['blue-hour'])
    await site.payload.db.pool.query('update media set filesize = 20000000 where id = $1', [
      site.pictures.enormous,
    ])
    const page = await site.open(document)
    const images = attachmentsOn(page)
    await images.openDialog()
    for (const [name, why] of [
      ['blue-hour.png', 'Attached'],
      ['enormous.png', 'Over 10 MB'],
    ] as const) {
      // Forced: what may not be chosen is disabled, and a click on it must change nothing.
      await images.option(name).click({ force: true })
      expect(await images.option(name).getAttribute('aria-disabled')).toBe('true')
      expect(await images.option(name).textContent()).toContain(why)
    }
    expect(await images.sum()).toBe('19 more fit on this document')
    await images.tab('Upload new').click()
    await images.chooseFiles([
      await png('good.png'),
      { name: 'notes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('notes') },
      { name: 'huge.png', mimeType: 'image/png', buffer: Buffer.alloc(10 * 1024 * 1024 + 1) },
      { name: 'lying.png', mimeType: 'image/png', buffer: Buffer.from('no picture at all') },
    ])
    expect(await images.row('notes.pdf').textContent()).toContain('Not an image')
    expect(await images.row('huge.png').textContent()).toContain('Larger than 10 MB')
    await images.attachButton().click()
    await page.getByText('1 file could not be uploaded. The others are attached.').waitFor()
    expect(await images.row('lying.png').textContent()).toContain('Not uploaded.')
    expect(await site.stored(document)).toEqual(['blue-hour.png*', 'good.png'])
    await close(page)
  })
})

describe('the dialog', PATIENCE, () => {
  it('should be worked by keyboard, ask before it loses a choice, and give the focus back', async () => {
    const page = await site.open(await site.addDocument('By keyboard'))
    const images = attachmentsOn(page)
    await images.openDialog()
    await images.option('harbour-evening.png').waitFor()
    await page.getByRole('searchbox').fill('a')
    await images.option('old-town-noon.png').waitFor({ state: 'detached' })
    await images.option('canal-side.png').waitFor()
    await page.getByRole('searchbox').fill('')
    // Nothing is searched any more that would take the focus with it.
    await images.option('old-town-noon.png').waitFor()
    await images.option('harbour-evening.png').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    const chosen = page.locator('[role=option][aria-selected=true]')
    expect(await chosen.count()).toBe(3)
    await page.keyboard.press('Escape')
    await page.getByText('Leave without attaching?').waitFor()
    expect(await images.focused()).toBe('Keep choosing')
    await page.keyboard.press('Enter')
    expect(await chosen.count()).toBe(3)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Leave', exact: true }).click()
    await images.closed()
    await waitFor('the focus', async () => (await images.focused()) === 'Attach images')
    await close(page)
  })

  it('should find by any words, here or in all of the workspace', async () => {
    const page = await site.open(await site.addDocument('Searching'))
    const images = attachmentsOn(page)
    await images.openDialog()
    await page.getByPlaceholder(/^Search \d+ images of Summer Launch$/).fill('EVENING harb')
    // By attribute: the entries of the sort menu are options as well.
    const found = page.locator('[role="option"]')
    await waitFor('one image', async () => (await found.count()) === 1)
    await page.getByRole('searchbox').fill('nothing like this')
    await page.getByText('Nothing matches “nothing like this”').waitFor()
    await page.getByRole('button', { name: 'Clear the search' }).click()
    await page.getByRole('switch', { name: 'All of the workspace' }).click()
    await page.getByPlaceholder(/^Search \d+ images of the workspace$/).waitFor()
    await close(page)
  })
})

describe('states', PATIENCE, () => {
  it('should ask to save a new document first, and go on by itself then', async () => {
    const page = await site.open('create')
    await page.getByText('Save the document first').waitFor()
    await page.locator('input[name=title]').fill('Fresh')
    await page.getByRole('button', { name: 'Save Draft' }).click()
    await page.getByRole('button', { name: 'Attach images', exact: true }).waitFor()
    await close(page)
  })

  it('should work in a drawer over another document, and leave that one as it is', async () => {
    const inner = await site.addDocument('The inner one')
    const outer = await site.addDocument('The outer one')
    await site.payload.update({ collection: 'documents', id: outer, data: linkTo(inner) })
    const page = await site.open(outer)
    await page.locator('[contenteditable=true]').getByText('The inner one').click()
    const drawer = page.locator('.doc-drawer').filter({ hasText: 'The inner one' })
    await drawer.getByRole('button', { name: 'Attach images', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Attach images' })
    await dialog.getByRole('option').filter({ hasText: 'lake-path.png' }).click()
    await dialog.getByRole('button', { name: 'Attach 1 image' }).click()
    await drawer.locator('.workflows-image-card').waitFor()
    await site.storedAs(inner, ['lake-path.png*'])
    expect(await site.stored(outer)).toEqual([])
    await shoot(page, 'attachments', 'drawer')
    await close(page)
  })

  it('should only show them to those who may not change the document', async () => {
    const document = await site.addDocument('To look at', ['blue-hour', 'canal-side'])
    const page = await site.open(document, VIEWER)
    await page.getByText(/^You may look at these images, but not change them/).waitFor()
    expect(await page.locator('.workflows-images').getByRole('button').allTextContents()).toEqual([
      '',
      '',
    ])
    await close(page)
  })

  it('should say when they cannot be loaded, and try again', async () => {
    const document = await site.addDocument('Unlucky', ['blue-hour'])
    const page = await site.open('create')
    await page.route('**/attachments', (route) => route.abort())
    await page.goto(`${site.url}/admin/collections/documents/${document}`)
    await page.getByText('The images could not be loaded').waitFor()
    await page.unroute('**/attachments')
    await page.getByRole('button', { name: 'Try again' }).click()
    await attachmentsOn(page).card('blue-hour.png').waitFor()
    await close(page)
  })

  it('should name the workflow that attached an image', async () => {
    const document = await site.addDocument('Provenance', ['blue-hour', 'canal-side'])
    const { workspace } = await site.payload.findByID({
      collection: 'documents',
      id: document,
      depth: 0,
    })
    const { id } = await site.payload.create({
      collection: 'workflow-executions',
      data: { id: 'e2e-execution', templateName: 'Facebook Ads Campaign', workspace },
    })
    await site.payload.update({
      collection: 'document-attachments',
      where: { image: { equals: site.pictures['canal-side'] } },
      data: { execution: id },
    })
    const page = await site.open(document)
    const link = page.getByRole('link', { name: 'Attached by workflow Facebook Ads Campaign' })
    expect(await link.getAttribute('href')).toMatch(/workflow-executions\/e2e-execution$/)
    expect(await site.attached(document)).toMatchObject([
      { attachedBy: { kind: 'person', name: 'Emil Editor', executionId: null } },
      { attachedBy: { kind: 'execution', templateName: 'Facebook Ads Campaign', executionId: id } },
    ])
    await close(page)
  })
})

it('should look as it is drawn, and leave axe nothing serious to find', PATIENCE, async () => {
  const names = ['harbour-evening', 'bridge-climb', 'fjord-road', 'market-square', 'gravel-climb']
  const document = await site.addDocument('9.8 kg between you and the office', names)
  const page = await site.open(document)
  const images = attachmentsOn(page)
  const look = async (name: string, within: string) => {
    await shoot(page, 'attachments', name)
    for (const theme of ['dark', 'light']) {
      await setTheme(page, theme)
      expect(await seriousFindings(page, within)).toEqual([])
    }
  }
  await images.card('bridge-climb.png').hover()
  await look('field', '.workflows-images')
  await images.openDialog()
  await images.option('old-town-noon.png').click()
  await images.option('lake-path.png').click()
  await look('library', '[role=dialog]')
  await images.tab('Upload new').click()
  await look('upload', '[role=dialog]')
  await images.chooseFiles([
    await png('front_wheel.png'),
    { name: 'notes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('notes') },
  ])
  await images.row('notes.pdf').waitFor()
  await look('upload-files', '[role=dialog]')
  await close(page)
  const empty = await site.open(await site.addDocument('Nothing yet'))
  await shoot(empty, 'attachments', 'empty')
  expect(await seriousFindings(empty, '.workflows-images')).toEqual([])
  await close(empty)
})
