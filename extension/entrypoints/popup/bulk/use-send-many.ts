/** Hands the people of a review to the outbox as one bulk add, unless a consent lacks its proof or a value is too long. */
import { useState } from 'preact/hooks';
import type { WritableConsentStatus } from '../../../../shared/consent.ts';
import { isDescriptionOverlong } from '../../../components/add/field-limits.ts';
import type { FieldNote } from '../../../components/field.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { type Draft, keepDraft } from '../../../lib/memory/drafts-item.ts';
import type { Undone } from '../../../lib/outbox/outbox-requests.ts';
import { useFormDefaults } from '../add/use-consent-decision.ts';
import type { Recorder } from '../add/use-recorder.tsx';
import { usePopup } from '../context/popup-context.ts';
import type { OneAtATime } from '../context/use-one-at-a-time.ts';
import { groundProblem, lacksProof, toAdd } from '../form/add-form.ts';
import { isTag, type Offered } from '../form/first-tags.ts';
import type { AddForm } from '../form/form-fields.ts';
import { rememberChoices } from '../form/last-choices.ts';
import { type BulkRow, decidedForm } from './bulk-rows.ts';

export interface SendMany {
  /** The person tried to send, and something was missing. */
  lacksProof: boolean;
  /** Shown at the description for all. */
  noteForAll: FieldNote | null;
  /** What is missing or not valid in the ground for all; set once the person tried to send. */
  groundProblem: ReturnType<typeof groundProblem>;
  /** The consent status of all of them; null where they differ, where it is not allowed, or where there is nobody. */
  status: WritableConsentStatus | null;
  send: () => Promise<void>;
}

interface ManyToSend {
  chosen: readonly BulkRow[];
  /** Selected too, with something that Envoke cannot take: nobody is sent before they are corrected or left out. */
  toCorrect: readonly BulkRow[];
  /** Epoch milliseconds of the look-up of all of them; undefined when there was none. */
  lookedUpAtMs: number | undefined;
  decision: AddForm;
  /** Envoke's tags and subscriptions. */
  offered: Offered;
  /** The review as a draft that can be continued. */
  draft: Draft;
  /** The review is no longer unfinished. */
  forget: () => Promise<void>;
  confirmRecorder: Recorder['confirm'];
  /** Gives the focus to the first field at fault. */
  showFault: () => void;
}

export function useSendMany(many: ManyToSend, run: OneAtATime['run']): SendMany {
  const { chosen, toCorrect, lookedUpAtMs, decision, offered, draft, forget, confirmRecorder, showFault } =
    many;
  const { account, send: hand, home, open, announce } = usePopup();
  const { t } = useTranslation();
  const words = useFormDefaults();
  const allowed = words.settings.allowedConsentStatuses;
  const [tried, setTried] = useState(false);
  const formsOf = (rows: readonly BulkRow[]) =>
    rows.map((row) => decidedForm(row, decision, words, isTag(offered)));
  const send = async () => {
    const forms = formsOf([...chosen, ...toCorrect]);
    const lacking = forms.filter(lacksProof).length;
    const isGroundWrong = forms.some((form) => groundProblem(form, words.today) !== null);
    const isRefused = forms.some(({ status }) => !allowed.includes(status));
    const isOverlong = toCorrect.length > 0 || forms.some(isDescriptionOverlong);
    const isAtFault = lacking > 0 || isGroundWrong || isRefused || isOverlong;
    setTried(isAtFault);
    // What is too long is said beside the people all the time.
    if (lacking > 0) announce({ tone: 'bad', text: t('bulk.lacksProof', { count: lacking }) });
    else if (isGroundWrong) announce({ tone: 'bad', text: t('bulk.lacksGround') });
    if (isAtFault) return showFault();
    if (!(await confirmRecorder())) return;
    await rememberChoices(account.id, decision);
    const taken = t('bulk.taken', { count: chosen.length });
    const onUndone = ({ takenOut }: Undone) => {
      if (takenOut > 0) void keepDraft(account.id, draft);
    };
    const name = t('bulk.people', { count: chosen.length });
    const sending = { taken, name, batch: true, lookedUpAtMs, draftId: draft.id, onUndone };
    const said = await hand(formsOf(chosen).map(toAdd), sending);
    if (said === null) return;
    await forget();
    home();
    open({ name: 'outbox' });
    announce(said);
  };
  const statuses = new Set(
    [...chosen, ...toCorrect].map(({ form, hasOwnConsent }) => (hasOwnConsent ? form : decision).status),
  );
  const [first = null] = statuses;
  const note = tried && lacksProof(decision) ? t('consent.descriptionNeeded') : null;
  return {
    lacksProof: tried,
    groundProblem: tried ? groundProblem(decision, words.today) : null,
    status: statuses.size === 1 && first !== null && allowed.includes(first) ? first : null,
    noteForAll: note === null ? null : { tone: 'bad', text: note },
    send: () => run(send),
  };
}
