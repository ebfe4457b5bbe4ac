/** Which tags a form starts with. A subscription is what one person chose to receive: no other person gets it. Pure. */
import type { Lists } from '../../../../shared/schemas/contact.ts';
import { findTags } from '../../../components/interest-name.ts';
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
  const { wishedTags = [], lastTags = [], ...rest } = form;
  if (offered.length === 0 || isSettled(form)) return form;
  const { found } = findTags(wishedTags, offered);
  return {
    ...rest,
    interests: [...new Set([...form.interests, ...found, ...lastTags.filter(isTag(offered))])],
  };
}

export function isSettled({ wishedTags = [], lastTags = [] }: AddForm): boolean {
  return wishedTags.length + lastTags.length === 0;
}

/** The form of one of many, who has the tags of the decision for all. */
export function withoutFirstTags({ wishedTags: _, lastTags: __, ...form }: AddForm): AddForm {
  return form;
}
