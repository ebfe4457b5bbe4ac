/** The one button of the extension, in the few weights that it has. */
import type { ComponentChildren, Ref } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type Weight = 'primary' | 'outline' | 'danger' | 'link' | 'quiet' | 'wide';

interface ButtonProps {
  children: ComponentChildren;
  onClick?: () => void;
  weight?: Weight;
  icon?: IconName;
  type?: 'button' | 'submit';
  disabled?: boolean;
  class?: string;
  /** As `aria-keyshortcuts` has it; the view listens for it. */
  shortcut?: string;
  /** Takes the focus when the person comes back from the view that it opens. */
  returnMark?: string;
  buttonRef?: Ref<HTMLButtonElement>;
}

export function Button(props: ButtonProps) {
  const weight = props.weight ?? 'quiet';
  return (
    <button
      ref={props.buttonRef}
      type={props.type ?? 'button'}
      class={`button button-${weight} ${props.class ?? ''}`}
      disabled={props.disabled}
      aria-keyshortcuts={props.shortcut}
      data-return={props.returnMark}
      onClick={props.onClick}
    >
      {props.icon === undefined ? null : <Icon name={props.icon} />}
      {props.children}
    </button>
  );
}

interface IconButtonProps {
  icon: IconName;
  label: string;
  onClick: () => void;
  disabled?: boolean;
}

/** A button with a well-known icon; its label is read aloud and shown on hover. */
export function IconButton({ icon, label, onClick, disabled }: IconButtonProps) {
  return (
    <button type="button" class="button button-icon" title={label} disabled={disabled} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
