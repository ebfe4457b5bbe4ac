/** Tags and subscriptions to set, as chips; those that Envoke's list does not have are kept and shown. */
import type { Lists } from '../../../shared/schemas/contact.ts';
import { Chips } from '../choice.tsx';
import { useTranslation } from '../translation.tsx';

interface InterestsPickerProps {
  offered: Lists['interests'];
  chosen: readonly string[];
  onToggle: (name: string, on: boolean) => void;
  disabled?: boolean;
}

export function InterestsPicker({ offered, chosen, onToggle, disabled }: InterestsPickerProps) {
  const { t } = useTranslation();
  const set = new Set(chosen);
  const subscriptions = offered.filter(({ kind }) => kind === 'subscription').map(({ name }) => name);
  const tags = offered.filter(({ kind }) => kind !== 'subscription').map(({ name }) => name);
  const others = chosen.filter((name) => !offered.some((one) => one.name === name));
  const group = (label: string, options: readonly string[]) =>
    options.length === 0 ? null : (
      <div class="stack-tight">
        <h3>{label}</h3>
        <Chips
          label={label}
          options={options.map((name) => ({ value: name, label: name }))}
          chosen={set}
          onToggle={onToggle}
          disabled={disabled ?? false}
        />
      </div>
    );
  return (
    <>
      {group(t('interests.tags'), [...tags, ...others])}
      {group(t('interests.subscriptions'), subscriptions)}
    </>
  );
}
