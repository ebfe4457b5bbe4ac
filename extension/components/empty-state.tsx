/** A view that has nothing to show but one message and one next step. */
import type { ComponentChildren } from 'preact';
import { Logo } from './logo.tsx';

interface EmptyStateProps {
  title: string;
  children?: ComponentChildren;
  actions?: ComponentChildren;
  withLogo?: boolean;
}

export function EmptyState({ title, children, actions, withLogo }: EmptyStateProps) {
  return (
    <div class="centre">
      {withLogo ? <Logo /> : null}
      <h2>{title}</h2>
      {children}
      {actions}
    </div>
  );
}
