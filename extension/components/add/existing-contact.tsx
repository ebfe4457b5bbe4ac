/** Shown when Envoke already has the e-mail: who the contact is, what differs, and what the person can do. */
import type { ComponentChildren } from 'preact';
import { isWithdrawn } from '../../../shared/consent.ts';
import type { ContactField } from '../../../shared/contact-fields.ts';
import type { Contact } from '../../../shared/schemas/contact.ts';
import { Button } from '../button.tsx';
import { Check } from '../choice.tsx';
import { ConsentBadge } from '../consent-badge.tsx';
import { Notice } from '../notice.tsx';
import { displayName } from '../person-name.ts';
import { useTranslation } from '../translation.tsx';
import { fieldKey } from './person-fields.tsx';

interface Difference {
  field: ContactField;
  here: string;
  there: string;
}

interface ExistingContactProps {
  contact: Contact;
  gaps: readonly Difference[];
  differs: readonly Difference[];
  /** Whether the person confirmed that an unsubscribed contact asked to come back. */
  confirmed: boolean;
  /** Whether the form below has a consent that allows sending, with its proof in words. */
  hasProof: boolean;
  /** What a form answered that is no yes, and what became of it. */
  answer?: ComponentChildren;
  /** Leads to the unsubscribing of this contact; absent where that answer does not ask for it. */
  onUnsubscribe?: (() => void) | undefined;
  onConfirm: (confirmed: boolean) => void;
  onFillGaps: () => void;
  onAddBack: () => void;
  onOpen: () => void;
}

export function ExistingContact(props: ExistingContactProps) {
  const { t } = useTranslation();
  const { contact, gaps, differs, answer, onUnsubscribe } = props;
  const withdrawn = isWithdrawn(contact.consent.status);
  return (
    <Notice
      tone={withdrawn || onUnsubscribe !== undefined ? 'bad' : 'info'}
      title={t(withdrawn ? 'existing.withdrawn' : 'existing.title', { name: displayName(contact) })}
      actions={
        <>
          {onUnsubscribe === undefined ? null : (
            <Button weight="danger" onClick={onUnsubscribe}>
              {t('unsubscribe.open')}
            </Button>
          )}
          <Button weight="outline" onClick={props.onOpen}>
            {t('existing.open')}
          </Button>
          {gaps.length === 0 ? null : (
            <Button weight="outline" onClick={props.onFillGaps}>
              {t('existing.fill', { count: gaps.length })}
            </Button>
          )}
        </>
      }
    >
      <div class="stack-tight">
        {withdrawn ? null : <ConsentBadge consent={contact.consent} />}
        {answer}
        <Differences title={t('existing.gaps')} list={gaps} />
        <Differences title={t('existing.differs')} list={differs} />
        {withdrawn ? <AddBack {...props} /> : null}
      </div>
    </Notice>
  );
}

function Differences({ title, list }: { title: string; list: readonly Difference[] }) {
  const { t } = useTranslation();
  if (list.length === 0) return null;
  return (
    <div>
      <p class="small">{title}</p>
      <dl class="facts small">
        {list.map(({ field, here, there }) => [
          <dt key={`${field}-name`}>{t(fieldKey(field))}</dt>,
          <dd key={field}>
            {there === '' ? null : <del>{here}</del>} {there === '' ? here : there}
          </dd>,
        ])}
      </dl>
    </div>
  );
}

/** An unsubscribed contact comes back only when they asked for it, and the description must say how they asked. */
function AddBack({ confirmed, hasProof, onConfirm, onAddBack }: ExistingContactProps) {
  const { t } = useTranslation();
  return (
    <div class="stack-tight">
      <p>{t('existing.reasonHint')}</p>
      <Check label={t('existing.confirm')} checked={confirmed} onChange={onConfirm} />
      <Button weight="danger" disabled={!confirmed || !hasProof} onClick={onAddBack}>
        {t('existing.addBack')}
      </Button>
    </div>
  );
}
