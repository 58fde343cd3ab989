import { classes } from '../attributes.ts'
import { html } from '../html.ts'
import { textOrHtml } from '../text-or-html.ts'
import { button } from './button.ts'
import { type InputOptions, input } from './input.ts'

/** Options of a field for a password. The words of its button are English. */
export type PasswordInputOptions = Omit<InputOptions, 'type' | 'spellcheck' | 'prefix' | 'suffix'> & {
  readonly button?: { readonly classes?: string | undefined } | undefined
}

/** Asks for a password, with a button that shows it where scripts run. Pasting and password managers work. */
export const passwordInput = (options: PasswordInputOptions) =>
  input({
    ...options,
    type: 'password',
    spellcheck: false,
    autocapitalize: 'none',
    autocomplete: options.autocomplete || 'current-password',
    classes: classes('govuk-password-input__input govuk-js-password-input-input', options.classes),
    inputWrapper: { classes: 'govuk-password-input__wrapper' },
    formGroup: {
      ...options.formGroup,
      classes: classes('govuk-password-input', options.formGroup?.classes),
      attributes: { 'data-module': 'govuk-password-input', ...options.formGroup?.attributes },
      afterInput: {
        html: html`${button({
          type: 'button',
          classes: classes(
            'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
            options.button?.classes,
          ),
          text: 'Show',
          attributes: {
            'aria-controls': options.id ?? options.name,
            'aria-label': 'Show password',
            hidden: true,
          },
        })}${textOrHtml(options.formGroup?.afterInput)}`,
      },
    },
  })
