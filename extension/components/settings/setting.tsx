/** One setting, with a note where it is fixed, and by whom. */
import type { ComponentChildren } from 'preact';
import { Icon } from '../icon.tsx';
import { useTranslation } from '../translation.tsx';

interface SettingProps {
  managed: boolean;
  /** Where it is fixed by something else than the IT team. */
  fixedBy?: string | undefined;
  hint?: string | undefined;
  children: ComponentChildren;
}

export function Setting({ managed, fixedBy, hint, children }: SettingProps) {
  const { t } = useTranslation();
  return (
    <div class="setting">
      {children}
      {hint === undefined ? null : <p class="small soft">{hint}</p>}
      {managed ? (
        <p class="managed">
          <Icon name="lock" />
          {fixedBy ?? t('settings.managed')}
        </p>
      ) : null}
    </div>
  );
}
