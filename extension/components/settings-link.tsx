/** Opens the settings page, in its own tab. */
import { Icon } from './icon.tsx';
import { useTranslation } from './translation.tsx';

/** `short`: the icon alone, where other controls need the room; the label is still read aloud, and shown on hover. */
export function SettingsLink({ short = false }: { short?: boolean }) {
  const { t } = useTranslation();
  const name = t('settings.title');
  return (
    <a
      class={short ? 'button button-icon' : 'button foot-quiet'}
      href="/settings.html"
      target="_blank"
      rel="noopener"
      title={short ? name : undefined}
    >
      <Icon name="gear" />
      <span class={short ? 'hidden-text' : undefined}>{name}</span>
    </a>
  );
}

/** Help is a part of that page. */
export function HelpLink() {
  const { t } = useTranslation();
  return (
    <a class="button" href="/settings.html#help" target="_blank" rel="noopener">
      <Icon name="question" />
      {t('help.title')}
    </a>
  );
}
