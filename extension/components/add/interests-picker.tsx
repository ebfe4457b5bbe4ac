/**
 * Tags and subscriptions to set, in the reader's language where Envoke has both languages. A chosen value that Envoke's
 * list lacks is kept and shown.
 */
import type { Lists } from '../../../shared/schemas/contact.ts';
import { Chips } from '../choice.tsx';
import { interestName } from '../interest-name.ts';
import { useTranslation } from '../translation.tsx';
import { type PickerOption, SearchPicker } from './search-picker.tsx';

interface InterestsPickerProps {
  offered: Lists['interests'];
  chosen: readonly string[];
  onToggle: (name: string, on: boolean) => void;
  disabled?: boolean;
}

/** A list of more than a dozen gets a search field. */
const CHIPS_MAX = 12;

export function InterestsPicker({ offered, chosen, onToggle, disabled = false }: InterestsPickerProps) {
  const { t, language } = useTranslation();
  const option = (one: Lists['interests'][number]) => ({
    value: one.name,
    label: interestName(one, language),
  });
  const subscriptions = offered.filter(({ kind }) => kind === 'subscription').map(option);
  const tags = offered.filter(({ kind }) => kind !== 'subscription').map(option);
  const others = chosen
    .filter((name) => !offered.some((one) => one.name === name))
    .map((name) => ({ value: name, label: name }));
  const group = (label: string, options: readonly PickerOption[]) => {
    if (options.length === 0) return null;
    const values = new Set(options.map(({ value }) => value));
    const props = {
      label,
      options,
      chosen: new Set(chosen.filter((name) => values.has(name))),
      onToggle,
      disabled,
    };
    return (
      <div class="stack-tight">
        <h2>{label}</h2>
        {options.length > CHIPS_MAX ? <SearchPicker {...props} /> : <Chips {...props} />}
      </div>
    );
  };
  return (
    <>
      {group(t('interests.tags'), [...tags, ...others])}
      {group(t('interests.subscriptions'), subscriptions)}
    </>
  );
}
