export const sharedWords = {
  cancel: 'Cancel',
  close: 'Close',
  codeCopied: 'Code copied',
  copyCode: 'Copy the code {{code}}',
  tryAgain: 'Try again',
  undo: 'Undo',
}
