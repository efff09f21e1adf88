import { classes, element, type Decoration } from './element.ts'
import { field, groupClasses, wrong, type FieldProps } from './field.ts'
import type { Html } from './html.ts'
import { translations, type Plurals } from './translation.ts'

export type FileUploadProps = FieldProps &
  Decoration & {
    multiple?: boolean
    disabled?: boolean
    chooseFilesButtonClassList?: readonly string[]
    chooseFilesButtonText?: string
    noFileChosenText?: string
    multipleFilesChosenText?: Plurals
    dropInstructionText?: string
    enteredDropZoneText?: string
    leftDropZoneText?: string
  }

export const fileUpload = (props: FileUploadProps): Html =>
  field(
    props,
    (id, describedBy) => [
      props.group?.before,
      element('input', {
        class: classes('nhsuk-file-upload__input', props.classes),
        id,
        name: props.name,
        type: 'file',
        disabled: props.disabled,
        multiple: props.multiple,
        'aria-describedby': describedBy,
        ...props.attributes,
      }),
      props.group?.after,
    ],
    {
      class: classes(groupClasses(props, wrong(props.error)), 'nhsuk-file-upload'),
      'data-module': 'nhsuk-file-upload',
      'data-choose-files-button-class-list':
        props.chooseFilesButtonClassList && JSON.stringify(props.chooseFilesButtonClassList),
      ...translations({
        'choose-files-button': props.chooseFilesButtonText,
        'no-file-chosen': props.noFileChosenText,
        'multiple-files-chosen': props.multipleFilesChosenText,
        'drop-instruction': props.dropInstructionText,
        'entered-drop-zone': props.enteredDropZoneText,
        'left-drop-zone': props.leftDropZoneText,
      }),
    },
  )
