/** What a test can do to the server's answers, besides killing it. */
export type Trouble = 'none' | 'lose-hand-back' | 'no-receipt' | 'signed-out' | 'broken-file'
