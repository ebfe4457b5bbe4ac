/** Chooses from a list too long to read: chips for what is chosen; typing part of a name finds the others. */
import { useId, useState } from 'preact/hooks';
import { looseText } from '../../../shared/search-text.ts';
import { Chips } from '../choice.tsx';
import { Highlight } from '../highlight.tsx';
import { useTranslation } from '../translation.tsx';

export interface PickerOption {
  value: string;
  label: string;
}

interface SearchPickerProps {
  label: string;
  options: readonly PickerOption[];
  chosen: ReadonlySet<string>;
  onToggle: (value: string, on: boolean) => void;
  disabled: boolean;
}

/** As many as a person can read at a glance; one more letter finds the others. */
const SHOWN_AT_ONCE = 7;

export function SearchPicker({ label, options, chosen, onToggle, disabled }: SearchPickerProps) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const wanted = looseText(text.trim());
  const found = options.filter((one) => !chosen.has(one.value) && looseText(one.label).includes(wanted));
  const shown = isOpen ? found.slice(0, SHOWN_AT_ONCE) : [];
  const active = shown[at];
  const close = () => {
    setText('');
    setOpen(false);
    setAt(0);
  };
  const pick = ({ value }: PickerOption) => {
    onToggle(value, true);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const isStep = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (isStep) {
      setOpen(true);
      const by = event.key === 'ArrowDown' ? 1 : -1;
      setAt(isOpen ? Math.max(0, Math.min(shown.length - 1, at + by)) : 0);
    } else if (event.key === 'Enter' && isOpen) {
      if (active !== undefined) pick(active);
    } else if (event.key === 'Escape' && isOpen) close();
    else return;
    // Without this, Enter would send the form and Escape would leave it.
    event.preventDefault();
  };
  return (
    <div class="picker">
      {chosen.size === 0 ? null : (
        <Chips
          label={label}
          options={options.filter(({ value }) => chosen.has(value))}
          chosen={chosen}
          onToggle={onToggle}
          disabled={disabled}
        />
      )}
      <input
        class="field-input"
        type="text"
        role="combobox"
        aria-label={t('interests.search', { list: label })}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={active === undefined ? undefined : `${id}-${at}`}
        placeholder={t('interests.searchHint', { count: options.length })}
        value={text}
        disabled={disabled}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOpen(event.currentTarget.value.trim() !== '');
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <div
        class="picker-list"
        role="listbox"
        id={`${id}-list`}
        aria-label={label}
        hidden={shown.length === 0}
      >
        {shown.map((option, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: -- the keys are the field's, which keeps the focus
          // biome-ignore lint/a11y/useFocusableInteractive: -- the field names it by aria-activedescendant
          <div
            key={option.value}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(option)}
          >
            <Highlight text={option.label} search={text} />
          </div>
        ))}
      </div>
      <span class="small soft" role="status">
        {isOpen && found.length !== shown.length
          ? t('interests.more', { count: found.length - shown.length })
          : ''}
        {isOpen && found.length === 0 ? t('interests.none') : ''}
      </span>
    </div>
  );
}
