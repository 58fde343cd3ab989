const otherLanguages = 'sets words of another language for the script: councils of England need English only'
const interruption = 'an interruption: we use the panel only to confirm'

/** Fixtures of GOV.UK Frontend that our components do not draw the same, each with the reason. */
export const exceptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'character-count': {
    'with custom textarea description': otherLanguages,
    'with neither maxlength nor maxwords set': 'a limit that only the script knows: our limits come from us',
    'with translations': otherLanguages,
  },
  'file-upload': { translated: otherLanguages },
  pagination: { 'with empty items': 'an item without a number: our type asks for one' },
  panel: {
    interruption,
    'interruption with custom classes': interruption,
    'interruption, button link': interruption,
    'interruption, no actions': interruption,
    'interruption, no actions items': interruption,
    'interruption, submit action': interruption,
    'interruption, with actions classes and attributes': interruption,
    'interruption-with-content-with-long-line-length': interruption,
    'interruption-with-headings-content-and-lists': interruption,
  },
  'password-input': { 'with translations': otherLanguages },
  select: {
    hint: 'a list without items: our type asks for them',
    'with falsy values': 'an item with the value false: our values are strings and numbers',
  },
  tabs: { 'no item list': 'tabs without items: our type asks for them' },
}
