export const sharedWords = {
  cancel: 'Cancel',
  close: 'Close',
  codeCopied: 'Code copied',
  copyCode: 'Copy the code {{code}}',
  reload: 'Reload the page',
  tryAgain: 'Try again',
  undo: 'Undo',
}
