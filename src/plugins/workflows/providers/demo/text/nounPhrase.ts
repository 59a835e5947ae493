/** Heads that mean a date or an action, not a thing one can hold. */
const EVENT =
  /^(sales?|launch(es)?|campaigns?|promotions?|offers?|deals?|events?|festivals?|weeks?|days?|announcements?|newsletters?|ads?|advertisements?|posts?|stor(y|ies))$/i

const SEASON =
  /^(spring|summer|autumn|fall|winter|black|cyber|friday|monday|holiday|new|big|grand)$/i

const MASS =
  /((?<!\b(?:r|k|w|str|spr))ing|ware|wear|care|management|equipment|tea|coffee|bread|wine|beer|honey|food|chocolate|furniture|insurance|advice|travel|yoga|denim|jewell?ery|fashion|content|data|music|water|energy|granola|pasta|\bseo|\bai)$/i

/** `sleeping better`, `choosing a desk`: something one does. `standing desk` is not. */
const VERBAL = /^\w+ing (an?|the|your|better|more|less|well|faster|smarter|longer)\b/i

const LEADING =
  /^(how to \w+|\d+ \w+ (to|for) \w+|(the )?(benefits|power|art) of|(an? )?(guide|introduction|intro) to|why|introducing|announcing|promoting|launching|promote|launch|about|of|for|on|our|my|your|the|a|an)\s+/i

const TRAILING = /(?:[,;:.!?(|–—]| - | that | which | who | because | so that | aged | with ).*$/i

/** More than this is a sentence, not a name. */
const MAX_WORDS = 7

/** The thing a topic is about: no leading `How to choose a`, no trailing clause; '' when nothing is left. */
export function coreOf(text: string): string {
  let core = text
    .replace(/["“”*_#]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const better = /^how to (\w+) (better|more|less|well|faster|smarter|longer)\b/i.exec(core)
  if (better) return `${gerund(better[1] ?? '')} ${better[2]}`
  for (let before = ''; before !== core;) {
    before = core
    core = core.replace(LEADING, '').trim()
  }
  core = core.replace(TRAILING, '').trim()
  return core.split(' ').slice(0, MAX_WORDS).join(' ')
}

/** `AI for small teams` → `AI` and `small teams`; without people after the `for`, all of it is the thing. */
export function splitAudience(core: string): { thing: string; people: string } {
  const [, thing = core, people = ''] = /^(.+?) for (.+)$/i.exec(core) ?? []
  return isPlural(headOf(people.split(' '))) ? { thing, people } : { thing: core, people: '' }
}

/** `core` without the event at its end and the season before it: `Summer bike sale` → `bike`. May be ''. */
export function withoutEvent(core: string): string {
  const words = core.split(' ')
  const at = words.findIndex((word) => EVENT.test(word))
  if (at === -1) return core
  const before = words.slice(0, at).filter((word) => !SEASON.test(word))
  return before.length ? before.join(' ') : coreOf(words.slice(at + 1).join(' '))
}

/** How a thing is named inside a sentence: `the electric bike`, `trail shoes`, `Fjord 3`. */
export function asNoun(core: string): string {
  const words = core.split(' ')
  const head = headOf(words)
  if (isProper(words)) return EVENT.test(head) ? `the ${core}` : core
  const noun = /^[A-Z][a-z-]+$/.test(words[0] ?? '') ? lowerFirst(core) : core
  const many = isPlural(head) || MASS.test(head) || VERBAL.test(core)
  return many ? noun : `the ${noun}`
}

/** People in the plural: `busy commuter, 25-45` → `busy commuters`. '' when there are none. */
export function asPeople(text: string): string {
  const core = coreOf(text.replace(/\s*\b\d.*$/, ''))
  if (!core || /public|everyone|everybody|anyone|all\b/i.test(core)) return ''
  const words = core.split(' ')
  const people = isProper(words) && !isPlural(words[0] ?? '') ? core : lowerFirst(core)
  const head = headOf(words)
  if (isPlural(head) || /^[A-Z]/.test(head)) return people
  return people.replace(head, head.replace(/y$/, 'ie') + 's')
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** After a colon a sentence goes on in lower case, unless it starts with a name. */
export function lowerStart({ sentence, name }: { sentence: string; name: string }): string {
  const keeps =
    sentence.startsWith(name) || /^(I\b|[A-Z]{2}|[A-Z][a-z]+day\b|September)/.test(sentence)
  return keeps ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

function gerund(verb: string): string {
  const stem = verb
    .replace(/([^aeiou][aeiou])([bdgmnprt])$/i, '$1$2$2')
    .replace(/([^aeiou])e$/i, '$1')
  return `${stem}ing`
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** The word that says one or many: the last one before `for`, `of`, `in` … */
function headOf(words: readonly string[]): string {
  const stop = words.findIndex((word, at) => at > 0 && /^(for|of|in|on|at|to|from|by)$/i.test(word))
  return words.at(stop === -1 ? -1 : stop - 1) ?? ''
}

/** Title Case, figures and inner capitals are names; one capital at the start is only a sentence. */
function isProper(words: readonly string[]): boolean {
  const telling = words.filter((word) => !/^(for|of|in|on|at|to|and|the|by)$/.test(word))
  if (telling.some((word) => /\d|[a-z][A-Z]/.test(word))) return /^[A-Z]/.test(words[0] ?? '')
  if (telling.length === 1) return /^[A-Z]/.test(telling[0] ?? '') && !isCommon(telling[0] ?? '')
  return telling.every((word) => /^[A-Z]/.test(word))
}

/** `Coffee` and `Shoes` on their own are written large only because they come first. */
function isCommon(word: string): boolean {
  return MASS.test(word) || isPlural(word)
}

function isPlural(head: string): boolean {
  return /(?<![su])s$/i.test(head) || /^(people|children|men|women)$/i.test(head)
}
