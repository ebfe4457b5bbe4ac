/** The contact view: who it is, whether they may be emailed, tags and subscriptions, and the history. */
import '../../../components/styles/put-on-form-styles.ts';
import { useEffect, useState } from 'preact/hooks';
import { isWithdrawn } from '../../../../shared/consent.ts';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import { InterestsPicker } from '../../../components/add/interests-picker.tsx';
import { ConsentCard, UnrecordedCard } from '../../../components/contact/consent-card.tsx';
import { History } from '../../../components/contact/history.tsx';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Icon } from '../../../components/icon.tsx';
import { displayName } from '../../../components/person-name.ts';
import { useTranslation } from '../../../components/translation.tsx';
import { ViewBar } from '../../../components/view-bar.tsx';
import { localDay } from '../../../lib/i18n/index.ts';
import type { Draft } from '../../../lib/memory/drafts-item.ts';
import { unsubscribingOf } from '../../../lib/outbox/shown-consent.ts';
import { useLists } from '../add/use-lists.ts';
import { usePopup } from '../context/popup-context.ts';
import { useSteps } from '../context/use-steps.ts';
import { ContactWho, type KeptEdit } from './contact-who.tsx';
import { Unsubscribing, UnsubscribingState } from './unsubscribing.tsx';
import { type ContactControl, useContact } from './use-contact.ts';
import { useContactWrites } from './use-contact-writes.ts';

interface ContactViewProps {
  contact: Contact;
  draftId: string;
  /** An edit to continue, or to correct. */
  kept: KeptEdit | undefined;
  /** Among them the reason to unsubscribe this contact, as it was left. */
  drafts: readonly Draft[];
  /** A reason that is suggested, where none was left. */
  reason?: string;
}

/** The reason as this view was left; a suggested one takes the place of none that somebody wrote in another. */
function firstReason({ drafts, draftId, contact, reason }: ContactViewProps): string {
  const left = drafts.filter((one) => one.kind === 'unsubscribe');
  const own = left.find(({ of }) => of === draftId);
  const other = reason === undefined ? undefined : left.find((one) => one.contact.id === contact.id);
  return (own ?? other)?.reason ?? reason ?? '';
}

export function ContactView(props: ContactViewProps) {
  const { contact: first, draftId, kept } = props;
  const { t } = useTranslation();
  const { back } = usePopup();
  const control = useContact(first, kept?.itemId !== undefined);
  const onStep = useSteps(control.reload);
  const { contact, error } = control;
  const [keptReason] = useState(() => firstReason(props));
  const name = displayName(contact);
  return (
    <>
      <ViewBar title={name === contact.email ? t('bulk.noName') : name} onBack={back} />
      {error === null ? null : <ErrorNotice error={error} onStep={onStep} />}
      <ContactBody control={control} draftId={draftId} kept={kept} keptReason={keptReason} />
    </>
  );
}

interface ContactBodyProps extends Pick<ContactViewProps, 'draftId' | 'kept'> {
  control: ContactControl;
  keptReason: string;
}

function ContactBody({ control, draftId, kept, keptReason }: ContactBodyProps) {
  const { t } = useTranslation();
  const writes = useContactWrites(control);
  const lists = useLists();
  const { outbox } = usePopup();
  const { contact, history } = control;
  const unsubscribing = unsubscribingOf(contact.id, outbox.items);
  const withdrawn = isWithdrawn(contact.consent.status);
  useShowVerdict(withdrawn);
  return (
    <div class="view">
      {unsubscribing === undefined ? null : (
        <UnrecordedCard>
          <UnsubscribingState {...unsubscribing} />
        </UnrecordedCard>
      )}
      <ContactWho
        contact={contact}
        draftId={draftId}
        kept={kept}
        onSave={(changes) => writes.edit(changes, draftId)}
      />
      {unsubscribing === undefined ? (
        <ConsentCard consent={contact.consent} today={localDay(Date.now())} />
      ) : null}
      <ProofLink contactId={contact.id} />
      <InterestsPicker
        offered={lists.interests}
        chosen={contact.interests}
        onToggle={(name, on) => void writes.toggle(name, on)}
      />
      <Unsubscribing
        contact={contact}
        draftId={draftId}
        kept={keptReason}
        isOver={withdrawn || unsubscribing !== undefined}
        writes={writes}
      />
      <section class="stack-tight">
        <h2>{t('history.title')}</h2>
        <History entries={history} onTheirWay={control.onTheirWay} />
      </section>
    </div>
  );
}

/** The whole proof has a page of its own, to be read and printed. */
function ProofLink({ contactId }: { contactId: string }) {
  const { t } = useTranslation();
  const { account } = usePopup();
  const query = new URLSearchParams({ account: account.id, contact: contactId });
  return (
    <div class="row">
      <a class="button" href={`/proof.html?${query}`} target="_blank" rel="noopener">
        {t('proof.open')}
        <Icon name="open" />
      </a>
    </div>
  );
}

/**
 * The form that had the focus is gone after unsubscribing; the result is shown at the top. While the answer was awaited,
 * the heading may have taken the focus from the disabled button. A person who is on another control stays there.
 */
function useShowVerdict(withdrawn: boolean): void {
  useEffect(() => {
    if (!withdrawn || !document.activeElement?.matches('body, h1')) return;
    document.querySelector('h1')?.focus();
    document.querySelector('.verdict')?.scrollIntoView({ block: 'center' });
  }, [withdrawn]);
}
