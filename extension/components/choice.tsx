/** Choices: one of a few, yes or no, and chips to switch on and off. */
import { useId } from 'preact/hooks';
import { Icon } from './icon.tsx';

interface RadioGroupProps<Value extends string> {
  legend: string;
  value: Value | null;
  options: readonly { value: Value; label: string; hint?: string }[];
  onChange: (value: Value) => void;
  columns?: 1 | 2;
  disabled?: boolean;
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const name = useId();
  return (
    <fieldset disabled={props.disabled}>
      <legend>{props.legend}</legend>
      <div class={props.columns === 2 ? 'choices choices-two' : 'choices'}>
        {props.options.map((option) => (
          <label key={option.value} class="choice">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint === undefined ? null : <span class="choice-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface CheckProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  hideLabel?: boolean;
}

export function Check({ label, checked, onChange, disabled, hideLabel }: CheckProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class={hideLabel ? 'hidden-text' : undefined}>{label}</span>
    </label>
  );
}

interface ChipsProps {
  label: string;
  options: readonly string[];
  chosen: ReadonlySet<string>;
  onToggle: (option: string, on: boolean) => void;
  disabled?: boolean;
}

/** Buttons that stay pressed; a tick shows it besides the colour. */
export function Chips({ label, options, chosen, onToggle, disabled }: ChipsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: -- a fieldset would add a legend that the heading above already gives
    <div class="chips" role="group" aria-label={label}>
      {options.map((option) => {
        const on = chosen.has(option);
        return (
          <button
            key={option}
            type="button"
            class="chip"
            aria-pressed={on}
            disabled={disabled}
            onClick={() => onToggle(option, !on)}
          >
            {on ? <Icon name="check" /> : null}
            {option}
          </button>
        );
      })}
    </div>
  );
}
