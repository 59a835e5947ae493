/** In the page, from its beginning: notes `sawConfetti`, which are there for 72 frames or less. */
export const watchConfetti = (): void =>
  new MutationObserver(() => {
    if (document.querySelector('body > canvas')) Object.assign(window, { sawConfetti: true })
  }).observe(document, { childList: true, subtree: true })
