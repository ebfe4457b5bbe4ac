/** A whole view that says one thing and offers one step. */
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
