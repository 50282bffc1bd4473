// What a page's inline script usually does has to happen here: the content security policy allows no inline script.
// The classes are set only once the components have loaded, so a page whose script fails stays as it is without one.
import { initAll } from './govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
// Only where there is something to move.
if (document.querySelector('[data-move]')) void import('./timeline.js')
