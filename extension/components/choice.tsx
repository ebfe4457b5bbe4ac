/** Choices: one of a few, yes or no, and chips to switch on and off. */
import { useId } from 'preact/hooks';
import { Icon } from './icon.tsx';

interface RadioGroupProps<Value extends string> {
  legend: string;
  /** Where the words already stand above; they are still read aloud. */
  hideLegend?: boolean;
  value: Value | null;
  /** `lang`: the language of a label that is not in the page's. */
  options: readonly { value: Value; label: string; hint?: string; lang?: string }[];
  onChange: (value: Value) => void;
  /** What is wrong with the choice; said above it, so that it is in sight with the first one. */
  fault?: string | null;
  columns?: 1 | 2 | 3;
  disabled?: boolean;
}

const COLUMNS = { 1: '', 2: 'choices-two', 3: 'choices-three' } as const;

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const name = useId();
  const { fault = null } = props;
  return (
    <fieldset
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: -- a mere group is never invalid to a screen reader
      role="radiogroup"
      disabled={props.disabled}
      aria-invalid={fault === null ? undefined : 'true'}
      aria-describedby={fault === null ? undefined : `${name}-fault`}
    >
      <legend class={props.hideLegend ? 'hidden-text' : undefined}>{props.legend}</legend>
      {fault === null ? null : (
        <p id={`${name}-fault`} class="field-note field-note-bad" role="alert">
          {fault}
        </p>
      )}
      <div class={`choices ${COLUMNS[props.columns ?? 1]}`}>
        {props.options.map((option) => (
          <label key={option.value} class="choice">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            <span lang={option.lang}>
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
  /** It must be ticked, and is not. */
  invalid?: boolean;
}

export function Check({ label, checked, onChange, disabled, hideLabel, invalid }: CheckProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-invalid={invalid ? 'true' : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class={hideLabel ? 'hidden-text' : undefined}>{label}</span>
    </label>
  );
}

interface ChipsProps {
  label: string;
  options: readonly { value: string; label: string }[];
  chosen: ReadonlySet<string>;
  onToggle: (value: string, on: boolean) => void;
  disabled?: boolean;
}

/** Buttons that stay pressed; a tick shows the state in addition to the colour. */
export function Chips({ label, options, chosen, onToggle, disabled }: ChipsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: -- a fieldset would add a legend that the heading above already gives
    <div class="chips" role="group" aria-label={label}>
      {options.map(({ value, label: words }) => {
        const on = chosen.has(value);
        return (
          <button
            key={value}
            type="button"
            class="chip"
            aria-pressed={on}
            disabled={disabled}
            onClick={() => onToggle(value, !on)}
          >
            {on ? <Icon name="check" /> : null}
            {words}
          </button>
        );
      })}
    </div>
  );
}
