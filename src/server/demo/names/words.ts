/**
 * Words for names that no real service has. Each name holds a word that is put together from two halves that real
 * English places do not join; test/server/demo-names.test.ts compares all of them with the register.
 */

const firsts = [
  ...['Aldery', 'Brinsel', 'Coverd', 'Dunnel', 'Ellerd', 'Fennick', 'Gannet', 'Hessel', 'Inskel', 'Jorrel'],
  ...['Kerrid', 'Lammer', 'Merrow', 'Nettel', 'Osmer', 'Pellan', 'Quarrel', 'Rennet', 'Skerrow', 'Tansel'],
  ...['Ullen', 'Vennel', 'Wintle', 'Yarrel'],
]
const ofPlaces = ['mere', 'garth', 'holt', 'wick', 'combe', 'fold', 'stead', 'reach', 'lowe', 'thwaite']
const ofProviders = ['bourne', 'dene', 'moor', 'rigg', 'staithe', 'crest']

const joined = (seconds: readonly string[]): readonly string[] =>
  firsts.flatMap((first) => seconds.map((second) => `${first}${second}`))

/** Words for services. */
export const serviceWords: readonly string[] = joined(ofPlaces)

/** Words for providers: none of them is a word of a service. */
export const providerWords: readonly string[] = joined(ofProviders)
