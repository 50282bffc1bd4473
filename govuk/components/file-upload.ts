import { attrs, classes, html, type Html } from '#platform/html.ts'
import { field, type FieldOptions } from './field.ts'
import { i18n, more, type Classed } from './words.ts'

export type FileUploadOptions = FieldOptions & {
  multiple?: boolean | undefined
  /** Adds a place to drop files. Works without it. */
  javascript?: boolean | undefined
  wrapperClasses?: string | undefined
  wrapperAttributes?: Classed['attributes']
  chooseFilesButtonText?: string | undefined
  noFileChosenText?: string | undefined
  multipleFilesChosenText?: Readonly<Record<string, string>> | undefined
  dropInstructionText?: string | undefined
  enteredDropZoneText?: string | undefined
  leftDropZoneText?: string | undefined
}

/** One file, or several. The form needs `enctype="multipart/form-data"`. */
export const fileUpload = (options: FileUploadOptions): Html =>
  field(options, (id, describedBy) => {
    const chooser = html`<input${attrs({
      class: classes(
        'govuk-file-upload',
        options.classes,
        options.errorMessage !== undefined && 'govuk-file-upload--error',
      ),
      id,
      name: options.name,
      type: 'file',
      disabled: options.disabled,
      multiple: options.multiple,
      'aria-describedby': describedBy,
    })}${more(options.attributes)}>`
    return html`${options.formGroup?.before}${
      options.javascript
        ? html`<div${attrs({
            class: classes('govuk-file-upload-wrapper', options.wrapperClasses),
            'data-module': 'govuk-file-upload',
            ...i18n('choose-files-button', options.chooseFilesButtonText),
            ...i18n('no-file-chosen', options.noFileChosenText),
            ...i18n('multiple-files-chosen', options.multipleFilesChosenText),
            ...i18n('drop-instruction', options.dropInstructionText),
            ...i18n('entered-drop-zone', options.enteredDropZoneText),
            ...i18n('left-drop-zone', options.leftDropZoneText),
          })}${more(options.wrapperAttributes)}>${chooser}</div>`
        : chooser
    }${options.formGroup?.after}`
  })
