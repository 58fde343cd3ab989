/**
 * Forms of pages that the API does not stand in for, each with its reason: a route, or a beginning that ends with a star.
 * A new form of a page has an operation of the API that names it under `like`, or a line here.
 */
const account = 'a person’s own account: a token is no person and has none'
const signIn = 'signing in is what people do; a token is let in by itself'
const access = 'who of a provider is let in is vouched for by a person, to whom the trail leads'
const visit = 'a device answers a visit offline, for the assessor who carries it'
const people = 'who may do what is decided by people: a token that could do it could give itself more'

export const pagesWithoutApi: Readonly<Record<string, string>> = {
  'POST /account/*': account,
  'POST /sign-in*': signIn,
  'POST /sign-out': signIn,
  'POST /forgotten-password': signIn,
  'POST /new-password/:token': signIn,
  'POST /invitation/:token': signIn,
  'POST /confirm-email/:token': signIn,
  'POST /acting-for': signIn,
  'POST /people/*': people,
  'POST /tokens/*': people,
  'POST /services/:service/people*': access,
  'POST /services/:service/hand-over': access,
  'POST /visits/*': visit,
  'POST /retention*': 'what is erased is approved by a person, who answers for it',
  'POST /register/imports':
    'CQC’s files are sent by people or by ./plumbline import cqc, or fetched every night',
  'POST /contracts/import*': 'a spreadsheet is for people; a program adds each contract by POST /contracts',
}
