/** The answers every API handler gives: bare values for reads, the envelope for writes and refusals (envoke-api 3.0). */

import type { Answer } from '../http/answer.ts';
import { json } from '../http/answer.ts';

export function written(resultText: string, resultData: unknown, status = 200): Answer {
  return json({ success: true, result_text: resultText, result_data: resultData }, status);
}

/** 400 with plain sentences, as every validation failure is answered. */
export function invalid(
  errors: readonly string[],
  resultText = "Validation failed, see 'result_data' -> 'errors'",
): Answer {
  return json({ success: false, result_text: resultText, result_data: { errors } }, 400);
}

/** A refusal that is not about a field: 401, 403, 404, 405, 429, 500. */
export function refused(status: number, resultText: string): Answer {
  return json({ success: false, result_text: resultText, result_data: [] }, status);
}

/** Carries a refusal out of nested checks; caught once, where the API is entered. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly answer: Answer;

  constructor(answer: Answer) {
    super('refused');
    this.answer = answer;
  }
}

export function refuse(...errors: readonly string[]): never {
  throw new Refusal(invalid(errors));
}
