// Bars that may be moved (`data-move`) follow the pointer, day by day, and where one is let go its form opens with that first day
// typed in: nothing moves before somebody has seen what moves with it. Whoever uses no pointer retypes the day in the same form.
const msOfDay = 24 * 60 * 60 * 1000
const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

for (const bar of document.querySelectorAll('[data-move]')) bar.addEventListener('pointerdown', take)

function take(start) {
  if (start.button !== 0) return
  start.preventDefault()
  const bar = start.currentTarget
  const { move, from, days } = bar.dataset
  const aDay = bar.closest('svg').ownerSVGElement.getBoundingClientRect().width / Number(days)
  const line = bar.closest('.remit-gantt__row').querySelector('.remit-gantt__days')
  const before = line.textContent
  const movedBy = ({ clientX }) => Math.round((clientX - start.clientX) / aDay)
  const dayAt = (by) => new Date(Date.parse(`${from}T00:00Z`) + by * msOfDay)
  const follow = (event) => {
    const by = movedBy(event)
    bar.setAttribute('transform', `translate(${by * aDay} 0)`)
    line.textContent = by === 0 ? before : `would start on ${words.format(dayAt(by))}`
  }
  const putBack = () => {
    bar.removeAttribute('transform')
    line.textContent = before
  }
  const end = () => {
    for (const [name, listener] of listeners) bar.removeEventListener(name, listener)
    document.removeEventListener('keydown', escape)
  }
  const letGo = (event) => {
    end()
    const by = movedBy(event)
    if (by === 0) return putBack()
    window.location.assign(`${move}?starts=${dayAt(by).toISOString().slice(0, 10)}#pinned`)
  }
  const giveUp = () => {
    end()
    putBack()
  }
  const escape = ({ key }) => {
    if (key === 'Escape') giveUp()
  }
  const listeners = [
    ['pointermove', follow],
    ['pointerup', letGo],
    ['pointercancel', giveUp],
  ]
  bar.setPointerCapture(start.pointerId)
  for (const [name, listener] of listeners) bar.addEventListener(name, listener)
  document.addEventListener('keydown', escape)
}
