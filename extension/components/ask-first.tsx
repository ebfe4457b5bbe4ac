/** A button for an action that people rarely want: it asks first, and acts only on the answer. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { QUESTION, useCancelKey } from './cancel-key.ts';
import { Notice } from './notice.tsx';
import { useTranslation } from './translation.tsx';

interface AskFirstProps {
  label: ComponentChildren;
  question: string;
  /** The label of the button that acts. */
  confirm: ComponentChildren;
  weight?: 'outline' | 'link';
  onConfirmed: () => void;
}

export function AskFirst({ label, question, confirm, weight = 'outline', onConfirmed }: AskFirstProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const asked = useRef<HTMLDivElement>(null);
  useCancelKey(isAsking, () => setAsking(false), asked);
  // The button that had the focus is gone: the focus moves to the button that does nothing, and back again.
  const wasAsking = useRef(isAsking);
  useLayoutEffect(() => {
    if (wasAsking.current !== isAsking) button.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  if (!isAsking) {
    return (
      <div class="row">
        <Button key="ask" weight={weight} buttonRef={button} onClick={() => setAsking(true)}>
          {label}
        </Button>
      </div>
    );
  }
  return (
    <div role="alert" ref={asked} {...QUESTION}>
      <Notice
        tone="warn"
        actions={
          <>
            <Button
              weight="danger"
              onClick={() => {
                setAsking(false);
                onConfirmed();
              }}
            >
              {confirm}
            </Button>
            <Button buttonRef={button} onClick={() => setAsking(false)}>
              {t('shell.cancel')}
            </Button>
          </>
        }
      >
        {question}
      </Notice>
    </div>
  );
}
