/** What a browser may load and run on our pages: only what comes from ourselves, and one known script. */

/** Tells the style sheet that scripts run. GOV.UK Frontend asks for it at the start of the body; it never changes. */
export const inlineScript =
  "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');"

/** The script's hash. A constant, because pages are also drawn where nothing can be computed in time; tested. */
export const inlineScriptHash = 'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='

/** The header `Content-Security-Policy`, the same for every page. */
export const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' '${inlineScriptHash}'`,
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')
