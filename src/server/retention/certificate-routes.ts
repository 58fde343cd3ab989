import { certificateDocument } from '../../core/retention/certificate.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { certificatePage } from './pages/certificate-page.ts'
import { certificateById } from './queries.ts'

const show = async (asked: Asked): Promise<Response> => {
  const { document, digest } = await certificateById(asked.id('certificate'))
  return framed(asked, {
    title: 'Certificate of disposal',
    section: 'Retention',
    breadcrumbs: asked.may('retention.approve') ? [{ text: 'Retention', href: '/retention' }] : [],
    content: certificatePage(certificateDocument.parse(JSON.parse(document)), digest),
  })
}

/** The document byte for byte, so that its digest can be worked out again. */
const json = async (asked: Asked): Promise<Response> => {
  const { document } = await certificateById(asked.id('certificate'))
  return new Response(document, { headers: { 'content-type': 'application/json; charset=utf-8' } })
}

const none = { none: 'there is one only after a disposal: the test of retention opens it' }

/** Certificates: a page, and the document itself. */
export const certificateRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/retention/certificates/:certificate',
    permission: 'audit.read',
    reads: 'trail',
    sample: none,
    handle: show,
  },
  {
    method: 'GET',
    path: '/retention/certificates/:certificate/document.json',
    permission: 'audit.read',
    reads: 'trail',
    sample: none,
    handle: json,
  },
]
