/**
 * Forms of pages that the API does not stand in for, each with its reason: a route, or a beginning that ends with a star.
 * A new form of a page has an operation of the API that names it under `like`, or a line here.
 */
const account = 'a person’s own account: a token is no person and has none'
const signIn = 'signing in is what people do; a token is let in by itself'
const access = 'who of a provider is let in is vouched for by a person, to whom the trail leads'
const visit = 'a device answers a visit offline, for the assessor who carries it'
const people = 'who may do what is decided by people: a token that could do it could give itself more'
const decide =
  'ratings are decided by one person and confirmed by another, who answer for it: a program reads them only'
const raise =
  'the public form, for people without an account; a program of the council records with POST /intelligence'
const spreadsheet =
  'a spreadsheet and its columns are for people; a program sends each item by POST /intelligence'
const collected =
  'from when what is collected is a judgement of a person, to whom every “nothing recorded” leads back'
const calendar = 'a person’s own secret address for their calendar: a token is no person and has none'

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
  'POST /decisions/*': decide,
  'POST /raise-a-concern*': raise,
  'POST /intelligence/raised/:concern':
    'who looks at a concern that nobody confirmed judges what is in it, and answers for what is taken in',
  'POST /intelligence/import*': spreadsheet,
  'POST /intelligence/feeds/*': collected,
  'POST /publication': 'that the public register was reviewed is said by the person who looked at it',
  'POST /plan/calendars/*': calendar,
  'POST /plan/quarters/:quarter/assign':
    'sharing out a whole quarter is done at a table of people; a program arranges each activity with its person',
  'POST /services/:service/plan/new':
    'what is arranged beside the plan is a judgement of risk, of the person who arranges it',
  'POST /activities/:activity/sent': 'whoever sent the record by post or email says so',
  'POST /activities/:activity/actions*':
    'what is to be done afterwards is agreed by those who were there, on the page of the activity',
  'POST /activities/:activity/files':
    'files are photographs and papers of whoever was there, sent from their device and looked at before they are kept',
  'POST /contracts/:contract/monitoring':
    'what a contract says of monitoring is read out of its text by a person, with the paragraph',
  'POST /contracts/import*': 'a spreadsheet is for people; a program adds each contract by POST /contracts',
}
