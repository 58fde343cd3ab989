/** Asks before a page is left whose form holds something that is typed and not saved. */
export const warnOfUnsaved = (): void => {
  let unsaved = false
  for (const form of document.querySelectorAll('form[data-warn-unsaved]')) {
    form.addEventListener('input', () => {
      unsaved = true
    })
    form.addEventListener('submit', () => {
      unsaved = false
    })
  }
  window.addEventListener('beforeunload', (event) => {
    if (unsaved) event.preventDefault()
  })
}
