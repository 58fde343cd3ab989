/** What a person does on a page, by the words that they see. */
import type { Page } from 'playwright-core'

/** Presses a button, by all that it says or by a part. */
export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

/** Chooses an answer of a question. */
export const answer = (page: Page, question: string, choice: string): Promise<void> =>
  page.getByRole('group', { name: question }).getByLabel(choice, { exact: true }).check()

/** Types a date into its three fields. */
export const fillDate = async (
  page: Page,
  question: string,
  [day, month, year]: readonly [string, string, string],
): Promise<void> => {
  const group = page.getByRole('group', { name: question })
  await group.getByLabel('Day').fill(day)
  await group.getByLabel('Month').fill(month)
  await group.getByLabel('Year').fill(year)
}
