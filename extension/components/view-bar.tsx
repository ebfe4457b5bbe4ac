/**
 * Top of every view but the first: a back button and the heading. The heading takes the focus, so that it is read
 * aloud.
 */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useBarHeight } from './bar-height.ts';
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
  const bar = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useBarHeight(bar, '--bar');
  // Before the first paint, so that the person cannot have moved the focus yet.
  useLayoutEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, []);
  return (
    <header class="bar" ref={bar}>
      <IconButton icon="back" label={t('shell.back')} onClick={onBack} />
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </header>
  );
}
