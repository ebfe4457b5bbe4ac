/** The keys that reach the extension from any page, and where they are changed. */
import { Button } from '../button.tsx';
import { useTranslation } from '../translation.tsx';

/** Keys by the name of the command; `''` where none is set. */
export type Shortcuts = Readonly<Record<string, string>>;

const COMMANDS = [
  { name: '_execute_action', key: 'settings.shortcutOpen' },
  { name: 'add-selection', key: 'settings.shortcutAdd' },
] as const;

interface ShortcutListProps {
  shortcuts: Shortcuts;
  onChange: () => void;
}

export function ShortcutList({ shortcuts, onChange }: ShortcutListProps) {
  const { t } = useTranslation();
  return (
    <div class="setting">
      <h3>{t('settings.shortcuts')}</h3>
      <dl class="shortcuts">
        {COMMANDS.map(({ name, key }) => (
          <div key={name}>
            <dt>{t(key)}</dt>
            <dd>{shortcuts[name] ? <kbd>{shortcuts[name]}</kbd> : t('settings.shortcutNone')}</dd>
          </div>
        ))}
      </dl>
      <div class="row">
        <Button weight="outline" onClick={onChange}>
          {t('settings.changeShortcuts')}
        </Button>
      </div>
    </div>
  );
}
