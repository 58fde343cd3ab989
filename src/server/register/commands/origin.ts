/** Where knowledge comes from, beyond what it says of itself. */
export type Origin = {
  /** The digest of the file; '' for what was fetched. */
  readonly file: string
  /** What counts as its time where it says none: a day, or the moment of a fetch. */
  readonly undated: string
}
