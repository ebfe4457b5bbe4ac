/** Which tags a form starts with. A subscription is what one person chose to receive: no other person gets it. Pure. */
import type { Lists } from '../../../../shared/schemas/contact.ts';
import type { AddForm } from './form-fields.ts';

/** Envoke's tags and subscriptions; none where they are not known yet. */
export type Offered = readonly Lists['interests'][number][];

/** What is known to be a tag: the organisation's own word. Not every Envoke tells tags and subscriptions apart. */
export function isTag(offered: Offered): (name: string) => boolean {
  const tags = new Set(offered.filter(({ kind }) => kind === 'tag').map(({ name }) => name));
  return (name) => tags.has(name);
}

/** The form with the tags that it starts with, once Envoke's are known. */
export function settleTags(form: AddForm, offered: Offered): AddForm {
  const { lastTags, ...rest } = form;
  if (lastTags === undefined || offered.length === 0) return form;
  return { ...rest, interests: [...new Set([...form.interests, ...lastTags.filter(isTag(offered))])] };
}
