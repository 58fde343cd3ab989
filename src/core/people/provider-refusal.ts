/** Why a sign-in by the council's identity provider came to nothing. */
export type ProviderRefusal =
  | 'denied'
  | 'state'
  | 'ended'
  | 'token'
  | 'provider'
  | 'no-role'
  | 'no-email'
  | 'other-account'
