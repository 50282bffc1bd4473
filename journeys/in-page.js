// Runs inside the page, after axe-core: what only a browser can see. The answers are plain data.

/** WCAG 2.2 A and AA, and good practice, as far as a machine can tell. */
globalThis.seenByAxe = async () => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations } = await globalThis.axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    resultTypes: ['violations'],
  })
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html, failureSummary }) => ({
      id,
      help,
      at: target.join(' '),
      html,
      why: failureSummary ?? '',
    })),
  )
}

/** What sticks out on the right of the window, innermost last. */
globalThis.tooWide = () => {
  const { scrollWidth } = document.documentElement
  if (scrollWidth <= window.innerWidth) return []
  const out = [...document.querySelectorAll('body *')].filter(
    (node) => node.getBoundingClientRect().right > window.innerWidth + 1,
  )
  return [
    `the page is ${scrollWidth} wide`,
    ...out
      .slice(-4)
      .map(
        (node) =>
          `${node.tagName.toLowerCase()}.${node.getAttribute('class') ?? ''} ends at ${Math.round(node.getBoundingClientRect().right)}: ${(node.textContent ?? '').trim().slice(0, 60)}`,
      ),
  ]
}

/** Takes a file as a link to it would. */
globalThis.takeFile = async (path) => {
  const response = await fetch(path)
  let binary = ''
  for (const byte of new Uint8Array(await response.arrayBuffer())) binary += String.fromCharCode(byte)
  return { status: response.status, type: response.headers.get('content-type') ?? '', base64: btoa(binary) }
}
