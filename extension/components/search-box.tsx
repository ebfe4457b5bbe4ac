/** The search box: has the focus when the popup opens; Escape empties it before it closes the popup. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { useTranslation } from './translation.tsx';

interface SearchBoxProps {
  value: string;
  maxLength: number;
  onChange: (value: string) => void;
  onEnter: () => void;
  /** Control or Command and Enter. */
  onAdd: () => void;
}

export function SearchBox({ value, maxLength, onChange, onEnter, onAdd }: SearchBoxProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(value.length, value.length);
  }, []);
  return (
    <div class="search">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        class="search-input"
        aria-label={t('find.search')}
        placeholder={t('find.search')}
        value={value}
        maxLength={maxLength}
        autocomplete="off"
        spellcheck={false}
        data-arrow-stop
        onInput={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter') (event.ctrlKey || event.metaKey ? onAdd : onEnter)();
          if (event.key === 'Escape' && value !== '') {
            event.preventDefault();
            onChange('');
          }
        }}
      />
    </div>
  );
}
