/** Top of every view but the first: the way back and where one is. The heading takes the focus, so that it is read. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from './button.tsx';
import { useTranslation } from './translation.tsx';

interface ViewBarProps {
  title: string;
  onBack: () => void;
  children?: ComponentChildren;
  /** False where a field of the view takes the focus instead. */
  takesFocus?: boolean;
}

export function ViewBar({ title, onBack, children, takesFocus = true }: ViewBarProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  // Before the first paint: nobody has moved on by then.
  useLayoutEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, []);
  return (
    <header class="bar">
      <IconButton icon="back" label={t('shell.back')} onClick={onBack} />
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </header>
  );
}
