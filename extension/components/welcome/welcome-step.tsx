/** One of the numbered steps of the welcome page; a mark takes the place of the number once it is done. */
import type { ComponentChildren } from 'preact';
import { Icon } from '../icon.tsx';
import { useTranslation } from '../translation.tsx';

interface StepProps {
  title: string;
  isDone?: boolean;
  children: ComponentChildren;
}

export function Step({ title, isDone = false, children }: StepProps) {
  const { t } = useTranslation();
  return (
    <li class={isDone ? 'card welcome-step is-done' : 'card welcome-step'}>
      <h2>
        {isDone ? (
          <>
            <Icon name="check" />
            <span class="hidden-text">{t('welcome.done')} </span>
          </>
        ) : null}
        {title}
      </h2>
      {children}
    </li>
  );
}
