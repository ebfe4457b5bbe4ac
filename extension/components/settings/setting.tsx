/** One setting, with a note where an administrator has fixed it. */
import type { ComponentChildren } from 'preact';
import { Icon } from '../icon.tsx';
import { useTranslation } from '../translation.tsx';

interface SettingProps {
  managed: boolean;
  hint?: string;
  children: ComponentChildren;
}

export function Setting({ managed, hint, children }: SettingProps) {
  const { t } = useTranslation();
  return (
    <div class="setting">
      {children}
      {hint === undefined ? null : <p class="small soft">{hint}</p>}
      {managed ? (
        <p class="managed">
          <Icon name="lock" />
          {t('settings.managed')}
        </p>
      ) : null}
    </div>
  );
}
