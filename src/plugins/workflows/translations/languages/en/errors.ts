/** By the code of the answer. What has no sentence here is said in the server's own words. */
export const errorWords = {
  bad_origin: 'This request was taken for one of another site. Reload the page and try again.',
  conflict: 'Somebody else changed this at the same moment. Look again and retry.',
  images_not_found: 'An image is not there any more. Somebody may have deleted it.',
  internal: 'Something went wrong on the server. Nothing was changed; try again.',
  network: 'The server could not be reached. Check the connection and try again.',
  not_authenticated: 'You are logged out. Log in again in another tab, then retry.',
  role_too_low:
    'You may look at this, but not change it. Ask somebody who edits it, or an owner of its workspace.',
  view: 'This part of the page cannot be shown.',
  viewKept: 'Everything else on the page works, and nothing was lost.',
}
