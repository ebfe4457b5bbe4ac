/** The way to the settings page, which has a tab of its own. */
import { Icon } from './icon.tsx';
import { useTranslation } from './translation.tsx';

export function SettingsLink() {
  const { t } = useTranslation();
  return (
    <a class="button" href="/settings.html" target="_blank" rel="noopener">
      <Icon name="gear" />
      {t('settings.title')}
    </a>
  );
}
