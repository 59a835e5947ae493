import type { Page } from 'playwright-core'

/** Where the toast that says `text` is, beside a phone's bar of buttons, as long as it is there. */
export const toastAndBar = (page: Page, text: string): Promise<'above' | 'gone' | 'over'> =>
  page.evaluate((said) => {
    const toast = document.querySelector('[data-sonner-toast][data-front=true]')
    const bar = document.querySelector('.workflows-monitor__bar')
    if (!toast?.textContent.includes(said) || !bar) return 'gone'
    const isAbove = toast.getBoundingClientRect().bottom <= bar.getBoundingClientRect().top
    return isAbove ? 'above' : 'over'
  }, text)
