/** Choices as people and spreadsheets write them, read as what they mean. */
import { bareName } from './words.ts'

const yes = ['yes', 'y', 'true', '1']
const no = ['no', 'n', 'false', '0']

/** Returns a yes or a no; null where it is neither. */
export const yesTyped = (text: string): boolean | null => {
  const bare = bareName(text)
  return yes.includes(bare) ? true : no.includes(bare) ? false : null
}

/** Returns the choice that was written, by its id or its words, whatever the case and the signs between; else null. */
export const choiceTyped = <Id extends string>(
  text: string,
  choices: Readonly<Record<Id, string>>,
): Id | null => {
  const bare = bareName(text)
  const ids = Object.keys(choices) as Id[]
  return bare === ''
    ? null
    : (ids.find((id) => [id, choices[id]].some((name) => bareName(name) === bare)) ?? null)
}
