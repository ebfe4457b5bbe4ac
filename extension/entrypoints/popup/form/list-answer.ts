/** A list's answer about consent, as a sentence for the proof in the contact's language. Pure. */
import { describeAnswer } from '../../../lib/i18n/consent-description.ts';
import type { Language } from '../../../lib/i18n/index.ts';
import { contactLanguage } from './add-form.ts';
import type { AddForm } from './form-fields.ts';

/** The description with the answer after it. @param reader the language where the contact's is not known */
export function withAnswer(form: AddForm, reader: Language): string {
  const { answer, description } = form;
  if (answer === undefined) return description;
  const said = describeAnswer(
    answer.question ?? '',
    answer.unclear ?? answer.optIn,
    contactLanguage(form, reader),
  );
  return `${description} ${said}`;
}
