/** Language and colours: take effect at once, here and in the popup. */
import { LANGUAGES, THEMES } from '../../lib/settings/settings.ts';
import { RadioGroup } from '../choice.tsx';
import { useTranslation } from '../translation.tsx';
import { Setting } from './setting.tsx';
import { isFixed, type SettingForm } from './setting-form.ts';

const LANGUAGE_KEYS = {
  auto: 'settings.languageAuto',
  en: 'settings.languageEn',
  fr: 'settings.languageFr',
} as const;
const THEME_KEYS = {
  auto: 'settings.themeAuto',
  light: 'settings.themeLight',
  dark: 'settings.themeDark',
} as const;

export function LookSection({ form }: { form: SettingForm }) {
  const { t } = useTranslation();
  const { values } = form.settings;
  return (
    <section class="card">
      <h2>{t('settings.look')}</h2>
      <Setting managed={isFixed(form, 'language')}>
        <RadioGroup
          legend={t('settings.language')}
          columns={3}
          value={values.language}
          disabled={isFixed(form, 'language')}
          options={LANGUAGES.map((value) => ({
            value,
            label: t(LANGUAGE_KEYS[value]),
            ...(value === 'auto' ? {} : { lang: value }),
          }))}
          onChange={(language) => form.change({ language })}
        />
      </Setting>
      <Setting managed={isFixed(form, 'theme')}>
        <RadioGroup
          legend={t('settings.theme')}
          columns={3}
          value={values.theme}
          disabled={isFixed(form, 'theme')}
          options={THEMES.map((value) => ({ value, label: t(THEME_KEYS[value]) }))}
          onChange={(theme) => form.change({ theme })}
        />
      </Setting>
    </section>
  );
}
