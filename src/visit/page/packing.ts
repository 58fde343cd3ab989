import { storageWords, testStorage } from './storage.ts'

/**
 * Makes the packing form ready: starts the service worker, tries out the storage and asks the browser to keep it.
 * The button opens only when all of it works; the words say how it stands.
 */
export const preparePacking = async (): Promise<void> => {
  const form = document.querySelector<HTMLFormElement>('form[data-pack]')
  const words = form?.querySelector('[data-storage]')
  const button = form?.querySelector('button')
  if (!form || !words || !button) return
  button.disabled = true
  words.textContent = 'Testing whether this device can keep the visit …'
  try {
    await startWorker(form.dataset.worker ?? '')
    words.textContent = storageWords(await testStorage())
    button.disabled = false
  } catch (error) {
    words.textContent = `This visit cannot be packed in this browser: ${error instanceof Error ? error.message : String(error)}`
  }
}

const startWorker = async (address: string): Promise<void> => {
  if (!('serviceWorker' in navigator))
    throw new Error(
      'it has no storage for work without signal here. Leave private browsing, and use an address that begins with https.',
    )
  await navigator.serviceWorker.register(address, { scope: '/visits/' })
  await Promise.race([navigator.serviceWorker.ready, tooLong()])
}

const patience = 20_000

/** A worker that fails while it is installed is never ready, and never says so. */
const tooLong = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error('what it needs did not start. Load the page again.')), patience)
  })
