/** The answer to a question about e-mail, as a form or a list has it: read from a page, kept with an add, and part of its proof. */

/**
 * What an export or a form says about agreeing to e-mail ("Newsletter opt-in: Yes", "Infolettre : Oui", a date beside
 * it). It is a written answer and no proof: a person must still decide. Absent where there is no answer.
 */
export interface FormAnswer {
  /** False where somebody refused or withdrew, and where the answer is unclear. */
  optIn: boolean;
  /** The answer as written, where it is neither a plain yes nor a plain no. */
  unclear?: string;
  /** A no as written, where it is no plain one: "Withdrawn", or "Yes" to "Unsubscribed". */
  written?: string;
  /** The day of a yes, "YYYY-MM-DD", or "YYYY-MM" where only the month is written. */
  day?: string;
  /** The day of a yes as written, where it cannot be told: day and month could be swapped, or no calendar has it. */
  dayWritten?: string;
  /**
   * The heading of the column or the question of the form, as written: from it a person can judge what was agreed to.
   */
  question?: string;
}
