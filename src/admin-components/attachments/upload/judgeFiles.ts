/** Why a file is left out; null when it can be uploaded. */
export type FileProblem = 'empty' | 'noRoom' | 'notAnImage' | 'tooLarge'

interface Judged {
  file: Pick<File, 'size' | 'type'>
  /** Is on the server already, so it takes room whatever else is true. */
  isUploaded: boolean
}

/** A problem or null for each file, in order: those that fit take the room, the rest is named. */
export function judgeFiles({
  files,
  room,
  maxBytes,
  types,
}: {
  files: Judged[]
  room: number
  maxBytes: number
  types: readonly string[]
}): (FileProblem | null)[] {
  let left = room - files.filter(({ isUploaded }) => isUploaded).length
  return files.map(({ file, isUploaded }) => {
    if (isUploaded) return null
    if (!types.includes(file.type.toLowerCase())) return 'notAnImage'
    if (file.size === 0) return 'empty'
    if (file.size > maxBytes) return 'tooLarge'
    left -= 1
    return left < 0 ? 'noRoom' : null
  })
}
