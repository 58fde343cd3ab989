/** What a file of evidence may be: how it is served, and the endings that its name may have. */
export type KindOfFile = { readonly mediaType: string; readonly endings: readonly string[] }

const openXml = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'

/** The kinds that are taken. Whatever is not here is not. */
export const kinds = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
  jpeg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  png: { mediaType: 'image/png', endings: ['png'] },
  heic: { mediaType: 'image/heic', endings: ['heic', 'heif'] },
  docx: { mediaType: `${openXml}.wordprocessingml.document`, endings: ['docx'] },
  xlsx: { mediaType: `${openXml}.spreadsheetml.sheet`, endings: ['xlsx'] },
  odt: { mediaType: `${openDocument}.text`, endings: ['odt'] },
  ods: { mediaType: `${openDocument}.spreadsheet`, endings: ['ods'] },
  // Nothing in the bytes tells a table with one column from a text, so either may have the other's name.
  csv: { mediaType: 'text/csv; charset=utf-8', endings: ['csv', 'txt'] },
  txt: { mediaType: 'text/plain; charset=utf-8', endings: ['txt', 'csv'] },
} as const satisfies Record<string, KindOfFile>

export type FileKind = keyof typeof kinds

/** Why a file is not taken, in words for whoever sent it. */
export const refusals = {
  empty: 'The file is empty',
  active: 'The file is a web page or a drawing that can run scripts',
  script: 'The file can run scripts, or carries other files. Print it to a new PDF and send that',
  macros: 'The file holds macros, links to programs, or other files. Save it as a PDF and send that',
  locked: 'The file has a password, or is of an old version of Office',
  'too-much': 'The file unpacks to far more than a document holds',
  broken: 'The file is damaged',
  unknown: 'The file is not a PDF, photo, document, spreadsheet or text that can be read here',
  'other-name': 'The name of the file says that it is of another kind than it is',
} as const

export type Refusal = keyof typeof refusals

/** What a file turned out to be, or why it is not taken. */
export type Judged = { readonly kind: FileKind } | { readonly refused: Refusal }
