/** Unsubscribing, with the reason that the account keeps as proof. */
import { useRef, useState } from 'preact/hooks';
import { seenText } from '../../../shared/email-key.ts';
import { Button } from '../button.tsx';
import { QUESTION, useCancelKey } from '../cancel-key.ts';
import { CONFIRM_SHORTCUT, confirmKeys } from '../confirm-keys.ts';
import { TextArea } from '../field.tsx';
import { useTranslation } from '../translation.tsx';

interface UnsubscribeFormProps {
  busy: boolean;
  /** The reason as it was left: the form opens with it. */
  kept: string;
  /** Called with the reason at every change. */
  onType: (reason: string) => void;
  onUnsubscribe: (reason: string) => void;
}

/** The form opens at the lower edge of the visible part: scroll until the field and the button are visible. */
function showWhole(form: HTMLElement): void {
  form.scrollIntoView({ block: 'nearest' });
  form.querySelector('textarea')?.focus({ preventScroll: true });
}

export function UnsubscribeForm({ busy, kept, onType, onUnsubscribe }: UnsubscribeFormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState(kept);
  const [isOpen, setOpen] = useState(kept !== '');
  const question = useRef<HTMLDetailsElement>(null);
  const close = () => {
    setOpen(false);
    question.current?.querySelector('summary')?.focus();
  };
  useCancelKey(isOpen, close, question);
  const change = (next: string) => {
    setReason(next);
    onType(next);
  };
  const said = seenText(reason);
  const submit = () => {
    if (!busy && said !== '') onUnsubscribe(said);
  };
  return (
    <details
      ref={question}
      {...QUESTION}
      open={isOpen}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        if (currentTarget.open) showWhole(currentTarget);
      }}
    >
      <summary>{t('unsubscribe.open')}</summary>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={confirmKeys(submit)}
      >
        <p class="small soft">{t('unsubscribe.hint')}</p>
        <TextArea label={t('unsubscribe.reason')} value={reason} rows={2} onChange={change} />
        <div class="row">
          <Button weight="danger" type="submit" disabled={said === ''} shortcut={CONFIRM_SHORTCUT}>
            {t(busy ? 'add.saving' : 'unsubscribe.button')}
          </Button>
        </div>
      </form>
    </details>
  );
}
