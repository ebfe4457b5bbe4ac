/**
 * Says that saved writes wait for an account without a session in this browser, and deletes them on the second click.
 */
import { useState } from 'preact/hooks';
import { Button } from '../button.tsx';
import { useCancelKey } from '../cancel-key.ts';
import { Notice } from '../notice.tsx';
import { useTranslation } from '../translation.tsx';

interface LeftBehindProps {
  count: number;
  onDrop: () => void;
}

export function LeftBehind({ count, onDrop }: LeftBehindProps) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  useCancelKey(isAsked, () => setAsked(false));
  return (
    <Notice
      tone="warn"
      actions={
        isAsked ? (
          <Button weight="danger" onClick={onDrop}>
            {t('outbox.dropForGood', { count })}
          </Button>
        ) : (
          <Button weight="outline" onClick={() => setAsked(true)}>
            {t('outbox.drop')}
          </Button>
        )
      }
    >
      <p>{t('outbox.leftBehind', { count })}</p>
    </Notice>
  );
}
