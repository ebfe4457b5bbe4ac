/**
 * The consent part of a form: the ground sets the status, a status states no ground, and both rewrite the description
 * until the person edits it.
 */
import { useMemo, useState } from 'preact/hooks';
import type { WritableConsentStatus } from '../../../../shared/consent.ts';
import type { Condition } from '../../../../shared/consent-grounds.ts';
import type { ContactField } from '../../../../shared/contact-fields.ts';
import type { Lists } from '../../../../shared/schemas/contact.ts';
import { findTags } from '../../../components/interest-name.ts';
import { useTranslation } from '../../../components/translation.tsx';
import { useToday } from '../../../components/use-today.ts';
import type { ConsentBasis } from '../../../lib/settings/settings.ts';
import { usePopup } from '../context/popup-context.ts';
import { chooseStatus, type FormDefaults, newForm } from '../form/add-form.ts';
import { isSettled, settleTags } from '../form/first-tags.ts';
import type { AddForm } from '../form/form-fields.ts';
import { FOR_ALL } from '../form/list-answer.ts';
import { listsForSaving, useLists } from './use-lists.ts';

export interface ConsentDecision {
  form: AddForm;
  /** Whether somebody changed anything of it. */
  isChanged: boolean;
  lists: Lists;
  /** Default tags that Envoke does not have. */
  unknownTags: readonly string[];
  /** The form with its first tags, also where it is saved before Envoke's lists are there. */
  settled: (form: AddForm) => Promise<AddForm>;
  setForm: (form: AddForm) => void;
  setField: (name: ContactField, value: string) => void;
  setBasis: (basis: ConsentBasis) => void;
  setStatus: (status: WritableConsentStatus) => void;
  setNotProvided: () => void;
  setDay: (day: string) => void;
  setCondition: (condition: Condition, on: boolean) => void;
  setDescription: (description: string) => void;
  toggleInterest: (name: string, on: boolean) => void;
}

/** What else a pre-written description uses, besides the form. */
export function useFormDefaults(): Omit<FormDefaults, 'last'> {
  const { settings } = usePopup();
  const { language } = useTranslation();
  return { settings, language, today: useToday() };
}

export function useConsentDecision(
  first: AddForm | undefined,
  { chooseGround, describe } = FOR_ALL,
): ConsentDecision {
  const defaults = useFormDefaults();
  const { settings } = defaults;
  const { account, client } = usePopup();
  const lists = useLists();
  const [opened] = useState(() => first ?? newForm({ fields: {} }, { ...defaults, last: undefined }));
  const [kept, setForm] = useState<AddForm>(opened);
  const form = useMemo(() => settleTags(kept, lists.interests), [kept, lists]);
  return {
    form,
    isChanged: kept !== opened,
    lists,
    unknownTags: lists.interests.length === 0 ? [] : findTags(settings.defaultTags, lists.interests).unknown,
    settled: async (form) =>
      isSettled(form) ? form : settleTags(form, (await listsForSaving(account.id, client)).interests),
    setForm: (next) => setForm(next),
    setField: (name, value) =>
      setForm((old) => {
        const next = { ...old, fields: { ...old.fields, [name]: value } };
        return name === 'language' ? describe(next, defaults) : next;
      }),
    setBasis: (basis) => setForm((old) => describe(chooseGround(old, basis, defaults), defaults)),
    setStatus: (status) => setForm((old) => describe(chooseStatus(old, status, settings), defaults)),
    setNotProvided: () => setForm((old) => ({ ...old, status: 'Not Provided' })),
    setDay: (happenedOn) => setForm((old) => describe({ ...old, happenedOn }, defaults)),
    setCondition: (condition, on) =>
      setForm((old) => {
        const rest = old.conditions.filter((one) => one !== condition);
        return { ...old, conditions: on ? [...rest, condition] : rest };
      }),
    setDescription: (description) => setForm((old) => ({ ...old, description, descriptionEdited: true })),
    toggleInterest: (name, on) =>
      setForm((old) => {
        const settled = settleTags(old, lists.interests);
        const rest = settled.interests.filter((one) => one !== name);
        return { ...settled, interests: on ? [...rest, name] : rest };
      }),
  };
}
