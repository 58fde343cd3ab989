import type { Hono } from 'hono'
import type { Ground } from '../database/unit-of-work.ts'
import type { Say } from '../jobs/jobs.ts'

/** A way in beside the pages, for programs: everything beneath its path, with rules of its own on who may. No cookie opens it. */
export type Door = { readonly path: string; readonly open: (on: Ground, say: Say) => Hono }
