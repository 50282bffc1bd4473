import { attrs, classes, html, isPresent, type Content, type Html } from '#platform/html.ts'
import type { ErrorWords } from './error-message.ts'
import { describing, formGroup, type FormGroup } from './field.ts'
import { fieldset, type FieldsetOptions } from './fieldset.ts'
import { hint } from './hint.ts'
import { label } from './label.ts'
import { ids, more, textOf, worded, type Classed, type Perhaps, type Words } from './words.ts'

/** One radio or checkbox. */
export type Choice = Omit<Classed, 'classes'> & {
  text: Content
  value: string
  /** The name with a number unless told; the first has no number, so that an error summary can link to it. */
  id?: string | undefined
  /** `false` keeps it unchecked whatever the whole says. */
  checked?: boolean | undefined
  disabled?: boolean | undefined
  hint?: Words | undefined
  label?: Classed | undefined
  /** Shown while this is chosen; always shown without JavaScript. */
  conditional?: Content | undefined
}

/** A word between two choices, as in "or". */
export type Divider = { divider: string }

export type ChoicesOptions<Item> = Classed & {
  name: string
  items: readonly Perhaps<Item | Divider>[]
  /** Same as the name unless told. */
  idPrefix?: string | undefined
  /** Nearly always wanted: its legend is the question. */
  fieldset?: FieldsetOptions | undefined
  hint?: Words | undefined
  errorMessage?: ErrorWords | undefined
  formGroup?: FormGroup | undefined
}

export const isDivider = (item: object): item is Divider => 'divider' in item

/** What radios and checkboxes do differently. */
export type Kind<Item> = {
  kind: 'radios' | 'checkboxes'
  describedBy?: string | undefined
  isChecked: (item: Item) => boolean
  attributesOf: (item: Item) => Readonly<Record<string, string | undefined>>
}

/** Radios and checkboxes are the same thing but for what may be checked. */
export function choices<Item extends Choice>(options: ChoicesOptions<Item>, how: Kind<Item>): Html {
  const prefix = options.idPrefix || options.name
  const before = options.fieldset?.describedBy ?? how.describedBy
  const { shown, describedBy } = describing(prefix, options.hint, options.errorMessage, before)
  // A checkbox without a fieldset has nothing else to carry the description; radios leave it out, as officially.
  const itemDescribedBy = how.kind === 'checkboxes' && options.fieldset === undefined ? describedBy : undefined

  // Numbers count the places in the list as given, empty ones too, so that ids stay put when one comes or goes.
  const items = options.items.map((item, at) => {
    if (!item) return undefined
    if (isDivider(item)) return html`<div class="govuk-${how.kind}__divider">${item.divider}</div>`
    return choice(item, item.id || `${prefix}${at > 0 ? `-${at + 1}` : ''}`, options.name, itemDescribedBy, how)
  })
  const inner = html`${shown}<div${attrs({ class: classes(`govuk-${how.kind}`, options.classes) })}${more(
    options.attributes,
  )}${attrs({ 'data-module': `govuk-${how.kind}` })}>${
    options.formGroup?.before
  }${items}${options.formGroup?.after}</div>`

  return formGroup(
    options.formGroup,
    options.errorMessage !== undefined,
    options.fieldset === undefined ? inner : fieldset({ ...options.fieldset, describedBy }, inner),
  )
}

function choice<Item extends Choice>(
  item: Item,
  id: string,
  name: string,
  describedBy: string | undefined,
  how: Kind<Item>,
): Html {
  const checked = how.isChecked(item)
  const hasHint = textOf(item.hint) !== undefined
  const given = worded(item.hint)
  const conditional = isPresent(item.conditional) && item.conditional
  return html`<div class="govuk-${how.kind}__item"><input${attrs({
    class: `govuk-${how.kind}__input`,
    id,
    name,
    type: how.kind === 'radios' ? 'radio' : 'checkbox',
    value: item.value,
    checked,
    disabled: item.disabled,
    'data-aria-controls': conditional && `conditional-${id}`,
    ...how.attributesOf(item),
    'aria-describedby': ids(describedBy, hasHint && `${id}-item-hint`),
  })}${more(item.attributes)}>${label(
    {
      text: item.text,
      classes: classes(`govuk-${how.kind}__label`, item.label?.classes),
      attributes: item.label?.attributes,
    },
    id,
  )}${
    hasHint && hint({ ...given, classes: classes(`govuk-${how.kind}__hint`, given.classes) }, `${id}-item-hint`)
  }</div>${
    conditional
    && html`<div${attrs({
      class: classes(`govuk-${how.kind}__conditional`, !checked && `govuk-${how.kind}__conditional--hidden`),
      id: `conditional-${id}`,
    })}>${conditional}</div>`
  }`
}
