/** A view that has nothing to show but one message and one next step. */
import type { ComponentChildren } from 'preact';
import { Logo } from './logo.tsx';

interface EmptyStateProps {
  title: string;
  /** `h1` where the view has no title of its own. */
  heading?: 'h1' | 'h2';
  children?: ComponentChildren;
  actions?: ComponentChildren;
  withLogo?: boolean;
}

export function EmptyState({ title, heading: Heading = 'h2', children, actions, withLogo }: EmptyStateProps) {
  return (
    <div class="centre">
      {withLogo ? <Logo /> : null}
      <Heading tabIndex={-1}>{title}</Heading>
      {children}
      {actions}
    </div>
  );
}
