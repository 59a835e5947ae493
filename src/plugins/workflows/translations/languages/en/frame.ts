export const frameWords = {
  loading: 'The builder is being loaded.',
  showSettings: 'Show the settings',
  hideSettings: 'Hide the settings',
  readOnly_system:
    'This workflow comes with the plugin and cannot be changed. Clone it to make it yours.',
  readOnly_rights:
    'You may look at this workflow, but not change it. Ask for the editor role in its workspace.',
  readOnly_locked: 'Somebody else is editing this workflow. You can look at it.',
  readOnly_narrow:
    'On a small screen you can look at the workflow. Open it on a larger one to change it.',
  loggedOut:
    'Not saved: you are not logged in any more. Your work is kept here. Log in again in a new tab, then save again.',
  logIn: 'Log in',
  offline:
    'Not saved: the site cannot be reached. Your work is kept in this browser. Save again when you are online.',
  otherTab: 'This workflow was saved in another tab. If you save here, that is replaced.',
  takeTheirs: 'Show what was saved',
  keepMine: 'Keep mine',
  offer: 'There are changes from {{when}} that were not saved.',
  restore: 'Restore',
  discard: 'Discard',
  leaveTitle: 'Leave without saving?',
  leaveText:
    'Your changes are not saved yet. If you leave, they stay in this browser and are offered when you come back.',
  leave: 'Leave',
  stay: 'Stay here',
}
