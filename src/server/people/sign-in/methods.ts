import type { FieldError } from '../../../core/kit/field-error.ts'
import type { Html } from '../../../ui/html.ts'
import type { Ground } from '../../platform/database/unit-of-work.ts'
import { demonstrationForm } from './demonstration-form.ts'
import { providerLink } from './oidc/link.ts'
import { passwordForm } from './password-form.ts'

/** What a method's form needs to know. */
export type SignInGiven = {
  readonly returnTo: string
  readonly email: string
  readonly errors: readonly FieldError[]
}

/** One way to prove who you are. Each ends in `enter()`, which starts the session. */
export type SignInMethod = {
  /** Stands in the session and in the trail. */
  readonly name: string
  readonly offered: (on: Pick<Ground, 'mode' | 'installation'>) => boolean
  readonly draw: (given: SignInGiven) => Promise<Html>
  /** Where its own form is, and how a page that begins with another method leads to it. */
  readonly address: string
  readonly linkText: string
}

/** Every way to sign in, in the order of the page. A new one is an entry here, and a route that proves it. */
export const methods: readonly SignInMethod[] = [
  {
    name: 'demonstration',
    offered: ({ mode }) => mode === 'demo',
    draw: demonstrationForm,
    address: '/sign-in',
    linkText: 'Sign in as an invented person',
  },
  {
    name: 'oidc',
    offered: ({ mode, installation }) => mode === 'live' && installation.oidc !== null,
    draw: async (given) => providerLink(given.returnTo),
    address: '/sign-in/oidc',
    linkText: 'Sign in with your council account',
  },
  {
    name: 'password',
    offered: () => true,
    draw: async (given) => passwordForm(given),
    address: '/sign-in/password',
    linkText: 'Sign in with an email address and a password',
  },
]
