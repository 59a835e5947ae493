import { randomBytes } from 'node:crypto'

import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { waitFor } from '../support/waitFor.js'
import { attachmentsOn } from './support/attachmentsPage.js'
import {
  EDITOR,
  startAttachmentsSite,
  VIEWER,
  type AttachmentsSite,
} from './support/attachmentsSite.js'
import { flick } from './support/flick.js'
import { seriousFindings } from './support/seriousFindings.js'
import { shootHere } from './support/shoot.js'

let site: AttachmentsSite

beforeAll(async () => {
  site = await startAttachmentsSite()
  // The admin may have to be built first.
}, 900_000)
afterAll(() => site?.stop())

/** On a busy machine a page of the admin alone takes its time. */
const PATIENCE = { timeout: 180_000 }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const THREE = ['blue-hour', 'canal-side', 'city-park']

const close = (page: Page) => page.context().close()
const toolbarButton = (page: Page) =>
  page.getByRole('button', { name: 'Attach images to this document' })

/** One finger from the middle of `from` to the middle of `to`. */
const swipe = async (page: Page, from: string, to: string) => {
  const middleOf = async (selector: string) => {
    const box = await page.locator(selector).boundingBox()
    if (!box) throw new Error(`${selector} is not to be seen.`)
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  // A finger hits what lies above: no toast any more.
  for (const place of [to, from]) await page.locator(place).tap({ trial: true })
  const [start, end] = [await middleOf(from), await middleOf(to)]
  const devtools = await page.context().newCDPSession(page)
  const send = (
    type: 'touchEnd' | 'touchMove' | 'touchStart',
    touchPoints: { x: number; y: number }[],
  ) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints })
  await send('touchStart', [start])
  for (let step = 1; step <= 6; step++) {
    const part = step / 6
    await send('touchMove', [
      { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part },
    ])
  }
  await send('touchEnd', [])
}

describe('on a phone', PATIENCE, () => {
  it('should have every button in its card, large enough for a finger, and clear of the label', async () => {
    const document = await site.addDocument('By finger', THREE)
    const page = await site.open(document, EDITOR, PHONE)
    const cards = await page.locator('.workflows-image-card').evaluateAll((all) =>
      all.map((card) => {
        const box = card.getBoundingClientRect()
        const buttons = [...card.querySelectorAll('.workflows-image-card__over button')]
        const label = card.querySelector('.workflows-image-card__primary')?.getBoundingClientRect()
        const isIn = (button: DOMRect) => button.left >= box.left && button.right <= box.right
        return {
          count: buttons.length,
          fit: buttons.map((button) => button.getBoundingClientRect()).every(isIn),
          sizes: [
            ...new Set(buttons.map((button) => Math.min(button.clientWidth, button.clientHeight))),
          ],
          clear: buttons.every((button) => {
            const { bottom } = button.getBoundingClientRect()
            return !label || bottom <= label.top
          }),
        }
      }),
    )
    expect(cards.map(({ count }) => count)).toEqual([3, 4, 4])
    expect(cards.every(({ fit, clear }) => fit && clear)).toBe(true)
    expect(cards.flatMap(({ sizes }) => sizes).every((size) => size >= 42)).toBe(true)
    expect(
      await page
        .locator('.workflows-images__grid')
        .evaluate((grid) => getComputedStyle(grid).gridTemplateColumns.split(' ').length),
    ).toBe(2)
    await page.locator('.workflows-attach-button').waitFor({ state: 'attached' })
    expect(await toolbarButton(page).isVisible()).toBe(false)
    await shootHere(page, 'attachments', 'phone')
    expect(await seriousFindings(page, '.workflows-images')).toEqual([])
    await close(page)
  })

  it('should attach, detach, choose the primary one and move by the handle', async () => {
    const document = await site.addDocument('All by finger', THREE)
    const page = await site.open(document, EDITOR, PHONE)
    await page.getByRole('button', { name: 'Attach images', exact: true }).tap()
    await attachmentsOn(page).option('lake-path.png').tap()
    await attachmentsOn(page).attachButton().tap()
    await attachmentsOn(page).closed()
    await site.storedAs(document, [
      'blue-hour.png*',
      'canal-side.png',
      'city-park.png',
      'lake-path.png',
    ])
    await page.getByRole('button', { name: 'Detach blue-hour.png' }).tap()
    await site.storedAs(document, ['canal-side.png*', 'city-park.png', 'lake-path.png'])
    await page.getByRole('button', { name: 'Make city-park.png the primary image' }).tap()
    await site.storedAs(document, ['canal-side.png', 'city-park.png*', 'lake-path.png'])
    await page.getByRole('button', { name: 'Move canal-side.png' }).scrollIntoViewIfNeeded()
    await swipe(page, '[aria-label="Move lake-path.png"]', '[aria-label="Move canal-side.png"]')
    await site.storedAs(document, ['lake-path.png', 'canal-side.png', 'city-park.png*'])
    await close(page)
  })
})

describe('in a narrow column', PATIENCE, () => {
  it('should keep all buttons of the primary image within its card', async () => {
    const document = await site.addDocument('Narrow', THREE)
    const page = await site.open(document, EDITOR, { viewport: { width: 1280, height: 800 } })
    const card = attachmentsOn(page).card('blue-hour.png')
    await card.hover()
    const box = await card.boundingBox()
    const detach = await card.getByRole('button', { name: 'Detach blue-hour.png' }).boundingBox()
    if (!box || !detach) throw new Error('The card is not to be seen.')
    expect(box.width).toBeLessThan(200)
    expect(detach.x + detach.width).toBeLessThanOrEqual(box.x + box.width - 8)
    expect(await card.getByText('Primary').textContent()).toBe('Primary')
    await close(page)
  })
})

describe('in a language from right to left', PATIENCE, () => {
  it('should be laid out and moved by keys from right to left', async () => {
    const document = await site.addDocument('From the right', THREE)
    const page = await site.open(document)
    await page.evaluate(() => (window.document.documentElement.dir = 'RTL'))
    const images = attachmentsOn(page)
    const leftOf = async (name: string) => (await images.card(name).boundingBox())?.x ?? NaN
    expect(await leftOf('blue-hour.png')).toBeGreaterThan(await leftOf('canal-side.png'))
    await images.press('blue-hour.png', 'Alt+ArrowLeft')
    await site.storedAs(document, ['canal-side.png', 'blue-hour.png*', 'city-park.png'])
    await close(page)
  })
})

describe('the button in the toolbar', PATIENCE, () => {
  it('should open the dialog and get the focus back', async () => {
    const document = await site.addDocument('From the toolbar', THREE)
    const page = await site.open(document)
    await toolbarButton(page).click()
    await page.getByRole('dialog', { name: 'Attach images' }).waitFor()
    await page.keyboard.press('Escape')
    await attachmentsOn(page).closed()
    await waitFor('the focus', async () =>
      (await attachmentsOn(page).focused()).startsWith('Attach images to'),
    )
    expect(await seriousFindings(page, '.doc-controls__controls')).toEqual([])
    await close(page)
  })

  it('should be there only where something may be attached', async () => {
    const document = await site.addDocument('Only to look at', THREE)
    for (const page of [await site.open(document, VIEWER), await site.open('create')]) {
      expect(await toolbarButton(page).count()).toBe(0)
      await close(page)
    }
  })
})

describe('many images', PATIENCE, () => {
  it('should come page by page, and be chosen in a range with Shift as far as there is room', async () => {
    await site.addPictures('many', 60)
    const page = await site.open(await site.addDocument('Many'))
    const images = attachmentsOn(page)
    await images.openDialog()
    const options = page.locator('li[role=option]')
    await images.option('many-59.png').waitFor()
    // Two pages at most: the next one is fetched a screen ahead.
    expect(await options.count()).toBeLessThan(73)
    const isComplete = async () => {
      await options.last().scrollIntoViewIfNeeded()
      return (await options.count()) === 73
    }
    await waitFor('all of them', isComplete)
    await images.option('many-59.png').click()
    await images.option('many-55.png').click({ modifiers: ['Shift'] })
    expect(await images.sum()).toMatch(/^5 selected · .* · 15 more fit/)
    await images.option('many-30.png').click({ modifiers: ['Shift'] })
    expect(await images.sum()).toMatch(/^20 selected · .* · No more fit on this document$/)
    await images.option('many-59.png').click()
    expect(await images.sum()).toMatch(/^19 selected · .* · 1 more fits on this document$/)
    await page.getByLabel('Sort by').selectOption({ label: 'Oldest first' })
    await waitFor('the oldest', async () =>
      ((await options.first().textContent()) ?? '').startsWith('enormous.png'),
    )
    expect(await images.sum()).toMatch(/^19 selected/)
    await images.attachButton().click()
    await images.closed()
    expect(await page.locator('.workflows-images__count').textContent()).toBe('19 of 20')
    await close(page)
  })
})

describe('by mouse', PATIENCE, () => {
  it('should move an image by a flick that ends before anything of it is drawn', async () => {
    const document = await site.addDocument('Flicked', ['blue-hour', 'canal-side', 'city-park'])
    const page = await site.open(document)
    const images = attachmentsOn(page)
    await flick(images.card('city-park.png'), images.card('blue-hour.png'))
    await site.storedAs(document, ['city-park.png', 'blue-hour.png*', 'canal-side.png'])
    await close(page)
  })
})

describe('by keyboard', PATIENCE, () => {
  it('should keep the focus on the image that was made the primary one', async () => {
    const document = await site.addDocument('Focus', THREE)
    const page = await site.open(document)
    await page.getByRole('button', { name: 'Make city-park.png the primary image' }).focus()
    await page.keyboard.press('Enter')
    await site.storedAs(document, ['blue-hour.png', 'canal-side.png', 'city-park.png*'])
    expect(await attachmentsOn(page).focused()).toBe('Open city-park.png')
    await close(page)
  })
})

describe('captions', PATIENCE, () => {
  it('should be written by keyboard, left by Escape, and come back with an image detached by mistake', async () => {
    const document = await site.addDocument('Captions', THREE)
    const page = await site.open(document)
    const images = attachmentsOn(page)
    const caption = async () => (await site.attached(document))[1]?.caption
    const pen = page.getByRole('button', { name: 'Write a caption for canal-side.png' })
    await pen.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('A quiet morning')
    await page.keyboard.press('Enter')
    await waitFor('the caption', async () => (await caption()) === 'A quiet morning')
    const change = page.getByRole('button', { name: 'Change the caption of canal-side.png' })
    await waitFor('the focus', async () =>
      (await images.focused()).startsWith('Change the caption'),
    )
    await page.keyboard.press('Enter')
    await page.keyboard.type('Never kept')
    await page.keyboard.press('Escape')
    await change.waitFor()
    expect(await images.card('canal-side.png').textContent()).toContain('A quiet morning')
    await images.detach('canal-side.png')
    const undo = page.getByRole('button', { name: 'Undo' })
    // With the pointer over it, it stays.
    await undo.hover()
    await site.storedAs(document, ['blue-hour.png*', 'city-park.png'])
    await undo.click()
    await site.storedAs(document, ['blue-hour.png*', 'canal-side.png', 'city-park.png'])
    await waitFor('the caption', async () => (await caption()) === 'A quiet morning')
    await close(page)
  })
})

describe('uploading', PATIENCE, () => {
  it('should show how far each file is, and let one be taken back', async () => {
    const document = await site.addDocument('Slowly')
    const page = await site.open(document)
    const images = attachmentsOn(page)
    await images.openDialog()
    await images.tab('Upload new').click()
    // Noise does not compress: 600 x 600 pixels of three bytes are a megabyte.
    const noise = await sharp(randomBytes(600 * 600 * 3), {
      raw: { width: 600, height: 600, channels: 3 },
    })
      .png()
      .toBuffer()
    const file = (name: string) => ({ name, mimeType: 'image/png', buffer: noise })
    await images.chooseFiles([
      file('first.png'),
      file('second.png'),
      file('third.png'),
      file('waiting.png'),
    ])
    const devtools = await page.context().newCDPSession(page)
    const throttle = (uploadThroughput: number) =>
      devtools.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput,
      })
    await throttle(100_000)
    await images.attachButton().click()
    const bar = (name: string) => page.getByRole('progressbar', { name })
    await waitFor('progress', async () => {
      const value = Number(await bar('first.png').getAttribute('aria-valuenow'))
      return value > 0
    })
    expect(await bar('second.png').count()).toBe(1)
    await page.getByRole('button', { name: 'Remove waiting.png' }).click()
    await page.getByRole('button', { name: 'Cancel the upload of third.png' }).click()
    await throttle(-1)
    await images.closed()
    await site.storedAs(document, ['first.png*', 'second.png'])
    await close(page)
  })
})
