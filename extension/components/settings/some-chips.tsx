/** Chips of which at least one stays on: the last one says why it does not go off. */
import { useState } from 'preact/hooks';
import { Chips } from '../choice.tsx';
import { useTranslation } from '../translation.tsx';

interface SomeChipsProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string }[];
  chosen: readonly Value[];
  disabled: boolean;
  /** Called with all that are on then, in the order of the options; never with none. */
  onChange: (chosen: Value[]) => void;
}

export function SomeChips<Value extends string>(props: SomeChipsProps<Value>) {
  const { label, options, chosen, disabled, onChange } = props;
  const { t } = useTranslation();
  const [isLast, setLast] = useState(false);
  const toggle = (toggled: string, on: boolean) => {
    const values = options.map(({ value }) => value);
    const next = values.filter((value) => (value === toggled ? on : chosen.includes(value)));
    setLast(next.length === 0);
    if (next.length > 0) onChange(next);
  };
  return (
    <>
      <h3>{label}</h3>
      <Chips label={label} options={options} chosen={new Set(chosen)} disabled={disabled} onToggle={toggle} />
      <p class={isLast ? 'small field-note-warn' : 'hidden-text'} role="alert">
        {isLast ? t('settings.keepOne') : ''}
      </p>
    </>
  );
}
