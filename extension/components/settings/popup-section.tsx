/** Settings for what the popup does and does not do. */
import type { MessageKey } from '../../lib/i18n/index.ts';
import { CONSENT_CLOCKS, type Settings } from '../../lib/settings/settings.ts';
import { Check, RadioGroup } from '../choice.tsx';
import { useTranslation } from '../translation.tsx';
import { Setting } from './setting.tsx';
import { isFixed, type SettingForm } from './setting-form.ts';
import { ShortcutList, type Shortcuts } from './shortcuts.tsx';

type Switch = 'pageLookup' | 'bulk' | 'omnibox' | 'sidePanel';

const SWITCH_KEYS = {
  pageLookup: 'settings.pageLookup',
  bulk: 'settings.bulk',
  omnibox: 'settings.omnibox',
  sidePanel: 'settings.sidePanel',
} as const satisfies Record<Switch, MessageKey>;

const CLOCK_KEYS = {
  off: 'settings.clockOff',
  list: 'settings.clockList',
  badge: 'settings.clockBadge',
} as const satisfies Record<Settings['consentClock'], MessageKey>;

const SWITCHES = Object.keys(SWITCH_KEYS) as Switch[];

interface PopupSectionProps {
  form: SettingForm;
  shortcuts: Shortcuts;
  onShortcuts: () => void;
}

export function PopupSection({ form, shortcuts, onShortcuts }: PopupSectionProps) {
  const { t } = useTranslation();
  const { values } = form.settings;
  return (
    <section class="card">
      <h2>{t('settings.popup')}</h2>
      <Setting managed={isFixed(form, 'openOn')}>
        <RadioGroup
          legend={t('settings.openOn')}
          columns={2}
          value={values.openOn}
          disabled={isFixed(form, 'openOn')}
          options={[
            { value: 'search', label: t('settings.openOnSearch') },
            { value: 'page', label: t('settings.openOnPage') },
          ]}
          onChange={(openOn) => form.change({ openOn })}
        />
      </Setting>
      <Setting managed={isFixed(form, 'consentClock')} hint={t('settings.consentClockHint')}>
        <RadioGroup
          legend={t('settings.consentClock')}
          value={values.consentClock}
          disabled={isFixed(form, 'consentClock')}
          options={CONSENT_CLOCKS.map((value) => ({ value, label: t(CLOCK_KEYS[value]) }))}
          onChange={(consentClock) => form.change({ consentClock })}
        />
      </Setting>
      {SWITCHES.map((key) => (
        <Setting
          key={key}
          managed={isFixed(form, key)}
          {...(key === 'pageLookup' ? { hint: t('settings.pageLookupHint') } : {})}
        >
          <Check
            label={t(SWITCH_KEYS[key])}
            checked={values[key]}
            disabled={isFixed(form, key)}
            onChange={(checked) => form.change({ [key]: checked })}
          />
        </Setting>
      ))}
      <ShortcutList shortcuts={shortcuts} onChange={onShortcuts} />
    </section>
  );
}
