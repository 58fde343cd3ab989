/** Returns where a value stands: *3.2* is *paragraph 3.2*, *first 3.4* is *first paragraph 3.4*, *App 1* is *Appendix 1*. */
export const paragraphInWords = (source: string): string =>
  source.replace(/^(first |second )?(?=(?:A1 )?\d)/, '$1paragraph ').replaceAll(/\bApp (?=\d)/g, 'Appendix ')
