import { documentTable } from '../../core/decisions/document-table.ts'
import { csvOf } from '../../core/kit/csv.ts'
import type { Asked } from '../platform/http/asked.ts'
import { type Exported, exported } from '../platform/http/exported.ts'
import { framed } from '../platform/http/frame.ts'
import type { Page, Route } from '../platform/http/route.ts'
import { workbookOf } from '../platform/workbook.ts'
import { documentPdf } from './document-pdf.ts'
import { documentPage } from './pages/document-page.ts'
import { documentsPage } from './pages/documents-page.ts'
import { type DocumentShown, documentById, documentsOf } from './queries/documents.ts'

const list = async (asked: Asked): Promise<Response> => {
  const page = Math.max(1, Math.floor(Number(asked.query('page'))) || 1)
  const found = await documentsOf(asked.signed?.authority.id ?? '', page)
  return framed(asked, {
    title: 'Documents',
    content: documentsPage({ ...found, page: Math.min(page, found.pages) }),
  })
}

const show = async (asked: Asked): Promise<Response> => {
  const document = await documentById(asked.id('document'))
  const { policy } = document.content
  return framed(asked, {
    title: document.title,
    section: 'Documents',
    breadcrumbs: [{ text: 'Documents', href: '/documents' }],
    policyVersion: `${policy.pack}, version ${policy.version}`,
    content: documentPage(document, asked.may('decisions.export')),
  })
}

type File = (
  document: DocumentShown,
) => Promise<{ readonly csv: string } | { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string }>

/** The files of a document, by the end of their names. */
const files: Readonly<Record<string, File>> = {
  csv: async ({ content }) => ({ csv: csvOf(documentTable(content)) }),
  xlsx: async ({ content }) => ({
    bytes: await workbookOf(documentTable(content)),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  pdf: async (document) => ({ bytes: await documentPdf(document), type: 'application/pdf' }),
}

const download =
  (ending: string, file: File) =>
  async (asked: Asked): Promise<Response> => {
    const document = await documentById(asked.id('document'))
    const given: Exported = {
      what: `the document ${document.title}`,
      file: `ratings-${document.heldOn}.${ending}`,
      rows: document.content.rows.length,
      ...(await file(document)),
    }
    return exported(asked, given)
  }

const fileRoutes = Object.entries(files).map(
  ([ending, file]): Page => ({
    method: 'GET',
    path: `/documents/:document/document.${ending}`,
    permission: 'decisions.export',
    sample: { none: 'a file, no page' },
    exports: 'a document of decisions',
    handle: download(ending, file),
  }),
)

/** The documents in which sessions end, for the teams with which they are shared. */
export const documentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/documents',
    permission: 'documents.see',
    sample: () => '/documents',
    handle: list,
  },
  {
    method: 'GET',
    path: '/documents/:document',
    permission: 'documents.see',
    sample: ({ document }) => `/documents/${document}`,
    handle: show,
  },
  ...fileRoutes,
]
