/**
 * Stands in the form for a part of the workflow. Payload posts the whole form at every change, which
 * for 500 nodes is half a megabyte (and above 1 MB breaks the page): it copies, compares and sends
 * own enumerable keys, so only `rev` travels. When the form is saved it is written with
 * `JSON.stringify`, and there the token becomes the part as it is at that moment.
 *
 * It leans on how Payload 3.90 copies form state (Form/index.js: `submit`, `createFormData`); the
 * browser tests hold that. A class because a plain object would be taken apart there.
 */
export class FormToken {
  rev: number
  declare readonly toJSON: () => unknown
  /** The same without meaning that it is being saved. */
  declare readonly peek: () => unknown

  constructor({
    rev,
    peek,
    onPost,
  }: {
    rev: number
    peek: () => unknown
    /** It is being written into what is posted. */
    onPost: () => void
  }) {
    this.rev = rev
    const toJSON = () => {
      onPost()
      return peek()
    }
    Object.defineProperties(this, {
      peek: { value: peek, enumerable: false },
      toJSON: { value: toJSON, enumerable: false },
    })
  }
}
