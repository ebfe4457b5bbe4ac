/** The templates of consent descriptions, for each basis in both languages. */
import { type DescribedGround, describeConsent } from '../../lib/i18n/consent-description.ts';
import type { Language } from '../../lib/i18n/index.ts';
import { BASIS_KEYS, DESCRIBED_GROUNDS } from '../add/consent-fields.tsx';
import { TextArea } from '../field.tsx';
import { useTranslation } from '../translation.tsx';
import { Setting } from './setting.tsx';
import { isFixed, type SettingForm } from './setting-form.ts';
import { useTypedSetting } from './use-typed-setting.ts';

const LANGUAGE_KEYS = { en: 'settings.languageEn', fr: 'settings.languageFr' } as const;
/** The placeholders; they are the same in every language. */
const PLACEHOLDERS = '{page}, {url}, {date}';

const ROWS_MIN = 3;
/** Fewer than a row has room for, so that the built-in text is seen to its end. */
const CHARS_A_ROW = 32;

/** The built-in text, written as a template. */
function builtIn(basis: DescribedGround, language: Language): string {
  return describeConsent({ basis, pageTitle: '{page}', pageUrl: '{url}', day: '{date}' }, language);
}

export function TemplatesSection({ form }: { form: SettingForm }) {
  const { t } = useTranslation();
  return (
    <section class="card">
      <h2>{t('settings.templates')}</h2>
      <Setting
        managed={isFixed(form, 'descriptionTemplates')}
        hint={t('settings.templatesHint', { placeholders: PLACEHOLDERS })}
      >
        {DESCRIBED_GROUNDS.map((basis) => (
          <Template key={basis} form={form} basis={basis} />
        ))}
      </Setting>
    </section>
  );
}

interface TemplateProps {
  form: SettingForm;
  basis: DescribedGround;
}

function Template({ form, basis }: TemplateProps) {
  const { t } = useTranslation();
  const longest = Math.max(builtIn(basis, 'en').length, builtIn(basis, 'fr').length);
  const rows = Math.max(ROWS_MIN, Math.ceil(longest / CHARS_A_ROW));
  return (
    <fieldset disabled={isFixed(form, 'descriptionTemplates')}>
      <legend>{t(BASIS_KEYS[basis])}</legend>
      <div class="form-grid template">
        {(['en', 'fr'] as const).map((language) => (
          <TemplateText key={language} form={form} basis={basis} language={language} rows={rows} />
        ))}
      </div>
    </fieldset>
  );
}

function TemplateText({ form, basis, language, rows }: TemplateProps & { language: Language; rows: number }) {
  const { t } = useTranslation();
  const { descriptionTemplates } = form.settings.values;
  const typed = useTypedSetting(form, {
    show: (values) => values.descriptionTemplates[basis][language],
    read: (text) => ({
      descriptionTemplates: {
        ...descriptionTemplates,
        [basis]: { ...descriptionTemplates[basis], [language]: text },
      },
    }),
  });
  return (
    <TextArea
      {...typed}
      label={t(LANGUAGE_KEYS[language])}
      labelLang={language}
      lang={language}
      rows={rows}
      placeholder={builtIn(basis, language)}
    />
  );
}
