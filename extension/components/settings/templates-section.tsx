/** The templates of consent descriptions, for each basis in both languages. */
import { useEffect, useState } from 'preact/hooks';
import { type DescribedGround, describeConsent } from '../../lib/i18n/consent-description.ts';
import type { Language } from '../../lib/i18n/index.ts';
import type { DescriptionTemplate } from '../../lib/settings/settings.ts';
import { BASIS_KEYS, DESCRIBED_GROUNDS } from '../add/consent-fields.tsx';
import { TextArea } from '../field.tsx';
import { useTranslation } from '../translation.tsx';
import { Setting } from './setting.tsx';
import { isFixed, type SettingForm } from './setting-form.ts';

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
  const { descriptionTemplates } = form.settings.values;
  const fixed = isFixed(form, 'descriptionTemplates');
  return (
    <section class="card">
      <h2>{t('settings.templates')}</h2>
      <Setting managed={fixed} hint={t('settings.templatesHint', { placeholders: PLACEHOLDERS })}>
        {DESCRIBED_GROUNDS.map((basis) => (
          <Template
            key={basis}
            basis={basis}
            template={descriptionTemplates[basis]}
            disabled={fixed}
            onChange={(template) =>
              form.change({ descriptionTemplates: { ...descriptionTemplates, [basis]: template } })
            }
          />
        ))}
      </Setting>
    </section>
  );
}

interface TemplateProps {
  basis: DescribedGround;
  template: DescriptionTemplate;
  disabled: boolean;
  onChange: (template: DescriptionTemplate) => void;
}

function Template({ basis, template, disabled, onChange }: TemplateProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(template);
  useEffect(() => setText(template), [template.en, template.fr]);
  const builtIns = { en: builtIn(basis, 'en'), fr: builtIn(basis, 'fr') };
  const longest = Math.max(builtIns.en.length, builtIns.fr.length);
  const rows = Math.max(ROWS_MIN, Math.ceil(longest / CHARS_A_ROW));
  const save = () => {
    if (text.en !== template.en || text.fr !== template.fr) onChange(text);
  };
  return (
    <fieldset disabled={disabled}>
      <legend>{t(BASIS_KEYS[basis])}</legend>
      <div class="form-grid template">
        {(['en', 'fr'] as const).map((language) => (
          <TextArea
            key={language}
            label={t(LANGUAGE_KEYS[language])}
            labelLang={language}
            value={text[language]}
            lang={language}
            rows={rows}
            placeholder={builtIns[language]}
            onChange={(words) => setText((old) => ({ ...old, [language]: words }))}
            onLeave={save}
          />
        ))}
      </div>
    </fieldset>
  );
}
