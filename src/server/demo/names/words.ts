/**
 * Words for names that no real service has. Each name holds a word that is put together from two halves that real
 * English places do not join; test/server/demo-names.test.ts compares all of them with the register.
 */

const firsts = [
  ...['Aldery', 'Brinsel', 'Coverd', 'Dunnel', 'Eskerd', 'Fennick', 'Gannet', 'Hessel', 'Inskel', 'Jorrel'],
  ...['Kerrid', 'Lammer', 'Merrow', 'Nettel', 'Osmer', 'Pellan', 'Quarrel', 'Rennet', 'Skerrow', 'Tansel'],
  ...['Ummel', 'Vennel', 'Wendrel', 'Yarrel'],
]
const ofPlaces = ['mere', 'garth', 'holt', 'wick', 'combe', 'fold', 'stead', 'reach', 'lowe', 'thwaite']
const ofProviders = ['keld', 'dene', 'brae', 'rigg', 'staithe', 'crest']

/** Two letters alike where the halves meet, or two ends alike, read like a slip. */
const awkward = /lll?owe|tthwaite|dd|ickwick/

const joined = (seconds: readonly string[]): readonly string[] =>
  firsts
    .flatMap((first) => seconds.map((second) => `${first}${second}`))
    .filter((word) => !awkward.test(word))

/** Words for services. */
export const serviceWords: readonly string[] = joined(ofPlaces)

/** Words for providers: none of them is a word of a service. */
export const providerWords: readonly string[] = joined(ofProviders)
