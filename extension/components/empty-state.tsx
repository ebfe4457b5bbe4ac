/** A view that has nothing to show but one message and one next step. */
import type { ComponentChildren, Ref } from 'preact';
import { Logo } from './logo.tsx';

interface EmptyStateProps {
  title: string;
  /** `h1` where the view has no title of its own. */
  heading?: 'h1' | 'h2';
  children?: ComponentChildren;
  actions?: ComponentChildren;
  withLogo?: boolean;
  boxRef?: Ref<HTMLDivElement>;
}

export function EmptyState(props: EmptyStateProps) {
  const { title, heading: Heading = 'h2', children, actions, withLogo, boxRef } = props;
  return (
    <div class="centre" ref={boxRef}>
      {withLogo ? <Logo /> : null}
      <Heading tabIndex={-1}>{title}</Heading>
      {children}
      {actions}
    </div>
  );
}
